import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeCluster, OWNER, placeFor, removeCluster, socketFolderFor, type Place } from './cluster.js';
import { claim, clearLeftovers, launcherOf, release, runningServer } from './leftovers.js';
import { boundToThisProcess } from './server-user.js';
import { serverSettings } from './settings.js';

const START_WITHIN_MS = 30_000;
const RESTART_AFTER_MS = 300;

export interface EmbeddedServer {
  readonly dataDirectory: string;
  readonly notes: readonly string[];
  /** The owner's address of one database, which is made where it is missing. */
  database(name: string): Promise<string>;
  has(name: string): Promise<boolean>;
  /** Throws a database away with everything in it. */
  drop(name: string): Promise<void>;
  /** Stops the server after its clients; open transactions are rolled back. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  /** False only in tests: what was committed may then be lost with the machine. */
  readonly durable: boolean;
  /** The folder of a stopped cluster that a new one begins as a copy of. */
  readonly beginWith?: string;
  /** Told when the server died by itself and is started again. */
  readonly onRestart?: () => void;
}

const ownerUrl = (socketFolder: string, database: string): string =>
  `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;

const ask = async (url: string, sql: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const answers = (socketFolder: string): Promise<boolean> =>
  ask(ownerUrl(socketFolder, 'postgres'), 'select 1').then(
    () => true,
    () => false,
  );

const databasesOf = (socketFolder: string): Pick<EmbeddedServer, 'database' | 'has' | 'drop'> => {
  const maintenance = ownerUrl(socketFolder, 'postgres');
  const checked = (name: string): string => {
    if (/^[a-z0-9_]+$/.test(name)) return name;
    throw new Error('Expected: a database name of lower-case letters, digits and underscores.');
  };
  const has = async (name: string): Promise<boolean> =>
    (await ask(maintenance, `select 1 from pg_database where datname = '${checked(name)}'`)) > 0;
  return {
    has,
    database: async (name) => {
      if (!(await has(name))) await ask(maintenance, `create database ${checked(name)}`);
      return ownerUrl(socketFolder, name);
    },
    drop: async (name) => void (await ask(maintenance, `drop database if exists ${checked(name)} with (force)`)),
  };
};

const launch = (place: Place, socketFolder: string, durable: boolean): ChildProcess => {
  const log = openSync(join(place.home, 'postgres.log'), 'a', 0o600);
  const args = ['-D', place.cluster, ...serverSettings(socketFolder, durable).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const [program, bound] = boundToThisProcess(join(place.binaries, 'bin', 'postgres'), args);
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  try {
    return spawn(program, bound, { cwd: '/', env, stdio: ['ignore', log, log], detached: true, ...place.user });
  } finally {
    closeSync(log);
  }
};

const lastWords = (place: Place): string => {
  const log = join(place.home, 'postgres.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n') : '';
};

/** Starts the server and waits until it answers. A server that was killed just now may still hold its memory: then once more. */
const startOnce = async (place: Place, socketFolder: string, durable: boolean): Promise<ChildProcess> => {
  for (let waited = 0; ;) {
    const child = launch(place, socketFolder, durable);
    const ended = { yes: false };
    child.once('exit', () => (ended.yes = true)).once('error', () => (ended.yes = true));
    for (; !ended.yes && waited < START_WITHIN_MS; waited += 25) {
      if (await answers(socketFolder)) return child;
      await sleep(25);
    }
    if (waited >= START_WITHIN_MS || !/still in use|already exists|starting up/.test(lastWords(place))) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL did not start in ${place.cluster}. Its last words:\n${lastWords(place)}`);
    }
    await sleep(RESTART_AFTER_MS);
    waited += RESTART_AFTER_MS;
  }
};

const exitOf = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));

/** Stops in PostgreSQL's fast way, which loses nothing; after 20 s in its immediate way, which the next start recovers from. */
const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exitOf(child);
  clearTimeout(impatience);
};

const giveUp = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : 'PostgreSQL could not be started again.'}\n`);
  process.exit(1);
};

/** Starts the server, and starts it again whenever it dies by itself. */
const keepRunning = async (place: Place, socketFolder: string, options: EmbeddedOptions): Promise<() => Promise<void>> => {
  const state = { child: await startOnce(place, socketFolder, options.durable), stopping: false };
  const again = async (): Promise<void> => {
    await clearLeftovers(place.cluster);
    state.child = await startOnce(place, socketFolder, options.durable);
    watch();
  };
  const watch = (): void => {
    state.child.once('exit', () => {
      if (state.stopping) return;
      options.onRestart?.();
      again().catch(giveUp);
    });
  };
  watch();
  return async () => {
    state.stopping = true;
    await end(state.child);
    release(place.home);
  };
};

/** The place in `folder`, for this process alone. */
const freePlace = async (folder: string): Promise<Place> => {
  const place = placeFor(folder);
  const other = launcherOf(place.home);
  if (other)
    throw new Error(
      `Another Countersign (process ${other}) already uses ${folder}. Expected: stop it first, or set COUNTERSIGN_DATA to another folder.`,
    );
  claim(place.home);
  await clearLeftovers(place.cluster);
  return place;
};

/** Throws the data in `folder` away, unless another process uses it. */
export const clearEmbedded = async (folder: string): Promise<void> => {
  const place = await freePlace(folder);
  removeCluster(place);
  release(place.home);
};

/** A PostgreSQL server of our own in `folder`, started again whenever it dies, and gone when this process is. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const place = await freePlace(options.folder);
  await makeCluster(place, options.durable, options.beginWith);
  const socketFolder = socketFolderFor(place);
  const stop = await keepRunning(place, socketFolder, options);
  return { dataDirectory: place.cluster, notes: place.notes, ...databasesOf(socketFolder), stop };
};

/** The owner's address of a database in a server that another process keeps in `folder`, or null when none runs there. */
export const attachEmbedded = (folder: string, database: string): string | null => {
  const place = placeFor(folder);
  const server = launcherOf(place.home) ? runningServer(place.cluster) : null;
  return server?.socketFolder ? ownerUrl(server.socketFolder, database) : null;
};
