/**
 * The decision API against raw Fastify that answers the same bytes (status line, headers and body, with the same JSON parsed), and against Nest that looks one
 * row up with TypeORM. Each server in a process of its own; the same requests over the same number of connections, in turns. Once for a permit, once
 * for a deny with its reasons. Per second, and per second of processor time that the server itself used, which a busy machine disturbs less. Goals: at least 0.85 of the one and 4 times the other. Needs a build.
 */
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const CONNECTIONS = Number(process.env.CONNECTIONS ?? 32);
const SECONDS = Number(process.env.SECONDS ?? 3);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const GOALS = { raw: 0.85, lookup: 4 };

await import('reflect-metadata');
const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, migrate } = await load('platform/database/index.js');
const { readSettings, systemClock } = await load('platform/config/index.js');
const { DemoClock } = await load('platform/config/demo-clock.js');
const { freePort } = await load('commands/free-port.js');
const { log } = await load('platform/log/index.js');
const { startServer } = await load('main.js');
const { seedDemo } = await load('demo.js');
log.level = 'silent';

const folder = mkdtempSync(join(tmpdir(), 'decisions-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: false });
const ownerUrl = await server.database('decisions_bench');
await migrate(ownerUrl);
const children = [];
const sql = async (text, values = []) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(text, values);
  await client.end();
  return rows;
};

const seeded = async () => {
  const port = await freePort('127.0.0.1', 41_000);
  const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port), ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' });
  const config = { ...settings, baseUrl: `http://localhost:${port}`, databaseUrl: appUrlOf(ownerUrl), mailFolder: join(folder, 'mail') };
  const running = await startServer({ config, clock: new DemoClock(systemClock, join(folder, 'days-ahead')) });
  await seedDemo(running.app);
  await running.close();
};

const KEY = `ck_${'x'.repeat(43)}`;
const givenKey = () =>
  sql(
    `insert into api_keys (id, person_id, role, name, scopes, secret_hash, created_at, expires_at)
     select 'k_bench', person_id, 'it_admin', 'bench', array['decisions'], $1, now() - interval '1 day', now() + interval '60 days'
     from role_grants where role = 'it_admin' and ended_at is null limit 1`,
    [KEY_HASH],
  );
const { hashOfToken } = await load('features/people/sessions.repository.js');
const KEY_HASH = hashOfToken(KEY);

const begin = async (kind, more = {}) => {
  const port = await freePort('127.0.0.1', 42_000 + children.length * 100);
  const given = JSON.stringify({ kind, port, folder, databaseUrl: appUrlOf(ownerUrl), ...more });
  const child = fork(join(import.meta.dirname, 'decisions.server.mjs'), [given], {
    stdio: ['ignore', 'ignore', process.env.SHOW ? 'inherit' : 'ignore', 'ipc'],
  });
  children.push(child);
  await new Promise((resolve, reject) => child.once('message', resolve).once('exit', () => reject(new Error(`${kind} did not start`))));
  const cpu = () =>
    new Promise((resolve) => {
      child.once('message', (said) => resolve(said.cpu));
      child.send('cpu');
    });
  return { port, cpu, end: () => child.disconnect() };
};

const requestOf = (question) => {
  const body = JSON.stringify(question);
  return `POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${KEY}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** Asks one request after another on each connection for some seconds. Answers how many a second were answered with 200 and `length` bytes of body. */
const press = (port, request, seconds) =>
  new Promise((resolve, reject) => {
    const until = performance.now() + seconds * 1000;
    const began = performance.now();
    let [answered, open] = [0, CONNECTIONS];
    const one = () => {
      const socket = connect(port, '127.0.0.1', () => socket.write(request));
      let whole = 0;
      let got = 0;
      socket.setNoDelay(true).on('error', reject);
      socket.on('data', (chunk) => {
        if (got === 0) {
          const text = chunk.toString('latin1');
          if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(text.slice(0, 600)));
          whole = text.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(text)[1]);
        }
        got += chunk.length;
        if (got < whole) return;
        answered += 1;
        got = 0;
        if (performance.now() < until) return socket.write(request);
        socket.destroy();
        if ((open -= 1) === 0) resolve({ answered, seconds: (performance.now() - began) / 1000 });
      });
    };
    for (let n = 0; n < CONNECTIONS; n += 1) one();
  });

const ask = async (port, question) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };
  const answer = await fetch(`http://127.0.0.1:${port}/access/v1/evaluation`, { method: 'POST', headers, body: JSON.stringify(question) });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

/** A person whom the application lets be measured with a tool that is on. */
const permitted = async (port) => {
  const people = await sql(
    `select a.id as activation, s.person_id as person from active_tools t join activations a on a.id = t.activation_id
     join people_in_scope s on s.version_id = a.version_id order by a.id, s.person_id limit 400`,
  );
  for (const { activation, person } of people) {
    const question = {
      subject: { type: 'person', id: person },
      action: { name: 'collect' },
      resource: { type: 'activation', id: activation },
    };
    if ((await ask(port, question)).body === '{"decision":true}') return question;
  }
  throw new Error('nobody may be measured');
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const SENT_ANYWAY = ['date', 'connection', 'keep-alive', 'content-length'];

const measure = async (title, ours, lookup, question) => {
  const { headers, body } = await ask(ours.port, question);
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !SENT_ANYWAY.includes(name)));
  const raw = await begin('raw', { headers: own, body });
  const again = await ask(raw.port, question);
  if (again.body !== body || Object.keys(again.headers).sort().join() !== Object.keys(headers).sort().join())
    throw new Error(`other bytes: ${JSON.stringify(again)}`);
  const servers = { raw, ours, lookup };
  const rates = { raw: [], ours: [], lookup: [] };
  const ofCpu = { raw: [], ours: [], lookup: [] };
  const request = requestOf(question);
  for (const { port } of Object.values(servers)) await press(port, request, 1);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [kind, { port, cpu }] of Object.entries(servers)) {
      const before = await cpu();
      const { answered, seconds } = await press(port, request, SECONDS);
      rates[kind].push(answered / seconds);
      ofCpu[kind].push(answered / ((await cpu()) - before));
    }
  raw.end();
  for (const [what, of] of [
    ['', rates],
    [' of the server’s own processor time', ofCpu],
  ]) {
    const [a, b, c] = [median(of.ours), median(of.raw), median(of.lookup)];
    process.stdout.write(
      `decisions, ${title} (${body.length} bytes): ${a.toFixed(0)} a second${what}, raw Fastify ${b.toFixed(0)}, ratio ${(a / b).toFixed(2)} ` +
        `(goal: at least ${GOALS.raw}); Nest and TypeORM ${c.toFixed(0)}, ratio ${(a / c).toFixed(1)} (goal: at least ${GOALS.lookup})\n`,
    );
  }
};

try {
  await seeded();
  await givenKey();
  const ours = await begin('ours');
  const lookup = await begin('lookup');
  const permit = await permitted(ours.port);
  await measure('permit', ours, lookup, permit);
  const [draft] = await sql(
    `select t.id from tools t where not exists (select 1 from active_tools a where a.tool_id = t.id) and not t.is_platform order by t.id limit 1`,
  );
  await measure('deny with reasons', ours, lookup, { ...permit, resource: { type: 'tool', id: draft.id } });
} finally {
  for (const child of children) if (child.connected) child.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
