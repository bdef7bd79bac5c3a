import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** At SIGUSR2 somebody sets the device's clock an hour back. */
const RUN = `const [module, ...args] = process.argv.slice(1);
const clock = Date.now;
process.on('SIGUSR2', () => (Date.now = () => clock() - 3_600_000));
const { guardCommand } = await import(module);
process.exitCode = await guardCommand(args);`;

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

export const until = async (what: string, holds: () => boolean | Promise<boolean>, within = 20_000): Promise<number> => {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > within) throw new Error(`Expected within ${within} ms: ${what}.`);
    await sleep(50);
  }
  return performance.now() - begun;
};

/** The guard as the process that it is, compiled from the source of this run, in a folder of its own. */
export class GuardProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'countersign-guard-'));
  said = '';
  private child: ChildProcess | null = null;
  private ended: Promise<number> | null = null;

  file(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: unknown): string {
    writeFileSync(this.file(name), typeof content === 'string' ? content : JSON.stringify(content));
    return this.file(name);
  }

  /** The process that a script of the command wrote down; null before it did. */
  pid(name: string): number | null {
    return existsSync(this.file(name)) ? Number(readFileSync(this.file(name), 'utf8')) || null : null;
  }

  runs(name: string): boolean {
    const pid = this.pid(name);
    return pid !== null && isThere(pid);
  }

  start(options: readonly string[], command: readonly string[]): this {
    const { compiled } = JSON.parse(process.env['COUNTERSIGN_TEST_SERVER'] ?? '{}') as { compiled: string };
    const module = pathToFileURL(join(compiled, 'src/guard/guard-command.js')).href;
    const args = ['--input-type=module', '-e', RUN, module, '--state', this.file('state'), ...options, '--', ...command];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] } });
    child.stderr.on('data', (said: Buffer) => (this.said += said.toString()));
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** The status that it ends with. */
  end(): Promise<number> {
    return this.ended ?? Promise.resolve(-1);
  }

  async close(): Promise<void> {
    if (this.child?.exitCode === null) this.kill('SIGKILL');
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
