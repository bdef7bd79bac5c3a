/**
 * What do dashboards cost? Ten million measured rows of 20,000 people in 40 units over 26 weeks. A dashboard of 12 weeks and the trend of the whole
 * organisation, read from the rollups as the product reads them, against the same figures counted live from the rows, in turns in the same run; both
 * must be equal, value by value. Needs a build.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { DataSource } from 'typeorm';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const ROWS = Number(process.env.ROWS ?? 10_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const [PEOPLE, UNITS, WEEKS] = [20_000, 40, 26];
const GOALS = { dashboard: 30, trend: 300 };

await import('reflect-metadata');
const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, databaseOptions, migrate, Transactions } = await load('platform/database/index.js');
const { rollupsOf } = await load('features/dashboards/dashboards.repository.js');
const { log } = await load('platform/log/index.js');
log.level = 'silent';

const folder = mkdtempSync(join(tmpdir(), 'dashboards-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: false });
const ownerUrl = await server.database('dashboards_bench');
await migrate(ownerUrl);
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();
const sql = async (text, values) => (await client.query(text, values)).rows;

const given = async () => {
  await sql(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  await sql(`insert into units (id, name, created_at) select 'u_' || i, 'Afdeling ' || i, now() from generate_series(0, $1::int - 1) i`, [
    UNITS,
  ]);
  await sql(
    `insert into tools (id, name, record_entry_id, registered_by, registered_role, created_at, registered_at, runs_without_consent)
     values ('t_1', 'Volgsysteem', 'r', 'p', 'hr_registrar', now(), now(), false)`,
  );
  await sql(
    `insert into tool_versions (id, tool_id, number, enforcement, created_by, created_at, registered_at, fingerprint)
     values ('v_1', 't_1', 1, 'native', 'p', now(), now(), 'sha-256:v_1')`,
  );
  await sql(`select add_measurement_partition('2026-12-31')`);
  await sql(
    `insert into measurements (delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value)
     select '2026-12-31', 'b_' || (i / 10000), i % 10000, 't_1', 'v_1', 'present', 'p_' || (hashint8(i) & 2147483647) % $2::int,
       '2026-01-05T07:00:00Z'::timestamptz + make_interval(secs => (i * 7919) % ($3::int * 604800)), 'office', 1 from generate_series(1, $1::bigint) i`,
    [ROWS, PEOPLE, WEEKS],
  );
  /** The unit as it was on arrival; here it never changes. */
  await sql(
    `create table unit_of as select 'p_' || i as person_id, 'u_' || i % $2::int as unit_id from generate_series(0, $1::int - 1) i`,
    [PEOPLE, UNITS],
  );
  await sql('create unique index unit_of_person on unit_of (person_id)');
  for (const period of ['week', 'month'])
    await sql(
      `insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)
       select 't_1', 'v_1', 'present', u.unit_id, $1, date_trunc($1, m.at at time zone 'Europe/Amsterdam')::date, sum(m.value), count(*), count(distinct m.person_id)
       from measurements m join unit_of u using (person_id) group by 4, 6`,
      [period],
    );
  await sql('vacuum analyze');
};

const LIVE = `select u.unit_id as "unitId", date_trunc('week', m.at at time zone 'Europe/Amsterdam')::date::text as start, sum(m.value) as total,
  count(distinct m.person_id)::int as people from measurements m join unit_of u using (person_id)
  where m.tool_id = 't_1' and m.version_id = 'v_1' and m.metric = 'present' and m.at >= $1::timestamptz group by 1, 2`;
const LIVE_TREND = `select date_trunc('week', m.at at time zone 'Europe/Amsterdam')::date::text as start, sum(m.value) as total from measurements m
  where m.tool_id = 't_1' and m.version_id = 'v_1' and m.metric = 'present' group by 1`;

const TREND = `select period_start::text as start, sum(total) as total from metric_rollups
  where tool_id = 't_1' and version_id = 'v_1' and metric = 'present' and period = 'week' group by 1`;

const wanted = { toolId: 't_1', versionId: 'v_1', metric: 'present', period: 'week' };
const inOrder = (rows) => JSON.stringify(rows.map((row) => Object.values(row).map(String).join(' ')).sort());
const timed = async (work) => {
  const began = performance.now();
  const rows = await work();
  return { ms: performance.now() - began, rows };
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  await given();
  const dataSource = await new DataSource(databaseOptions(appUrlOf(ownerUrl), [])).initialize();
  const transactions = new Transactions(dataSource);
  const [{ from }] = await sql(`select (max(period_start) - 77)::text as from from metric_rollups where period = 'week'`);
  const pairs = {
    dashboard: [
      async () => (await transactions.read((tx) => rollupsOf(tx, wanted))).filter(({ start }) => start >= from),
      () => sql(LIVE, [`${from}T00:00:00 Europe/Amsterdam`]),
    ],
    trend: [() => transactions.read((tx) => tx.query(TREND)), () => sql(LIVE_TREND)],
  };
  for (const [name, [rollups, live]] of Object.entries(pairs)) {
    const times = { rollups: [], live: [] };
    await rollups();
    for (let round = 0; round < ROUNDS; round += 1) {
      const slow = await timed(live);
      times.live.push(slow.ms);
      for (let at = 0; at < 5; at += 1) {
        const fast = await timed(rollups);
        times.rollups.push(fast.ms);
        if (inOrder(fast.rows) !== inOrder(slow.rows)) throw new Error(`${name}: the rollups say something else than the rows`);
      }
    }
    const [fast, slow] = [median(times.rollups), median(times.live)];
    const ratio = slow / fast;
    process.stdout.write(
      `  ${name}: rollups ${fast.toFixed(1)} ms, live ${slow.toFixed(0)} ms, ratio ${ratio.toFixed(0)} (goal ${GOALS[name]}), equal by value\n`,
    );
    if (ratio < GOALS[name]) process.exitCode = 1;
  }
  await dataSource.destroy();
} finally {
  await client.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
