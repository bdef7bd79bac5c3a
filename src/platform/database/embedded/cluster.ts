import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { usableBinaries } from './binaries.js';
import { canReach, serverUser, type ServerUser } from './server-user.js';

/** Where the data goes when PostgreSQL's user cannot enter the folder that was asked for. */
const ELSEWHERE = '/var/lib/countersign';
const LONGEST_SOCKET_FOLDER = 80;
const run = promisify(execFile);

export const OWNER = 'countersign_owner';

/** A place on disk with one PostgreSQL cluster in it. */
export interface Place {
  readonly home: string;
  readonly cluster: string;
  readonly binaries: string;
  readonly user: ServerUser | null;
  /** Sentences for the operator about a place that differs from what was asked. */
  readonly notes: readonly string[];
}

const give = (path: string, user: ServerUser | null): void => {
  if (user) chownSync(path, user.uid, user.gid);
};

const makeFolder = (path: string, user: ServerUser | null): void => {
  mkdirSync(path, { recursive: true });
  give(path, user);
  chmodSync(path, 0o700);
};

const homeElsewhere = (asked: string): string => join(ELSEWHERE, createHash('sha256').update(asked).digest('hex').slice(0, 12));

/** The cluster's home: `folder`, or for root one under /var/lib when a folder above it is closed to PostgreSQL's user. */
const homeFor = (folder: string, user: ServerUser | null): string => {
  if (!user) return folder;
  const elsewhere = homeElsewhere(folder);
  if (existsSync(join(elsewhere, 'data', 'PG_VERSION'))) return elsewhere;
  mkdirSync(dirname(folder), { recursive: true });
  return canReach(user, dirname(folder)) ? folder : elsewhere;
};

/** Finds or makes the place for a cluster in `folder`. */
export const placeFor = (folder: string): Place => {
  const asked = resolve(folder);
  const user = serverUser();
  const home = homeFor(asked, user);
  makeFolder(home, user);
  const binaries = usableBinaries(user ? ELSEWHERE : home, (path) => !user || canReach(user, path));
  const notes = [
    ...(home === asked ? [] : [`PostgreSQL's user cannot enter ${dirname(asked)}; its data is in ${home}.`]),
    ...(binaries.startsWith(ELSEWHERE) ? [`PostgreSQL's user cannot enter node_modules; its programs were copied to ${binaries}.`] : []),
  ];
  return { home, cluster: join(home, 'data'), binaries, user, notes };
};

const giveAll = (folder: string, user: ServerUser | null): void => {
  if (!user) return;
  give(folder, user);
  for (const path of readdirSync(folder, { recursive: true })) give(join(folder, String(path)), user);
};

const initialise = async (place: Place, half: string, durable: boolean): Promise<void> => {
  const flags = [
    '-D',
    half,
    '-U',
    OWNER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
  ];
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  await run(join(place.binaries, 'bin', 'initdb'), durable ? flags : [...flags, '--no-sync'], { cwd: '/', env, ...place.user });
};

/** Some 2,500 files: the system's own program takes a fifth of the time. Where there is none, the library does it. */
const copyFolder = (from: string, to: string): Promise<unknown> =>
  run('cp', ['-R', `${from}/.`, to]).catch(() => cp(from, to, { recursive: true }));

/**
 * Makes the cluster, unless it is there: a new one, or a copy of a stopped one in the folder `from`. It appears whole or not at all: a start that
 * is killed leaves nothing half.
 */
export const makeCluster = async (place: Place, durable: boolean, from?: string): Promise<void> => {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const half = `${place.cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  makeFolder(half, place.user);
  if (from) {
    await copyFolder(from, half);
    giveAll(half, place.user);
  } else await initialise(place, half, durable);
  renameSync(half, place.cluster);
};

/** Throws a stopped cluster away. */
export const removeCluster = (place: Place): void => rmSync(place.cluster, { recursive: true, force: true });

/** The folder of the server's socket, which only its user and root can enter. Paths of sockets are short by law of the system. */
export const socketFolderFor = (place: Place): string => {
  if (place.cluster.length <= LONGEST_SOCKET_FOLDER) return place.cluster;
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  give(folder, place.user);
  return folder;
};
