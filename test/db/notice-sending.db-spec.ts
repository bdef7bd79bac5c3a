import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { LongJobsService } from '../../src/features/jobs/jobs.service.js';
import { DeliveriesService, NoticesService } from '../../src/features/notices/index.js';
import { NoticesJobs } from '../../src/features/notices/notices.jobs.js';
import { newId } from '../../src/kernel/ids.js';
import { JobRegistry, runJobsOnce } from '../../src/platform/jobs/index.js';
import { AttachmentSources, Mailer, queueMails } from '../../src/platform/mail/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, ChainSoFar, givenPeople, givenPerson, type GivenPerson, givenTool, givenUnit } from '../support/given-notices.js';
import { wide } from '../support/long.js';

const PEOPLE = wide(20_000, 3000);
const PIECES = PEOPLE / 1000;
const config = { baseUrl: 'https://countersign.example.org' };

let database: TestDatabase;
let clock: TestClock;
let registry: JobRegistry;
let sending: DeliveriesService;
let notices: NoticesService;
let longJobs: LongJobsService;
let hr: GivenPerson;
let unit: string;
let folder: string;

beforeAll(async () => {
  database = await databaseFor('notice_sending');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  hr = await givenPerson(database, { unitId: await givenUnit(database), roles: ['hr_registrar'] });
  unit = await givenUnit(database);
  await givenPeople(database, unit, PEOPLE);
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = new TestClock('2026-03-02T09:00:00Z');
  registry = new JobRegistry();
  sending = new DeliveriesService(database.transactions, config);
  notices = new NoticesService(database.transactions, clock, sending, new ChainSoFar());
  longJobs = new LongJobsService(database.transactions, clock);
  new NoticesJobs(registry, database.transactions, notices, sending).onModuleInit();
  folder = mkdtempSync(join(tmpdir(), 'sending-'));
  await database.asOwner('delete from graphile_worker._private_jobs');
});
afterEach(() => rmSync(folder, { recursive: true }));

const mailing = (mailUrl: string | null): void =>
  new Mailer(
    { mailUrl, mailFrom: 'Countersign <noreply@example.org>', mailFolder: folder, baseUrl: config.baseUrl },
    database.transactions,
    registry,
    new AttachmentSources(),
  ).onModuleInit();
const runJobs = () => runJobsOnce({ databaseUrl: database.appUrl, registry, clock });
/** A failed job waits a while before it is tried again; here it does not. */
const runAgain = async (): Promise<void> => {
  await database.asOwner('update graphile_worker._private_jobs set run_at = now() where attempts > 0');
  await runJobs().catch(() => undefined);
};
const publish = async () => {
  const tool = await givenTool(database, { units: [unit] });
  const { jobId } = await notices.publish(actorOf(hr.id, 'hr_registrar'), tool.toolId, 1, newId('i'));
  const [row] = await database.asOwner('select id from notices where tool_id = $1', [tool.toolId]);
  return { tool, jobId: String(jobId), noticeId: String(row?.['id']) };
};
const count = async (sql: string, parameters: readonly unknown[]): Promise<number> =>
  Number((await database.asOwner(`select count(*)::int as n from (${sql}) x`, parameters))[0]?.['n']);
const delivered = (noticeId: string) => count('select 1 from notice_deliveries where notice_id = $1', [noticeId]);
const addressesOf = (files: readonly string[]): string[] =>
  files.map((file) => /^To: (.*)$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? file).sort();

/** As when the machine loses its power: the database throws away what this transaction did, for the first `times` of these writes. */
const killAt = async (write: string, times: number): Promise<void> => {
  await database.asOwner(`create sequence kills`);
  await database.asOwner(`create function kill_here() returns trigger language plpgsql security definer as $$
    begin
      if nextval('kills') <= ${times} then perform pg_terminate_backend(pg_backend_pid()); end if;
      return null;
    end $$`);
  await database.asOwner(`create trigger kill_here after ${write} for each row execute function kill_here()`);
};
const stopKilling = async (): Promise<number> => {
  const [row] = await database.asOwner('select last_value::int as n from kills');
  await database.asOwner('drop function kill_here cascade');
  await database.asOwner('drop sequence kills');
  return Number(row?.['n']);
};

describe('a notice to more people than one step', () => {
  it('is on its way at once, goes in pieces, and tells who sent it when it is done', async () => {
    const { jobId, noticeId } = await publish();
    expect(await delivered(noticeId)).toBe(0);
    const asked = await longJobs.look(actorOf(hr.id, 'hr_registrar'), jobId);
    expect(asked).toMatchObject({ phase: 'waiting', job: { done: 0, total: PEOPLE } });
    clock.advance({ hours: 1 });
    for (let times = 0; times < 2; times += 1) await sending.deliverPiece({ noticeId, piece: 2, jobId }, clock.now());
    expect((await longJobs.look(actorOf(hr.id), jobId)).job).toMatchObject({ done: 1000, finishedAt: null });
    await runJobs();
    expect(await delivered(noticeId)).toBe(PEOPLE);
    expect(await longJobs.look(actorOf(hr.id), jobId)).toMatchObject({ phase: 'finished', job: { done: PEOPLE } });
    const [told] = await database.asOwner(
      `select payload::text as mail from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`,
      [`/jobs/${jobId}`],
    );
    expect(told?.['mail']).toContain(`${hr.staffNumber}@voorbeeld.nl`);
  });

  it('keeps in the log what can be held against the rows, and names nobody once a piece is delivered', async () => {
    const { noticeId } = await publish();
    await runJobs().catch(() => undefined);
    const [entry] = await database.asOwner(
      `select o.payload from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'body'
       where e.type = 'notice.delivered' and o.payload like '%' || $1 || '%'`,
      [noticeId],
    );
    const [held] = await database.asOwner(
      `with pieces as (
         select floor((row_number() over (order by person_id) - 1) / 1000) as piece, commitment from notice_deliveries where notice_id = $1),
       hashes as (select piece, encode(sha256(string_agg(commitment, ''::bytea order by commitment)), 'hex') as hash from pieces group by piece)
       select encode(sha256(convert_to(string_agg(hash, ',' order by piece), 'UTF8')), 'hex') as hash from hashes`,
      [noticeId],
    );
    expect(JSON.parse(String(entry?.['payload']))).toMatchObject({ people: PEOPLE, pieces: PIECES, hash: held?.['hash'] });
    expect(await count('select 1 from notice_pieces where notice_id = $1 and first_person is not null', [noticeId])).toBe(0);
    expect(
      await count(
        `select 1 from notice_deliveries where notice_id = $1 and commitment = sha256(salt || convert_to(notice_id || ':' || person_id, 'UTF8'))`,
        [noticeId],
      ),
    ).toBe(PEOPLE);
  });

  it('is told once to everyone, though it is killed five times in the middle', async () => {
    const { jobId, noticeId } = await publish();
    await killAt('update on notice_pieces', 5);
    for (let runs = 0; runs < 8; runs += 1) await runAgain();
    expect(await stopKilling()).toBe(PIECES + 5);
    expect(await delivered(noticeId)).toBe(PEOPLE);
    expect((await longJobs.look(actorOf(hr.id), jobId)).job).toMatchObject({ done: PEOPLE, failedAt: null });
    mailing(null);
    await runJobs();
    const files = readdirSync(folder);
    expect(files).toHaveLength(PEOPLE + 1);
    expect(new Set(addressesOf(files)).size).toBe(PEOPLE + 1);
  });

  it('says that a step failed, and does the rest when asked again, as often as it is asked', async () => {
    const { jobId, noticeId } = await publish();
    await database.asOwner('delete from graphile_worker._private_jobs');
    await killAt('update on notice_pieces', 1);
    await sending.deliverPiece({ noticeId, piece: 0, jobId }, clock.now()).catch(() => undefined);
    await stopKilling();
    expect((await longJobs.look(actorOf(hr.id), jobId)).phase).toBe('failed');
    for (let presses = 0; presses < 3; presses += 1) await longJobs.again(actorOf(hr.id), jobId);
    expect(await count('select 1 from graphile_worker._private_jobs', [])).toBe(PIECES);
    await runJobs().catch(() => undefined);
    await longJobs.again(actorOf(hr.id), jobId);
    expect(await delivered(noticeId)).toBe(PEOPLE);
    expect((await longJobs.look(actorOf(hr.id), jobId)).phase).toBe('finished');
  });

  it('leaves joiners waiting until it is through, and passes over who left meanwhile', async () => {
    const { noticeId } = await publish();
    await sending.deliverToJoiners(clock.now());
    expect(await delivered(noticeId)).toBe(0);
    const [leaver] = await database.asOwner(`select max(id) as id from persons where unit_id = $1`, [unit]);
    await database.asOwner(`update persons set ends_on = '2026-03-01' where id = $1`, [leaver?.['id']]);
    await runJobs().catch(() => undefined);
    expect(await delivered(noticeId)).toBe(PEOPLE - 1);
    await database.asOwner(`update persons set ends_on = null where id = $1`, [leaver?.['id']]);
    await sending.deliverToJoiners(clock.now());
    expect(await delivered(noticeId)).toBe(PEOPLE);
  });

  it('reminds everyone who has not opened it, a thousand at a time, once', async () => {
    const { noticeId } = await publish();
    await runJobs().catch(() => undefined);
    clock.advance({ days: 4 });
    await sending.remind(clock.now());
    expect(await count('select 1 from notice_deliveries where reminders > 0', [])).toBe(1000);
    await runJobs().catch(() => undefined);
    expect(await count('select 1 from notice_deliveries where notice_id = $1 and reminders = 1', [noticeId])).toBe(PEOPLE);
  });

  it('is followed by who sent it, and does not exist for anyone else', async () => {
    const { jobId } = await publish();
    const other = await givenPerson(database, { unitId: unit, roles: ['hr_registrar'], startsOn: '2027-01-01' });
    await expect(longJobs.look(actorOf(other.id, 'hr_registrar'), jobId)).rejects.toMatchObject({ status: 404 });
    await expect(longJobs.again(actorOf(other.id, 'hr_registrar'), jobId)).rejects.toMatchObject({ status: 404 });
    expect((await longJobs.look(actorOf(hr.id), jobId)).job.id).toBe(jobId);
  });
});

describe('a mail to many', () => {
  const sql = "select n as reference, 'm' || n || '@example.org' as address from generate_series(1, $1::int) n";
  const queue = (people: number) =>
    database.transactions.run((tx) => queueMails(tx, { subject: 'x', text: 'y', recipients: { sql, parameters: [people] } }));

  it('is sent to nobody twice by a mailer that is killed five times', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        received.push(address);
        done();
      },
      onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    mailing(`smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`);
    await queue(40);
    await killAt('update of done on mail_progress', 5);
    for (let runs = 0; runs < 8; runs += 1) await runAgain();
    await stopKilling();
    await new Promise<void>((resolve) => server.close(resolve));
    expect(received).toHaveLength(40);
    expect(new Set(received).size).toBe(40);
  });

  it('leaves uncertain at most one turn of four people a kill, who are not written to again', async () => {
    mailing(null);
    await queue(12);
    await killAt('update of claimed on mail_progress', 1);
    for (let runs = 0; runs < 3; runs += 1) await runAgain();
    await stopKilling();
    expect(readdirSync(folder)).toHaveLength(12);
  });
});
