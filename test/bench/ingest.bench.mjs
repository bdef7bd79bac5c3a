/**
 * What does checking cost? Measurements over HTTP into a running application: a lease verified, each line checked, added up for its group, counted
 * with a key, and never taken in twice; against the same rows by COPY alone, by INSERT of many rows at once, and by the object mapper's insert. In
 * turns, in the same run, on the same table. Needs a build.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DataSource } from 'typeorm';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const LINES = Number(process.env.LINES ?? 10_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const GOALS = { copy: 0.5, insert: 2.5, mapper: 15 };

await import('reflect-metadata');
const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, CopyRows, databaseOptions, migrate, Transactions } = await load('platform/database/index.js');
const { fastifyAdapter, secure } = await load('platform/http/index.js');
const { signLease, jwkOf, published, thumbprint, writeProof } = await load('platform/signing/index.js');
const { BatchDoor } = await load('features/measurements/batch-door.js');
const { IngestService } = await load('features/measurements/ingest.service.js');
const { LeaseJudge } = await load('features/measurements/lease-judge.service.js');
const { markUnder } = await load('features/measurements/mark-key.js');
const { MeasurementsApi } = await load('features/measurements/measurements.api.js');
const { AgentDoor } = await load('features/agents/index.js');
const { Measurement } = await load('features/measurements/measurements.entity.js');
const { newSecret } = await load('kernel/ids.js');
const { generateKeyPairSync } = await import('node:crypto');

const folder = mkdtempSync(join(tmpdir(), 'ingest-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: true });
const ownerUrl = await server.database('ingest');
await migrate(ownerUrl);
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const sql = async (text, values) => (await owner.query(text, values)).rows;

const NOW = new Date('2026-02-20T10:00:00Z');
const clock = { now: () => clock.at, at: NOW };
const METRIC = { code: 'minutes', category: 'login_time', kind: 'sum', unit: 'minutes', level: 'person', min: 0, max: 600 };
const PEOPLE = { ...METRIC, code: 'present', kind: 'people', level: 'group' };

const agentKey = generateKeyPairSync('ed25519').privateKey;
const serverKey = generateKeyPairSync('ed25519').privateKey;
const agentJwk = jwkOf(agentKey);

await sql('alter table activations disable trigger all');
await sql(`insert into units (id, name, created_at) values ('u_1', 'Afdeling', now())`);
await sql(`insert into persons (id, staff_number, name, unit_id, language, starts_on, works_at_home, created_at)
  values ('p_1', '1', 'Mens', 'u_1', 'nl', '2020-01-01', false, now())`);
await sql(`insert into tools (id, name, record_entry_id, registered_by, registered_role, created_at, registered_at, runs_without_consent)
  values ('t_1', 'Volgsysteem', 'r', 'p', 'hr_registrar', now(), now(), false)`);
await sql(`insert into tool_versions (id, tool_id, number, enforcement, created_by, created_at, registered_at, fingerprint)
  values ('v_1', 't_1', 1, 'native', 'p', now(), now(), 'sha-256:v_1')`);
await sql(`insert into version_units (version_id, unit_id) values ('v_1', 'u_1')`);
const answers = [
  ['purposes', '', ['attendance']],
  ['purposes[].code', 'attendance', 'attendance'],
  ['purposes[].retention.maxDays', 'attendance', 45],
  ['tool.dataCategories', '', ['login']],
  ['tool.dataCategories[].code', 'login', 'login_time'],
  ['tool.dataCategories[].purposes', 'login', ['attendance']],
];
for (const [attribute, item, value] of answers)
  await sql(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at) values ('v_1', $1, $2, $3, 'p', 'hr_registrar', now())`,
    [attribute, item, JSON.stringify(value)],
  );
await sql(`insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
  values ('n_1', 't_1', 'v_1', 'sha-256:v_1', 'notice', '{}', 'x', 'N', 'p', '2026-01-01T00:00:00Z')`);
await sql(
  `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at) values ('n_1', 'p_1', 'u_1', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')`,
);
await sql(`insert into evaluations (id, tool_id, version_id, fingerprint, verdict, rule_set, on_day, failing, evaluated_at)
  values ('e_1', 't_1', 'v_1', 'sha-256:v_1', 'OPEN', 'x', '2026-01-01', '{}', now())`);
await sql(`insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
  values ('act_1', 't_1', 'v_1', 'sha-256:v_1', 'e_1', 1, '{}', 15, 'A', 'p', '2026-01-02T00:00:00Z')`);
await sql(`insert into active_tools (tool_id, activation_id) values ('t_1', 'act_1')`);
await sql(`insert into generations (tool_id, generation) values ('t_1', 1)`);
await sql(
  `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ('a_1', 't_1', 'L', $1, $2, 'p', now())`,
  [JSON.stringify(agentJwk), thumbprint(agentJwk)],
);
await sql(
  `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ('a_1', 'p_1', 'x', 'person', '2026-01-01T00:00:00Z')`,
);
await sql(
  `insert into leases (jti, agent_id, person_id, activation_id, generation, issued_at, expires_at) values ('j_1', 'a_1', 'p_1', 'act_1', 1, $1, $2)`,
  [new Date(NOW.getTime() - 600_000), new Date(NOW.getTime() + 86_000_000)],
);

const dataSource = await new DataSource(databaseOptions(appUrlOf(ownerUrl), [Measurement])).initialize();
const transactions = new Transactions(dataSource);
const config = { baseUrl: 'http://127.0.0.1' };
const keys = { published: () => [published(jwkOf(serverKey))] };
const door = new AgentDoor(transactions, config, clock);
const judge = new LeaseJudge(transactions, door, keys, config, clock);
const ingest = new IngestService(transactions, judge, { of: markUnder(randomBytes(32)) }, clock);
const batches = new BatchDoor(judge);
const api = new MeasurementsApi(batches, ingest);
const adapter = fastifyAdapter(false);
const http = adapter.getInstance();
batches.open(http);
await secure(http, () => config.baseUrl);
http.post('/api/v1/measurements', async (request, reply) => reply.status(201).send(await api.receive(request, request.body)));
const origin = await http.listen({ port: 0, host: '127.0.0.1' });

const lease = signLease(
  {
    iss: config.baseUrl,
    aud: 'urn:countersign:agent',
    sub: 'agent:a_1',
    jti: 'j_1',
    iat: NOW.getTime() / 1000 - 600,
    nbf: NOW.getTime() / 1000 - 600,
    exp: NOW.getTime() / 1000 + 80_000,
    cnf: { jkt: thumbprint(agentJwk) },
    act: 'act_1',
    case: null,
    scope: 'login_time',
    pol: 'sha-256:v_1',
    gen: 1,
    psn: 'x',
    lim: {
      lifetimeSeconds: 80_600,
      metrics: [METRIC, PEOPLE],
      places: ['office'],
      schedule: { hours: { days: [1, 2, 3, 4, 5], from: '07:00', to: '19:00' } },
    },
  },
  serverKey,
);

const instants = Array.from({ length: LINES }, (_, n) => new Date(NOW.getTime() - 500_000 + n * 40).toISOString());
const text = instants
  .map((at, n) =>
    JSON.stringify(
      n === 0
        ? { metric: 'present', unit: 'minutes', at, place: 'office', value: 1 }
        : { metric: 'minutes', unit: 'minutes', at, place: 'office', value: n % 600 },
    ),
  )
  .join('\n');

const overHttp = async () => {
  clock.at = new Date(clock.at.getTime() + 3000);
  const proof = writeProof(
    { method: 'POST', url: 'http://127.0.0.1/api/v1/measurements', jti: newSecret(12), now: clock.at, token: lease },
    agentKey,
  );
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID(), authorization: `DPoP ${lease}`, dpop: proof };
  const answer = await fetch(`${origin}/api/v1/measurements`, { method: 'POST', headers, body: text });
  const body = await answer.json();
  if (body.accepted !== LINES) throw new Error(`Expected: ${LINES} lines taken in. Found: ${JSON.stringify(body).slice(0, 400)}`);
};
const COLUMNS = ['delete_on', 'batch_id', 'line', 'tool_id', 'version_id', 'metric', 'person_id', 'at', 'place', 'value'];
const rowsOf = (batch) => instants.map((at, n) => ['2026-04-07', batch, n + 1, 't_1', 'v_1', 'minutes', 'p_1', at, 'office', n % 600]);
const byCopy = () => {
  const batch = randomUUID();
  const rows = rowsOf(batch).map((row) => row.join('\t'));
  return transactions.run(async (tx) => {
    const copy = await CopyRows.begin(tx, 'measurements', COLUMNS);
    copy.write(`${rows.join('\n')}\n`);
    await copy.end();
  });
};
/** As `pg` sends it: read and planned each time. `name`: kept by the connection after the first time. */
const plain = new pg.Client({ connectionString: appUrlOf(ownerUrl) });
await plain.connect();
const byInsert = async (name) => {
  const rows = rowsOf(randomUUID());
  const atOnce = 1000;
  await plain.query('begin');
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce);
    const places = part.map((row, n) => `(${row.map((_, column) => `$${n * COLUMNS.length + column + 1}`).join(',')})`).join(',');
    await plain.query({ name, text: `insert into measurements (${COLUMNS.join(',')}) values ${places}`, values: part.flat() });
  }
  await plain.query('commit');
};
const byMapper = () =>
  transactions.run(async (tx) => {
    const repository = tx.getRepository(Measurement);
    const [deleteOn, toolId, versionId, metric, personId, place] = ['2026-04-07', 't_1', 'v_1', 'minutes', 'p_1', 'office'];
    const batchId = randomUUID();
    for (const [n, at] of instants.entries())
      await repository.insert({
        deleteOn,
        batchId,
        line: n + 1,
        toolId,
        versionId,
        metric,
        personId,
        at: new Date(at),
        place,
        value: n % 600,
      });
  });

await sql(`select add_measurement_partition('2026-04-07')`);
const timed = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const best = { http: Infinity, copy: Infinity, insert: Infinity, kept: Infinity, mapper: Infinity };
/** Until the compiler has done its work: a server that takes measurements in runs for weeks. */
const WARM = 25;
for (let round = 0; round < WARM; round += 1) await overHttp();
for (let round = 0; round < 5; round += 1) await byCopy();
for (let round = 0; round < 3; round += 1) await byInsert();
for (let round = 0; round < ROUNDS; round += 1) {
  best.http = Math.min(best.http, await timed(overHttp));
  best.copy = Math.min(best.copy, await timed(byCopy));
  best.insert = Math.min(best.insert, await timed(byInsert));
  best.kept = Math.min(best.kept, await timed(() => byInsert('kept')));
  if (round === 0) best.mapper = await timed(byMapper);
}
const perSecond = (ms) => Math.round((LINES / ms) * 1000).toLocaleString('en');
for (const [name, ms] of Object.entries(best))
  process.stdout.write(`  ${name.padEnd(7)} ${ms.toFixed(0).padStart(6)} ms  ${perSecond(ms)} lines/s\n`);
const ratio = (ms) => (ms / best.http).toFixed(2);
process.stdout.write(
  `  checked, over HTTP: ${ratio(best.copy)} of COPY alone (goal ${GOALS.copy}), ${ratio(best.insert)} times INSERT of many rows (goal ${GOALS.insert}; ${ratio(best.kept)} when its plan is kept), `,
);
process.stdout.write(`${ratio(best.mapper)} times the object mapper (goal ${GOALS.mapper})\n`);

await http.close();
await plain.end();
await dataSource.destroy();
await owner.end();
await server.stop();
rmSync(folder, { recursive: true, force: true });
