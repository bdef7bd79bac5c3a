/**
 * What does proof for everyone cost? A notice to 100,000 people, piece by piece, each piece a job that delivers and queues its mails, against one
 * bare INSERT ... SELECT of the same rows (the commitment in each row included), in turns in the same run. Sending mail is not counted. Then the
 * same with a worker that is killed five times: everyone is told once, and mailed at most once. Needs a build.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { DataSource } from 'typeorm';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const PEOPLE = Number(process.env.PEOPLE ?? 100_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const KILLED = { people: Number(process.env.KILLED_PEOPLE ?? 20_000), times: 5 };
const GOAL = 1.2;

await import('reflect-metadata');
const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, databaseOptions, migrate, Transactions } = await load('platform/database/index.js');
const { systemClock } = await load('platform/config/index.js');
const { JobRegistry, startWorker } = await load('platform/jobs/index.js');
const { DeliveriesService } = await load('features/notices/index.js');
const { newId } = await load('kernel/ids.js');
const { log } = await load('platform/log/index.js');
log.level = 'silent';

const folder = mkdtempSync(join(tmpdir(), 'deliveries-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: true });

const given = async (name, people) => {
  const ownerUrl = await server.database(name);
  await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const sql = async (text, values) => (await client.query(text, values)).rows;
  await sql(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  await sql(`insert into units (id, name, created_at) values ('u_1', 'Afdeling', now())`);
  await sql(
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     select 'p_' || upper(substr(md5(i::text), 1, 16)), 'b' || i, 'Medewerker ' || i, 'b' || i || '@voorbeeld.test', 'u_1', case when i % 10 = 0 then 'en' else 'nl' end,
       '2020-01-01', false, now() from generate_series(1, $1::int) i`,
    [people],
  );
  await sql(
    `insert into tools (id, name, record_entry_id, registered_by, registered_role, created_at, registered_at, runs_without_consent)
     values ('t_1', 'Volgsysteem', 'r', 'p', 'hr_registrar', now(), now(), false)`,
  );
  await sql(
    `insert into tool_versions (id, tool_id, number, enforcement, created_by, created_at, registered_at, fingerprint)
     values ('v_1', 't_1', 1, 'native', 'p', now(), now(), 'sha-256:v_1')`,
  );
  await sql(`insert into version_units (version_id, unit_id) values ('v_1', 'u_1')`);
  await sql('analyze');
  const notice = async () => {
    const id = newId('n');
    await sql(
      `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
       values ($1, 't_1', 'v_1', 'sha-256:v_1', 'notice', '{}', 'x', $1, 'p', now())`,
      [id],
    );
    return id;
  };
  return { ownerUrl, sql, notice, close: () => client.end() };
};

const HR = { personId: null, role: 'hr_registrar', roles: ['hr_registrar'], language: 'nl' };

const openSending = async (ownerUrl) => {
  const dataSource = await new DataSource(databaseOptions(appUrlOf(ownerUrl), [])).initialize();
  const transactions = new Transactions(dataSource);
  const deliveries = new DeliveriesService(transactions, { baseUrl: 'http://localhost' });
  const send = (id) =>
    transactions.run((tx) => deliveries.send(tx, HR, systemClock.now(), { id, versionId: 'v_1', toolName: 'Volgsysteem' }));
  return { deliveries, send, close: () => dataSource.destroy() };
};

const finished = async (sql, jobId) => {
  for (;;) {
    const [job] = await sql('select finished_at from long_jobs where id = $1', [jobId]);
    if (job.finished_at) return;
    await sleep(15);
  }
};
const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const toldOnce = async (sql, id, people) => {
  const [{ told }] = await sql('select count(*)::int as told from notice_deliveries where notice_id = $1', [id]);
  if (told !== people) throw new Error(`expected ${people} people told, found ${told}`);
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const compare = async () => {
  const { ownerUrl, sql, notice, close } = await given('bench', PEOPLE);
  const sending = await openSending(ownerUrl);
  const registry = new JobRegistry();
  registry.add({ name: 'notices.deliver-piece', run: (payload, now) => sending.deliveries.deliverPiece(payload, now) });
  const worker = await startWorker({ databaseUrl: appUrlOf(ownerUrl), registry, clock: systemClock });
  const bare = [];
  const whole = [];
  const bareRound = async () => {
    const id = await notice();
    bare.push(
      await timed(() =>
        sql(
          `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at)
           select $1, s.person_id, s.unit_id, now() from people_in_scope s where s.version_id = 'v_1'`,
          [id],
        ),
      ),
    );
  };
  const wholeRound = async () => {
    const id = await notice();
    whole.push(await timed(async () => finished(sql, (await sending.send(id)).jobId)));
    await toldOnce(sql, id, PEOPLE);
  };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const turn of round % 2 === 0 ? [bareRound, wholeRound] : [wholeRound, bareRound]) {
      await sql('checkpoint');
      await turn();
    }
  await worker.stop();
  await sending.close();
  await close();
  return { bare: median(bare), whole: median(whole) };
};

const mailServer = async () => {
  const received = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      received.push(address);
      done();
    },
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  });
  smtp.on('error', () => undefined);
  await new Promise((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return { received, url: `smtp://127.0.0.1:${smtp.server.address().port}`, close: () => new Promise((resolve) => smtp.close(resolve)) };
};

/** A worker of its own, as it is installed; ended by SIGKILL. */
const startedWorker = (ownerUrl, smtpUrl) => {
  const env = { ...process.env, DATABASE_URL: ownerUrl, COUNTERSIGN_DATA: folder, MAIL_URL: smtpUrl };
  const child = spawn(process.execPath, [join(root, 'dist/src/cli.js'), 'worker'], { env, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('exit', resolve));
  return { kill: () => (child.kill('SIGKILL'), gone) };
};

const killed = async () => {
  const { ownerUrl, sql, notice, close } = await given('killed', KILLED.people);
  const sending = await openSending(ownerUrl);
  const mail = await mailServer();
  const id = await notice();
  const { jobId } = await sending.send(id);
  const steps = async () => {
    const [{ done }] = await sql(
      `select (select done from long_jobs where id = $1) + coalesce((select sum(done) from mail_progress), 0)::int as done`,
      [jobId],
    );
    return done;
  };
  let kills = 0;
  let worker = startedWorker(ownerUrl, mail.url);
  let before = 0;
  for (;;) {
    await sleep(50);
    const done = await steps();
    if (kills < KILLED.times && done > before + KILLED.people / 4) {
      await worker.kill();
      kills += 1;
      before = await steps();
      worker = startedWorker(ownerUrl, mail.url);
    }
    const [{ left }] = await sql(`select count(*)::int as left from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier in ('notices.deliver-piece', 'mail.send-many', 'mail.send')`);
    if (left === 0) break;
  }
  await worker.kill();
  await toldOnce(sql, id, KILLED.people);
  await mail.close();
  await sending.close();
  await close();
  const twice = mail.received.length - new Set(mail.received).size;
  return { kills, twice, mailed: new Set(mail.received).size };
};

try {
  if (ROUNDS > 0) {
    const { bare, whole } = await compare();
    const ratio = whole / bare;
    process.stdout.write(
      `deliveries, ${PEOPLE} people: one bare insert ${bare.toFixed(0)} ms, piece by piece with its jobs ${whole.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal ${GOAL})${ratio > GOAL ? ' - OVER' : ''}\n`,
    );
    if (ratio > GOAL) process.exitCode = 1;
  }
  const { kills, twice, mailed } = await killed();
  process.stdout.write(
    `deliveries, killed ${kills} times: ${KILLED.people} people told once, ${mailed} mailed, ${twice} of them twice${twice > 0 ? ' - EXPECTED NOBODY' : ''}\n`,
  );
  if (twice > 0 || kills < KILLED.times) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
