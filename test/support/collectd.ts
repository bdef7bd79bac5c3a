import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type GuardProcess, until } from './guarded.js';

export const COLLECTD = '/usr/sbin/collectd';

/** Debian's collectd, counting who is signed in, every second, into files; with `script`, it runs that one as well, in a process of its own. */
export const collectdIn = (one: GuardProcess, script?: string): readonly string[] => {
  const lines = [
    'Hostname "laptop"',
    `BaseDir "${one.folder}"`,
    `PIDFile "${one.file('collectd')}"`,
    'Interval 1',
    'LoadPlugin users',
    'LoadPlugin csv',
    `<Plugin csv>\n  DataDir "${one.file('csv')}"\n</Plugin>`,
  ];
  const scripts = ['LoadPlugin exec', `<Plugin exec>\n  Exec "${scriptsUser()}" "/bin/sh" "-c" "${script}"\n</Plugin>`];
  const configuration = one.write('collectd.conf', [...lines, ...(script ? scripts : []), ''].join('\n'));
  return ['sh', '-c', `echo $$ > ${one.file('collectd')}; exec ${COLLECTD} -f -C ${configuration}`];
};

/** collectd refuses to run a script as root. */
export const scriptsUser = (): string => (process.getuid?.() === 0 ? 'nobody' : userInfo().username);

export const collects = (one: GuardProcess): Promise<unknown> =>
  until('collectd writes its figures', () => existsSync(one.file('csv')) && one.runs('collectd'));
