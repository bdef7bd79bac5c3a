import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LAUNCHER = 'launcher.pid';
const POSTMASTER = 'postmaster.pid';
const linesOf = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

/** State and start of a process as Linux tells them; null where there is no /proc. */
const statOf = (pid: number): { readonly state: string; readonly start: string } | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return null;
  }
};

/** A process that ended, but that nobody has taken notice of, is dead too: containers often have nobody who does. */
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return statOf(pid)?.state !== 'Z';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Numbers of processes are used again, after a restart of a container even at once; together with its start one is certain. */
const startOf = (pid: number): string => statOf(pid)?.start ?? '';

export const claim = (home: string): void => writeFileSync(join(home, LAUNCHER), `${process.pid}\n${startOf(process.pid)}\n`);
export const release = (home: string): void => rmSync(join(home, LAUNCHER), { force: true });

/** The process that started the server in this place and still lives, or null. */
export const launcherOf = (home: string): number | null => {
  const [pid = '', start = ''] = linesOf(join(home, LAUNCHER));
  const number = Number(pid);
  if (!number || number === process.pid || !alive(number)) return null;
  return startOf(number) === start ? number : null;
};

const isServerOf = (pid: number, cluster: string): boolean => {
  if (process.platform !== 'linux') return alive(pid);
  try {
    return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(cluster);
  } catch {
    return false;
  }
};

/** The running server of this cluster: its process and the folder of its socket. */
export const runningServer = (cluster: string): { readonly pid: number; readonly socketFolder: string } | null => {
  const lines = linesOf(join(cluster, POSTMASTER));
  const pid = Number(lines[0]);
  return pid && alive(pid) && isServerOf(pid, cluster) ? { pid, socketFolder: lines[4] ?? '' } : null;
};

const gone = async (pid: number, withinMs: number): Promise<boolean> => {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (!alive(pid)) return true;
    await sleep(50);
  }
  return !alive(pid);
};

/** Ends a server whose launcher was killed, and takes away the files that a killed server leaves. */
export const clearLeftovers = async (cluster: string): Promise<void> => {
  const server = runningServer(cluster);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!server || (await gone(server.pid, 0))) break;
    try {
      process.kill(server.pid, signal);
    } catch {
      break;
    }
    await gone(server.pid, 8000);
  }
  rmSync(join(cluster, POSTMASTER), { force: true });
};
