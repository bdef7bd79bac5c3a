/**
 * What does it cost to decide over each lease as if it were alone? Leases over HTTP by enrolled agents with a proof of possession each, against a bare
 * `http` and `pg` server that verifies the same proof, writes the same rows in one SERIALIZABLE transaction a lease, and signs; it reads no gate at all. In
 * turns in the same run, each server in a process of its own. Then the product again while agents are blocked, 75 a second: none may get a lease once its
 * block is acknowledged. Needs a build.
 */
import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const AGENTS = Number(process.env.AGENTS ?? 3000);
const CONNECTIONS = Number(process.env.CONNECTIONS ?? 1024);
const SECONDS = Number(process.env.SECONDS ?? 6);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const REVOCATIONS_A_SECOND = 75;
/** Until the compiler has done its work: a server that gives leases runs for weeks. */
const WARM_SECONDS = 4;
const READY_A_SECOND = 10_000;
/** As `npm start` starts it; the yardstick, too. */
const FLAGS = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'));
const GOALS = { throughput: 2.5, p99: 0.4 };
/** From now to a Tuesday morning to come, which lies within everybody's hours. */
const OFFSET = ((at) => {
  const tuesday = new Date(at + ((9 - new Date(at).getUTCDay()) % 7 || 7) * 86_400_000);
  return tuesday.setUTCHours(9, 0, 0, 0) - at;
})(Date.now());
const AHEAD = Number(process.env.OFFSET ?? OFFSET);

await import('reflect-metadata');
const { writeProof, verifyProof, signLease, jwkOf, thumbprint, openSigningKey } = await load('platform/signing/index.js');
const { newSecret } = await load('kernel/ids.js');
const clock = { now: () => new Date(Date.now() + AHEAD) };

/** The yardstick: one transaction a lease, and nothing that it could do without. */
const bare = async ({ databaseUrl, port, keyFile, activationId }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  const { key } = await openSigningKey(keyFile);
  const origin = `http://127.0.0.1:${port}`;
  const attempt = async (agentId, person, proof) => {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level serializable');
      const { rows } = await client.query({
        name: 'facts',
        text: `select a.thumbprint, ap.pseudonym, ac.lease_minutes, ac.fingerprint, g.generation from agents a
          join agent_persons ap on ap.agent_id = a.id and ap.person_id = $2 and ap.ended_at is null join active_tools t on t.tool_id = a.tool_id
          join activations ac on ac.id = t.activation_id join generations g on g.tool_id = a.tool_id where a.id = $1 and a.blocked_at is null`,
        values: [agentId, person],
      });
      const [row] = rows;
      const now = clock.now();
      const verified =
        row && verifyProof(proof, { thumbprint: row.thumbprint, method: 'POST', url: `${origin}/api/v1/agents/${agentId}/leases`, now });
      if (!verified?.ok) throw new Error('refused');
      await client.query({
        name: 'proof',
        text: 'insert into used_proofs (thumbprint, jti, at) values ($1, $2, $3)',
        values: [row.thumbprint, verified.jti, now],
      });
      const jti = newSecret(16);
      const exp = new Date(now.getTime() + row.lease_minutes * 60_000);
      await client.query({
        name: 'lease',
        text: 'insert into leases (jti, agent_id, person_id, activation_id, generation, issued_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
        values: [jti, agentId, person, activationId, row.generation, now, exp],
      });
      await client.query('commit');
      const seconds = (at) => Math.floor(at.getTime() / 1000);
      const times = { iat: seconds(now), nbf: seconds(now), exp: seconds(exp) };
      const who = { iss: origin, aud: 'urn:countersign:agent', sub: `agent:${agentId}`, jti, cnf: { jkt: row.thumbprint } };
      const what = { act: activationId, case: null, scope: '', pol: row.fingerprint, gen: row.generation, psn: row.pseudonym, lim: {} };
      return signLease({ ...who, ...times, ...what }, key);
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  const lease = async (...asked) => {
    for (;;) {
      try {
        return await attempt(...asked);
      } catch (error) {
        if (error.code !== '40001') throw error;
      }
    }
  };
  createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      const agentId = request.url.split('/')[4];
      const answer = (status, body) =>
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
      lease(agentId, JSON.parse(text).person, request.headers.dpop).then(
        (token) => answer(201, JSON.stringify({ lease: token })),
        () => answer(403, '{}'),
      );
    });
  }).listen(port, '127.0.0.1', () => process.send('ready'));
};

const product = async ({ databaseUrl, port, folder }) => {
  const { readSettings } = await load('platform/config/index.js');
  const { log } = await load('platform/log/index.js');
  const { startServer } = await load('main.js');
  log.level = 'silent';
  const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port) });
  await startServer({
    config: { ...settings, host: '127.0.0.1', baseUrl: `http://127.0.0.1:${port}`, databaseUrl, mailFolder: join(folder, 'mail') },
    clock,
  });
  process.send('ready');
};

if (process.env.BENCH_ROLE) {
  process.once('disconnect', () => process.exit());
  await { bare, product }[process.env.BENCH_ROLE](JSON.parse(process.env.BENCH_OPTIONS));
} else await main();

async function main() {
  const { startEmbedded } = await load('platform/database/embedded/index.js');
  const { appUrlOf, migrate } = await load('platform/database/index.js');
  const { readSettings, systemClock } = await load('platform/config/index.js');
  const { DemoClock } = await load('platform/config/demo-clock.js');
  const { freePort } = await load('commands/free-port.js');
  const { log } = await load('platform/log/index.js');
  const { startServer } = await load('main.js');
  const { seedDemo } = await load('demo.js');
  const { settingsHashOf } = await load('features/gate/index.js');
  log.level = 'silent';

  const folder = mkdtempSync(join(tmpdir(), 'leases-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: true });
  const ownerUrl = await server.database('bench_leases');
  await migrate(ownerUrl);
  const databaseUrl = appUrlOf(ownerUrl);
  const settings = readSettings({ COUNTERSIGN_DATA: folder, ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' });
  const seedingConfig = {
    ...settings,
    port: await freePort('127.0.0.1', 42_000),
    host: '127.0.0.1',
    baseUrl: 'http://localhost:42000',
    databaseUrl,
  };
  const seeding = await startServer({
    config: { ...seedingConfig, mailFolder: join(folder, 'mail') },
    clock: new DemoClock(systemClock, join(folder, 'days-ahead')),
  });
  await seedDemo(seeding.app);
  await seeding.close();

  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const sql = async (text, values) => (await owner.query(text, values)).rows;
  const [tool] = await sql(`select t.tool_id as id, ac.id as activation, ac.version_id as version, ac.fingerprint,
      (select n.id from notices n where n.tool_id = t.tool_id and n.fingerprint = ac.fingerprint and n.kind in ('notice', 'change') order by n.published_at desc limit 1) as notice
    from active_tools t join activations ac on ac.id = t.activation_id join tool_versions v on v.id = ac.version_id join tools x on x.id = t.tool_id
    where v.enforcement in ('native', 'supervised') order by x.is_platform limit 1`);
  const settingsOf = await sql('select name, value from sheet_settings where version_id = $1', [tool.version]);
  const keys = Array.from({ length: AGENTS }, () => generateKeyPairSync('ed25519').privateKey);
  await sql(
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     select 'p_b' || i, 'b' || i, 'Medewerker ' || i, 'b' || i || '@voorbeeld.test', (select unit_id from version_units where version_id = $1 order by unit_id limit 1),
       'nl', '2020-01-01', false, '2020-01-01T00:00:00Z' from generate_series(0, $2::int - 1) i`,
    [tool.version, AGENTS],
  );
  await sql(
    `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at) select $1, id, unit_id, '2020-01-01', '2020-01-01' from persons where id like 'p\\_b%'`,
    [tool.notice],
  );
  const thumbs = keys.map((key) => thumbprint(jwkOf(key)));
  await sql(
    `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at)
     select 'a_b' || (i - 1), $1, 'BENCH-' || i, '{}', t, 'p', now() from unnest($2::text[]) with ordinality as g(t, i)`,
    [tool.id, thumbs],
  );
  await sql(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) select 'a_b' || i, 'p_b' || i, 'x' || i, 'person', now() from generate_series(0, $1::int - 1) i`,
    [AGENTS],
  );
  const sheet = Object.fromEntries(settingsOf.map(({ name, value }) => [name, value]));
  await sql(
    `insert into settings_reports (tool_id, source_id, settings, settings_hash, matches, reported_at)
     select $1, 'a_b' || i, $2, $3, true, now() from generate_series(0, $4::int - 1) i`,
    [tool.id, JSON.stringify(sheet), settingsHashOf(sheet), AGENTS],
  );
  await sql('analyze');

  const start = async (role, options) => {
    const port = await freePort('127.0.0.1', 43_000 + Math.floor(Math.random() * 2000));
    const child = fork(import.meta.filename, {
      execArgv: FLAGS,
      env: { ...process.env, OFFSET: String(AHEAD), BENCH_ROLE: role, BENCH_OPTIONS: JSON.stringify({ ...options, port }) },
    });
    await new Promise((resolve, reject) => child.once('message', resolve).once('exit', () => reject(new Error(`${role} ended`))));
    return { port, pid: child.pid, stop: () => child.kill('SIGKILL') };
  };

  const requestOf = (port, at) => {
    const path = `/api/v1/agents/a_b${at}/leases`;
    const proof = writeProof({ method: 'POST', url: `http://127.0.0.1:${port}${path}`, jti: newSecret(12), now: clock.now() }, keys[at]);
    const body = JSON.stringify({ person: `p_b${at}`, settings: sheet });
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: keep-alive\r\ndpop: ${proof}`;
    return Buffer.from(`${head}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

  const LENGTH = /content-length: (\d+)/i;
  /** The size of a whole answer, once its head is there; both servers name its length. */
  const sizeOf = (bytes, got) => {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0 || end > got) return Infinity;
    return end + 4 + Number(LENGTH.exec(bytes.latin1Slice(0, end))?.[1] ?? Infinity);
  };

  /**
   * One connection, one request at a time: what came back, and how long it took. It does as little as it can with an answer: what agents do with theirs is
   * not the server's work, and here they all share the server's processors.
   */
  const connection = (port, next, done) =>
    new Promise((resolve) => {
      const bytes = Buffer.alloc(32_768);
      let [got, size, asked, began] = [0, Infinity, null, 0];
      const ask = () => {
        asked = next();
        if (!asked) {
          socket.destroy();
          return resolve();
        }
        [got, size, began] = [0, Infinity, performance.now()];
        socket.write(asked.request);
      };
      const take = (length, part) => {
        got += part.copy(bytes, got, 0, length);
        if (size === Infinity) size = sizeOf(bytes, got);
        if (got < size) return true;
        done(asked, Number(bytes.latin1Slice(9, 12)), performance.now() - began, () => bytes.latin1Slice(0, 600));
        ask();
        return true;
      };
      const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: Buffer.alloc(16_384), callback: take } }, ask);
    });

  /** Everybody asks for `seconds`, agents in turn; the first second does not count. Proofs are made beforehand: what agents do is not the server's work. */
  const drive = async (port, seconds, onDone = () => undefined) => {
    let turn = 0;
    const ready = Array.from({ length: (seconds + 1) * READY_A_SECOND }, (_, n) => requestOf(port, n % AGENTS));
    const [begun, until] = [performance.now() + 1000, performance.now() + 1000 + seconds * 1000];
    const took = [];
    const statuses = {};
    const next = () => {
      if (performance.now() > until) return null;
      const at = turn % AGENTS;
      const request = ready[turn] ?? requestOf(port, at);
      turn += 1;
      return { at, sentAt: performance.now(), request };
    };
    const done = (asked, status, ms, answer) => {
      onDone(asked, status);
      if (status !== 201 && !statuses[status]) statuses.sample = answer();
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (asked.sentAt >= begun && status === 201) took.push(ms);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, () => connection(port, next, done)));
    took.sort((a, b) => a - b);
    return { perSecond: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] ?? NaN, statuses };
  };

  /** Of a process: who started it, and the milliseconds of processor time that it used; null where /proc does not say. */
  const statOf = (pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ');
      return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * 10 };
    } catch {
      return null;
    }
  };
  const [{ backend }] = await sql('select pg_backend_pid() as backend');
  const postmaster = statOf(backend)?.parent;
  const processorTime = (pid) => {
    const all = postmaster ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
    const postgres = all.map(statOf).filter((one) => one?.parent === postmaster);
    return { server: statOf(pid)?.ms ?? 0, postgres: postgres.reduce((sum, { ms }) => sum + ms, 0) };
  };

  const forgetProofs = () => sql('truncate used_proofs');
  const options = { databaseUrl, folder, keyFile: settings.keyFile, activationId: tool.activation };
  const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const best = { bare: [], product: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const role of ['bare', 'product']) {
      const running = await start(role, options);
      await forgetProofs();
      await drive(running.port, WARM_SECONDS);
      await forgetProofs();
      const before = processorTime(running.pid);
      const own = process.cpuUsage();
      const result = await drive(running.port, SECONDS);
      const after = processorTime(running.pid);
      const client = process.cpuUsage(own);
      best[role].push(result);
      const all = Object.values(result.statuses).reduce((sum, n) => sum + (Number(n) || 0), 0);
      const each = (ms) => ((ms / all) * 1000).toFixed(0);
      process.stdout.write(
        `${role}: ${result.perSecond.toFixed(0)} leases/s, p99 ${result.p99.toFixed(0)} ms ${JSON.stringify(result.statuses)}; processor time a lease: ` +
          `server ${each(after.server - before.server)}, PostgreSQL ${each(after.postgres - before.postgres)}, agents ${each((client.user + client.system) / 1000)} microseconds\n`,
      );
      running.stop();
    }
  }
  const of = (role, what) => median(best[role].map((one) => one[what]));
  const ratio = of('product', 'perSecond') / of('bare', 'perSecond');
  const slow = of('product', 'p99') / of('bare', 'p99');

  // Isolation: agents are blocked while they ask.
  const running = await start('product', options);
  await forgetProofs();
  const revoker = new pg.Client({ connectionString: databaseUrl });
  await revoker.connect();
  const blockedAt = new Map();
  let late = 0;
  let refusedAfter = 0;
  let isOver = false;
  const revoking = (async () => {
    for (let at = 0; !isOver && at < AGENTS; at += 1) {
      const next = performance.now() + 1000 / REVOCATIONS_A_SECOND;
      for (;;) {
        try {
          await revoker.query('begin isolation level serializable');
          await revoker.query(`update agents set blocked_at = now(), blocked_by = 'p', blocked_reason = 'x' where id = $1`, [`a_b${at}`]);
          await revoker.query('commit');
          break;
        } catch (error) {
          await revoker.query('rollback');
          if (error.code !== '40001') throw error;
        }
      }
      blockedAt.set(at, {
        acknowledged: performance.now(),
        leases: (await revoker.query('select count(*)::int as n from leases where agent_id = $1', [`a_b${at}`])).rows[0].n,
      });
      await sleep(Math.max(0, next - performance.now()));
    }
  })();
  const under = await drive(running.port, SECONDS, ({ at, sentAt }, status) => {
    const blocked = blockedAt.get(at);
    if (!blocked || sentAt < blocked.acknowledged) return;
    if (status === 201) late += 1;
    else refusedAfter += 1;
  });
  isOver = true;
  await revoking;
  running.stop();
  for (const [at, { leases }] of blockedAt) {
    const [{ n }] = await sql('select count(*)::int as n from leases where agent_id = $1', [`a_b${at}`]);
    if (n !== leases) late += 1;
  }
  await Promise.all([revoker.end(), owner.end()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  const isolated = late === 0 && refusedAfter > 0;
  process.stdout.write(
    `throughput: ${ratio.toFixed(2)} times the bare server (goal ${GOALS.throughput}); p99 ${slow.toFixed(2)} of its (goal ${GOALS.p99})\n` +
      `under ${blockedAt.size} blocks (${REVOCATIONS_A_SECOND}/s asked): ${under.perSecond.toFixed(0)} leases/s; leases after an acknowledged block: ${late}, refusals: ${refusedAfter} ${JSON.stringify(under.statuses)}\n`,
  );
  if (!isolated || ratio < GOALS.throughput || slow > GOALS.p99) process.exitCode = 1;
  process.exit();
}
