/**
 * Does the number of queries grow with the people? The sample organisation, with 200, 2,000 and 20,000 people in scope of one tool: its dossier
 * page, its gate as programs read it, and the publication of its notice. Every statement that the application sends is counted. Needs a build.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const SIZES = [200, 2_000, 20_000];
/** Up to a thousand people are told at once, more in pieces, each a job: a statement more or less. */
const OF_PIECES = 1;
const TOOL = 'Telefoniecijfers klantcontact';
const SEED = 'bench_seed';

/** Statements by transaction; the sequencer of the log, which looks every second whether there is work, is nobody's request. */
const counter = { count: 0 };
const open = new Map();
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (...given) {
  const text = String(given[0]?.text ?? given[0]);
  const transaction = open.get(this) ?? { statements: 0, sequencer: false };
  transaction.statements += 1;
  transaction.sequencer ||= text.includes('pg_try_advisory_xact_lock');
  const isOver = /^\s*(commit|rollback)/i.test(text);
  if (isOver && !transaction.sequencer) counter.count += transaction.statements;
  if (isOver) open.delete(this);
  else open.set(this, transaction);
  return send.apply(this, given);
};

const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, migrate } = await load('platform/database/index.js');
const { readSettings, systemClock } = await load('platform/config/index.js');
const { DemoClock } = await load('platform/config/demo-clock.js');
const { freePort } = await load('commands/free-port.js');
const { log } = await load('platform/log/index.js');
const { startServer } = await load('main.js');
const { seedDemo } = await load('demo.js');
log.level = 'silent';

const folder = mkdtempSync(join(tmpdir(), 'queries-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: false });
const maintenance = await server.database('postgres');

const sql = async (url, text, values = []) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await send.call(client, text, values)).rows;
  } finally {
    await client.end();
  }
};

const appOn = async (ownerUrl) => {
  const port = await freePort('127.0.0.1', 41_000);
  const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port), ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' });
  const config = {
    ...settings,
    host: '127.0.0.1',
    baseUrl: `http://localhost:${port}`,
    databaseUrl: appUrlOf(ownerUrl),
    mailFolder: join(folder, 'mail'),
  };
  return startServer({ config, clock: new DemoClock(systemClock, join(folder, 'days-ahead')) });
};

const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** One person's browser: a cookie, pages and forms. */
const visitorOf = (origin) => {
  let cookie = '';
  const ask = async (path, init = {}) => {
    const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...init.headers };
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sid='));
    if (set) cookie = set.split(';')[0];
    return { status: answer.status, html: await answer.text() };
  };
  const post = (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { ask, post };
};

const measured = async (act, status) => {
  const before = counter.count;
  const began = performance.now();
  const answer = await act();
  if (answer.status !== status) throw new Error(`expected status ${status}, found ${answer.status}`);
  return { queries: counter.count - before, ms: performance.now() - began };
};

const addPeople = async (url, versionId, size) => {
  const [{ inScope }] = await sql(url, `select count(*)::int as "inScope" from people_in_scope where version_id = $1`, [versionId]);
  await sql(
    url,
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     select 'p_bench' || i, 'b' || i, 'Medewerker ' || i, 'b' || i || '@voorbeeld.test', (select unit_id from version_units where version_id = $1 limit 1),
       'nl', '2020-01-01', false, '2020-01-01T00:00:00Z' from generate_series(1, $2::int) i`,
    [versionId, size - inScope],
  );
  await sql(url, 'analyze');
};

const measure = async (size, hr) => {
  const name = `bench_${size}`;
  await sql(maintenance, `create database ${name} template ${SEED}`);
  const url = await server.database(name);
  const [tool] = await sql(
    url,
    `select t.id, v.id as version, v.number from tools t join tool_versions v on v.tool_id = t.id where t.name = $1 order by v.number desc limit 1`,
    [TOOL],
  );
  await addPeople(url, tool.version, size);
  const running = await appOn(url);
  const visitor = visitorOf(running.url);
  const login = await visitor.ask('/login');
  await visitor.post('/login', { _csrf: hidden(login.html, '_csrf'), login: hr.email, password: hr.password });
  const dossier = `/tools/${tool.id}`;
  const notice = `${dossier}/versions/${tool.number}/notices`;
  await visitor.ask(dossier);
  const figures = {
    dossier: await measured(() => visitor.ask(dossier), 200),
    gate: await measured(() => visitor.ask(`/api/v1${dossier}/gate`), 200),
    draft: await measured(() => visitor.ask(notice), 200),
  };
  const { html } = await visitor.ask(notice);
  const form = { _csrf: hidden(html, '_csrf'), _idempotency: hidden(html, '_idempotency') };
  figures.publication = await measured(() => visitor.post(`${notice}/publication`, form), 303);
  const [{ told }] = await sql(
    url,
    `select (coalesce((select sum(p.people) from notice_pieces p where p.notice_id = n.id),
       (select count(*) from notice_deliveries d where d.notice_id = n.id)))::int as told from notices n where n.version_id = $1`,
    [tool.version],
  );
  await running.close();
  if (told !== size) throw new Error(`expected ${size} people told, found ${told}`);
  return figures;
};

try {
  const ownerUrl = await server.database(SEED);
  await migrate(ownerUrl);
  const seeding = await appOn(ownerUrl);
  const people = await seedDemo(seeding.app);
  await seeding.close();
  const hr = people.find(({ role }) => role === 'hr_registrar');
  const rows = [];
  for (const size of SIZES) rows.push([size, await measure(size, hr)]);
  for (const part of ['dossier', 'gate', 'draft', 'publication']) {
    const numbers = rows.map(([, figures]) => figures[part].queries);
    const said = rows
      .map(([size, figures]) => `${figures[part].queries} with ${size} people (${figures[part].ms.toFixed(0)} ms)`)
      .join(', ');
    const grows = numbers.at(-1) > numbers.at(-2) || Math.abs(numbers[1] - numbers[0]) > OF_PIECES;
    process.stdout.write(`queries, ${part}: ${said}${grows ? ' - EXPECTED NO MORE THAN WITH FEWER PEOPLE' : ''}\n`);
    if (grows) process.exitCode = 1;
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
