/**
 * What does a page cost over its data? The manager's dashboard of the sample organisation as a page and as the same figures in JSON, asked by eight
 * at a time, in turns in the same run. Both read, hide, log the look and answer; the page is drawn as well. Needs a build.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = join(import.meta.dirname, '..', '..');
const load = (path) => import(join(root, 'dist/src', path));
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const ROUND_MS = Number(process.env.ROUND_MS ?? 5_000);
const AT_ONCE = 8;
const GOAL = 0.5;

const { startEmbedded } = await load('platform/database/embedded/index.js');
const { appUrlOf, migrate } = await load('platform/database/index.js');
const { readSettings, systemClock } = await load('platform/config/index.js');
const { DemoClock } = await load('platform/config/demo-clock.js');
const { freePort } = await load('commands/free-port.js');
const { log } = await load('platform/log/index.js');
const { startServer } = await load('main.js');
const { seedDemo } = await load('demo.js');
log.level = 'silent';

const folder = mkdtempSync(join(tmpdir(), 'pages-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: false });
const ownerUrl = await server.database('pages_bench');
await migrate(ownerUrl);
const port = await freePort('127.0.0.1', 41_000);
const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port), ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' });
const config = {
  ...settings,
  host: '127.0.0.1',
  baseUrl: `http://localhost:${port}`,
  databaseUrl: appUrlOf(ownerUrl),
  mailFolder: join(folder, 'mail'),
};
const running = await startServer({ config, clock: new DemoClock(systemClock, join(folder, 'days-ahead')) });
const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const signedIn = async ({ email, password }) => {
  const login = await fetch(`${running.url}/login`);
  const body = new URLSearchParams({ _csrf: hidden(await login.text(), '_csrf'), login: email, password });
  const cookies = login.headers.getSetCookie().map((one) => one.split(';')[0]);
  const headers = { 'sec-fetch-site': 'same-origin', cookie: cookies.join('; ') };
  const answer = await fetch(`${running.url}/login`, { method: 'POST', redirect: 'manual', headers, body });
  return (
    answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-sid='))
      ?.split(';')[0] ?? ''
  );
};

/** Requests a second, and the size of an answer. */
const rateOf = async (path, cookie) => {
  const until = performance.now() + ROUND_MS;
  let [answers, bytes] = [0, 0];
  const one = async () => {
    while (performance.now() < until) {
      const answer = await fetch(`${running.url}${path}`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
      bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`expected 200 of ${path}, found ${answer.status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { rate: (answers * 1_000) / ROUND_MS, bytes };
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  const people = await seedDemo(running.app);
  const cookie = await signedIn(people.find(({ role }) => role === 'manager'));
  const list = await (await fetch(`${running.url}/dashboards`, { headers: { cookie } })).text();
  const [, toolId] = /href="\/dashboards\/(t_[^/"]+)\/occupancy"/.exec(list) ?? [];
  if (!toolId) throw new Error('expected a dashboard for the manager, found none');
  const paths = { page: `/dashboards/${toolId}/occupancy`, json: `/api/v1/tools/${toolId}/dashboards/occupancy` };
  const rates = { page: [], json: [] };
  const size = {};
  for (const path of Object.values(paths)) await rateOf(path, cookie);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, path] of Object.entries(paths)) {
      const { rate, bytes } = await rateOf(path, cookie);
      rates[name].push(rate);
      size[name] = bytes;
    }
  const [page, json] = [median(rates.page), median(rates.json)];
  process.stdout.write(
    `  page ${page.toFixed(0)}/s (${size.page} bytes), its data as JSON ${json.toFixed(0)}/s (${size.json} bytes), ratio ${(page / json).toFixed(2)} (goal at least ${GOAL})\n`,
  );
  if (page / json < GOAL) process.exitCode = 1;
} finally {
  await running.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
