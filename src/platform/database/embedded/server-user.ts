import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** PostgreSQL refuses to run as root; then it runs as this user, which is made where it is missing. */
const USER = 'postgres';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const numberOf = (flag: '-u' | '-g'): number | undefined => {
  const found = spawnSync('id', [flag, USER], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout.trim()) : undefined;
};

const make = (): void => {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  if (made.status !== 0) execFileSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', USER], { stdio: 'ignore' });
};

/** The user that PostgreSQL runs as, or null when that is simply the current user. */
export const serverUser = (): ServerUser | null => {
  if (process.getuid?.() !== 0) return null;
  if (numberOf('-u') === undefined) make();
  const uid = numberOf('-u');
  const gid = numberOf('-g');
  if (uid === undefined || gid === undefined)
    throw new Error(`PostgreSQL does not run as root. Expected: a user called ${USER}; it could not be made.`);
  return { uid, gid };
};

/** True when that user can enter (or run) `path`, through every folder above it. */
export const canReach = (user: ServerUser, path: string): boolean =>
  spawnSync('test', ['-x', path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** The command that runs PostgreSQL so that it stops when this process dies, however it dies (Linux; elsewhere the next start stops it). */
export const boundToThisProcess = (program: string, args: readonly string[]): readonly [string, readonly string[]] =>
  process.platform === 'linux' && SETPRIV ? [SETPRIV, ['--pdeathsig', 'INT', program, ...args]] : [program, args];
