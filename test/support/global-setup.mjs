import { transform } from '@swc/core';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAssets } from '../../scripts/build-assets.mjs';

const TEMPLATE = 'countersign_template';
const PARTS = ['src/kernel', 'src/platform/database', 'src/platform/signing', 'src/agent', 'src/guard', 'migrations'];
const root = join(import.meta.dirname, '..', '..');

const compileFile = async (from, to, settings) => {
  const { code } = await transform(await readFile(from, 'utf8'), { ...settings, sourceMaps: false, filename: from });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, code);
};

/** The migrations and the launcher as they stand in the source, compiled beside the packages they import: never a stale build. */
const compile = async () => {
  await mkdir(join(root, 'node_modules', '.cache'), { recursive: true });
  const out = await mkdtemp(join(root, 'node_modules', '.cache', 'countersign-'));
  await chmod(out, 0o755);
  const { exclude: _specs, ...settings } = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  await writeFile(join(out, 'package.json'), '{"type":"module"}');
  for (const part of PARTS) {
    const files = await readdir(join(root, part), { recursive: true });
    const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    await Promise.all(
      sources.map((file) => compileFile(join(root, part, file), join(out, part, file.replace(/ts$/, 'js')), { ...settings, swcrc: false })),
    );
  }
  return out;
};

const MEMORY = '/dev/shm';
const ENOUGH = 3 * 2 ** 30;
/** Memory where there is plenty of it: cloning and dropping databases on a disk takes a third of the server's time. */
const placeForData = async () => {
  const free = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free >= ENOUGH ? MEMORY : tmpdir();
};

const DATA = 'countersign-test-';
const HOUR_MS = 3_600_000;
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};
/** A run that was killed left its data behind; memory is too dear to leave it there. */
const clearLeftovers = async (place) => {
  for (const name of await readdir(place)) {
    if (!name.startsWith(DATA) || isAlive(Number(name.slice(DATA.length).split('-')[0]))) continue;
    const folder = join(place, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > HOUR_MS) await rm(folder, { recursive: true, force: true });
  }
};

/** One server for all projects of a run, with a migrated template that every test file clones. */
export default async () => {
  if (process.env.COUNTERSIGN_TEST_SERVER) return;
  const compiled = await compile();
  const assets = join(compiled, 'assets');
  await buildAssets(assets);
  const load = (path) => import(pathToFileURL(join(compiled, 'src/platform/database', path)).href);
  const [{ startEmbedded }, { appUrlOf, migrate }] = [await load('embedded/index.js'), await load('index.js')];
  const place = await placeForData();
  await clearLeftovers(place);
  const folder = await mkdtemp(join(place, `${DATA}${process.pid}-`));
  await chmod(folder, 0o711);
  const server = await startEmbedded({ folder: join(folder, 'postgres'), durable: false });
  const maintenanceUrl = await server.database('postgres');
  const templateUrl = await server.database(TEMPLATE);
  await migrate(templateUrl);
  process.env.COUNTERSIGN_TEST_SERVER = JSON.stringify({
    dataDirectory: server.dataDirectory,
    maintenanceUrl,
    appUrl: appUrlOf(maintenanceUrl),
    compiled,
    assets,
    template: TEMPLATE,
  });
  globalThis.stopTestServer = async () => {
    await server.stop();
    await Promise.all([folder, compiled].map((path) => rm(path, { recursive: true, force: true })));
  };
};
