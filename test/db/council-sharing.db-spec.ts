import type { Actor } from '../../src/kernel/actor.js';
import { ConstituencyService } from '../../src/features/consultation/constituency/constituency.service.js';
import { GuestsService } from '../../src/features/consultation/guests/guests.service.js';
import { QuestionService } from '../../src/features/consultation/questions/question.service.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenPerson, givenStaff, type GivenPerson, givenUnit, identityAt, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const START = '2026-03-02T09:00:00Z';
const ONE_PAGE = { title: 'Het plan', lead: 'Kort', language: 'nl', sections: [], questions: { heading: 'Vragen', rows: [] } };
const SNAPSHOT = { scheme: 1, onePage: { nl: ONE_PAGE, en: ONE_PAGE }, texts: [], sheet: [], agreements: [], advice: null };

let database: TestDatabase;
let clock: TestClock;
let staff: Staff;
let guests: GuestsService;
let constituency: ConstituencyService;

beforeAll(async () => {
  database = await databaseFor('council_sharing');
  clock = new TestClock(START);
  staff = await database.transactions.run((tx) => givenStaff(tx));
  guests = new GuestsService(database.transactions, clock);
  constituency = new ConstituencyService(database.transactions, clock, { baseUrl: 'http://localhost' });
});
afterAll(() => database.close());

const givenCase = async (unitIds: readonly string[] = [staff.employee.unitId]): Promise<string> => {
  const tool = await database.transactions.run((tx) => givenTool(tx, new Date(START), { until: 'fixed', unitIds }));
  const { requestId } = await database.transactions.run((tx) => givenChain(tx, tool, staff, { without: ['meeting', 'decision', 'final'] }));
  await database.asOwner(`alter table consent_requests disable trigger user`);
  await database.asOwner(`update consent_requests set snapshot = $2 where id = $1`, [requestId, JSON.stringify(SNAPSHOT)]);
  await database.asOwner(`alter table consent_requests enable always trigger forbid_change`);
  return requestId;
};
const chair = (): Actor => actorOf(staff.chair);
const member = (): Actor => actorOf(staff.member);
/** A code is good once: each act is a minute later. */
const identity = () => {
  clock.advance({ minutes: 1 });
  return identityAt(clock.now());
};
const count = async (sql: string): Promise<number> => Number((await database.asOwner(sql))[0]?.['count']);
const OUTSIDE = ['hr', 'director', 'dpo', 'orgAdmin', 'it', 'auditor', 'privacyOfficer', 'employee'] as const;

describe('a guest link', () => {
  let requestId: string;
  beforeAll(async () => {
    requestId = await givenCase();
  });
  const make = (days = 30, actor = chair()) => guests.make(actor, requestId, { madeFor: 'Adviseur vakbond', days }, identity());

  it('opens one case to whoever holds it, and to nobody who guesses', async () => {
    const token = await make();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await guests.open(token))?.request.id).toBe(requestId);
    expect(await guests.open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await guests.open('')).toBeNull();
  });

  it('reads the files of an answer in its own case, and of no other', async () => {
    const questions = new QuestionService(database.transactions, clock);
    const [token, other] = [await make(), await givenCase()];
    const asked = async (id: string): Promise<{ question: string; file: string }> => {
      await questions.ask(member(), id, 'Hoe lang blijft het staan?');
      const [row] = await database.asOwner('select id from council_questions where request_id = $1', [id]);
      const question = String(row?.['id']);
      const files = [{ bytes: Buffer.from('%PDF-1.4 termijn %%EOF'), name: 'termijn.pdf' }];
      await questions.answer(actorOf(staff.hr), id, question, { text: 'Een maand.', files });
      const [file] = await database.asOwner('select file_id from council_answer_files where question_id = $1', [question]);
      return { question, file: String(file?.['file_id']) };
    };
    const [own, strange] = [await asked(requestId), await asked(other)];
    expect((await guests.answerFile(token, own.question, own.file)).name).toBe('termijn.pdf');
    for (const [link, question, file] of [
      [token, strange.question, strange.file],
      [token, own.question, strange.file],
      ['x', own.question, own.file],
    ] as const)
      await expect(guests.answerFile(link, question, file)).rejects.toMatchObject({ status: 404 });
    clock.advance({ days: 30 });
    await expect(guests.answerFile(token, own.question, own.file)).rejects.toMatchObject({ status: 404 });
    await database.asOwner('delete from graphile_worker._private_jobs');
  });

  it('is kept as a hash only, whatever is dumped', async () => {
    const token = await make();
    const tables = await database.asOwner(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await database.asOwner(`select * from ${String(name)}`);
      expect(JSON.stringify(rows)).not.toContain(token);
    }
  });

  it('ends at the very instant that was chosen', async () => {
    const token = await make(7);
    clock.advance({ days: 7, seconds: -1 });
    expect(await guests.open(token)).not.toBeNull();
    clock.advance({ seconds: 1 });
    expect(await guests.open(token)).toBeNull();
  });

  it('lasts ninety days at most, whoever writes the row', async () => {
    await expect(make(91)).rejects.toThrow(/guest_links_term/);
    await expect(make(90)).resolves.toBeTruthy();
  });

  it('is taken back at once, by any member, once', async () => {
    const token = await make();
    const [link] = (await guests.links(member(), requestId)).links;
    await guests.end(member(), requestId, link?.id ?? '');
    expect(await guests.open(token)).toBeNull();
    await expect(guests.end(member(), requestId, link?.id ?? '')).rejects.toMatchObject({ code: 'guest.over' });
    expect((await guests.links(chair(), requestId)).links[0]?.state).toBe('ended');
  });

  it('shows the members who made it and when it was opened, a visit once', async () => {
    const token = await make();
    await guests.open(token);
    clock.advance({ minutes: 5 });
    await guests.open(token);
    const opened = clock.now();
    clock.advance({ minutes: 10 });
    await guests.open(token);
    const [link] = (await guests.links(member(), requestId)).links;
    expect(link).toMatchObject({ maker: staff.chair.name, visits: 2 });
    expect(link?.lastOpenedAt?.getTime()).toBeGreaterThan(opened.getTime());
  });

  it('is made by an officer who says again who it is, and by no other member', async () => {
    await expect(make(30, member())).rejects.toMatchObject({ status: 403 });
    const wrong = { password: 'fout', totp: identity().totp };
    await expect(guests.make(chair(), requestId, { madeFor: 'x', days: 7 }, wrong)).rejects.toMatchObject({ status: 422 });
  });

  it.each(OUTSIDE)('does not exist for %s', async (who) => {
    const [link] = (await guests.links(chair(), requestId)).links;
    const outside = actorOf(staff[who]);
    await expect(guests.links(outside, requestId)).rejects.toMatchObject({ status: 404 });
    await expect(guests.make(outside, requestId, { madeFor: 'x', days: 7 }, identity())).rejects.toMatchObject({ status: 404 });
    await expect(guests.end(outside, requestId, link?.id ?? '')).rejects.toMatchObject({ status: 404 });
  });

  it('leaves nothing in the log that names the tool or the link', async () => {
    const shown = await count(`select count(*) from evidence_entries`);
    const hidden = await count(`select count(*) from confidential_acts`);
    await guests.open(await make());
    const [link] = (await guests.links(chair(), requestId)).links;
    await guests.end(chair(), requestId, link?.id ?? '');
    expect(await count(`select count(*) from evidence_entries`)).toBe(shown);
    expect(await count(`select count(*) from confidential_acts`)).toBe(hidden + 3);
  });

  it('is not guessed at for long; who holds a link is not kept out by that', async () => {
    const fresh = new GuestsService(database.transactions, clock);
    const token = await make();
    let refused = 0;
    for (let n = 0; n < 125; n += 1) await fresh.open(`guess ${n}`).catch(() => (refused += 1));
    expect(refused).toBe(5);
    expect(await fresh.open(token)).not.toBeNull();
    let kept = 0;
    for (let n = 0; n < 62; n += 1) await fresh.open(token).catch(() => (kept += 1));
    expect(kept).toBe(3);
    clock.advance({ minutes: 1 });
    expect(await fresh.open(token)).not.toBeNull();
  });

  it('is one of ten at most that are open in a case', async () => {
    const other = await givenCase();
    const another = () => guests.make(chair(), other, { madeFor: 'x', days: 7 }, identity());
    for (let n = 0; n < 10; n += 1) await another();
    await expect(another()).rejects.toMatchObject({ code: 'guest.too-many' });
    const [link] = (await guests.links(chair(), other)).links;
    await guests.end(chair(), other, link?.id ?? '');
    await expect(another()).resolves.toBeTruthy();
  });
});

describe('a summary for those concerned', () => {
  let requestId: string;
  let people: GivenPerson[];
  let few: GivenPerson[];

  beforeAll(async () => {
    await database.transactions.run(async (tx) => {
      const [large, small, third] = [await givenUnit(tx, 'Groot'), await givenUnit(tx, 'Klein'), await givenUnit(tx, 'Midden')];
      const inUnit = async (unitId: string, n: number): Promise<GivenPerson[]> => {
        const given: GivenPerson[] = [];
        for (let at = 0; at < n; at += 1) given.push(await givenPerson(tx, { unitId }));
        return given;
      };
      people = [...(await inUnit(large, 12)), ...(await inUnit(third, 11))];
      few = await inUnit(small, 3);
    });
    requestId = await givenCase([people[0]?.unitId ?? '', people[22]?.unitId ?? '', few[0]?.unitId ?? '']);
  });

  let key = 0;
  const publish = (actor = chair(), days = 14, on = requestId) =>
    constituency.publish(actor, on, { message: 'Wat vindt u?', days }, { identity: identity(), key: `k${(key += 1)}` });
  const publicationId = async (): Promise<string> => (await constituency.rounds(member(), requestId)).rounds[0]?.publication.id ?? '';
  const react = async (person: GivenPerson, choice: 'for' | 'against' | 'worried', remark = '') =>
    constituency.react(actorOf(person), await publicationId(), { choice, remark });

  it('is published by an officer, who says again who it is; by nobody else', async () => {
    await expect(publish(member())).rejects.toMatchObject({ status: 403 });
    for (const who of OUTSIDE) await expect(publish(actorOf(staff[who]))).rejects.toMatchObject({ status: 404 });
    const wrong = { identity: { password: 'fout' }, key: 'w' };
    await expect(constituency.publish(chair(), requestId, { message: '', days: 7 }, wrong)).rejects.toMatchObject({ status: 422 });
    expect(await publish()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(publish()).rejects.toMatchObject({ code: 'summary.running' });
  });

  it('is mailed to those concerned, and to nobody else', async () => {
    const jobs =
      await database.asOwner(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail.send-many'`);
    const told = jobs.flatMap(({ payload }) =>
      (payload as { recipients: { reference: string }[] }).recipients.map(({ reference }) => reference),
    );
    expect(new Set(told)).toEqual(new Set([...people, ...few].map(({ id }) => id)));
    expect(JSON.stringify(jobs)).not.toContain('Aanmeld');
  });

  it('is read by those concerned; for everyone else it is not there', async () => {
    const id = await publicationId();
    expect(await constituency.look(actorOf(people[0]!), id)).toMatchObject({ running: true, reacted: false });
    expect(await constituency.mine(actorOf(people[0]!))).toHaveLength(1);
    for (const who of ['hr', 'director', 'employee', 'chair'] as const) {
      await expect(constituency.look(actorOf(staff[who]), id)).rejects.toMatchObject({ status: 404 });
      await expect(constituency.react(actorOf(staff[who]), id, { choice: 'for', remark: '' })).rejects.toMatchObject({ status: 404 });
      expect(await constituency.mine(actorOf(staff[who]))).toEqual([]);
    }
  });

  it('takes one reaction of each, at once or later', async () => {
    const twice = await Promise.allSettled([react(people[0]!, 'against', 'Mij gaat het te ver.'), react(people[0]!, 'for')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(react(people[0]!, 'for')).rejects.toMatchObject({ code: 'reaction.given' });
    for (const person of people.slice(1, 12)) await react(person, 'for');
    for (const person of people.slice(12)) await react(person, 'worried');
    for (const person of few) await react(person, 'against', 'Klein maar dapper.');
  });

  it('shows no outcome while it runs, to members neither', async () => {
    const { rounds } = await constituency.rounds(chair(), requestId);
    expect(rounds).toEqual([{ publication: expect.anything(), closed: null }]);
    for (const who of OUTSIDE) await expect(constituency.rounds(actorOf(staff[who]), requestId)).rejects.toMatchObject({ status: 404 });
  });

  it('shows members the outcome in groups of ten once it is closed, so that nothing can be subtracted', async () => {
    await expect(constituency.end(member(), requestId, await publicationId())).rejects.toMatchObject({ status: 403 });
    await constituency.end(chair(), requestId, await publicationId());
    const [round] = (await constituency.rounds(member(), requestId)).rounds;
    const outcome = round?.closed?.outcome;
    expect(outcome?.smallest).toBe(10);
    expect(Object.fromEntries(outcome?.units.map(({ unit, tally }) => [unit, tally]) ?? [])).toEqual({
      Groot: expect.objectContaining({ worried: 0 }),
      Klein: null,
      Midden: null,
    });
    expect(outcome?.total).toMatchObject({ worried: 11 });
    expect([...(round?.closed?.remarks ?? [])].sort()).toEqual(
      expect.arrayContaining(['Klein maar dapper.', 'Klein maar dapper.', 'Klein maar dapper.']),
    );
  });

  it('takes nothing more once it is closed', async () => {
    const late = await database.transactions.run((tx) => givenPerson(tx, { unitId: people[0]!.unitId }));
    await expect(react(late, 'for')).rejects.toMatchObject({ code: 'summary.closed' });
    await expect(constituency.end(chair(), requestId, await publicationId())).rejects.toMatchObject({ code: 'summary.closed' });
  });

  it('runs to the last instant of its last day in Amsterdam, and shows its outcome after that', async () => {
    clock.set('2026-07-01T08:00:00Z');
    await publish(chair(), 7);
    clock.set('2026-07-08T21:59:59Z');
    await react(people[0]!, 'for');
    expect((await constituency.rounds(member(), requestId)).rounds[0]?.closed).toBeNull();
    clock.set('2026-07-08T22:00:00Z');
    await expect(react(people[1]!, 'for')).rejects.toMatchObject({ code: 'summary.closed' });
    expect((await constituency.rounds(member(), requestId)).rounds[0]?.closed).toMatchObject({ outcome: { total: null }, remarks: [] });
  });

  it('keeps nowhere who chose what: no column ties a person to a choice or a remark', async () => {
    const columns = await database.asOwner(
      `select table_name || '.' || column_name as line from information_schema.columns where table_name like 'reaction\\_%' order by 1`,
    );
    expect(columns.map(({ line }) => line)).toEqual([
      'reaction_counts.choice',
      'reaction_counts.people',
      'reaction_counts.publication_id',
      'reaction_counts.unit_id',
      'reaction_givers.person_id',
      'reaction_givers.publication_id',
      'reaction_remarks.id',
      'reaction_remarks.publication_id',
      'reaction_remarks.text',
    ]);
    const acts = await database.asOwner(`select payload from confidential_acts where payload like '%reaction.given%'`);
    expect(acts.length).toBeGreaterThan(20);
    for (const person of people) expect(JSON.stringify(acts)).not.toContain(person.id);
  });

  it('counts one by one, whoever types the SQL', async () => {
    const change = (sql: string) => database.transactions.run((tx) => tx.query(sql));
    await expect(change(`update reaction_counts set people = people + 5`)).rejects.toThrow(/one by one/);
    await expect(change(`delete from reaction_counts`)).rejects.toThrow(/permission denied/);
  });

  it('stands in the timeline of the tool as published and closed, and says nothing of reactions', async () => {
    const types = await database.asOwner(
      `select distinct type from evidence_entries where type like 'summary.%' or type like 'reaction%' order by 1`,
    );
    expect(types.map(({ type }) => type)).toEqual(['summary.closed', 'summary.published']);
  });
});
