import { spawn, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

/** Waits until it is told to go, then becomes the command. When the guard dies before that, it ends and the command never began. */
const WAIT_AND_BECOME = 'read -r go <&3 || exit 77; exec 3<&-; exec "$@"';
/**
 * Holds the other end of a pipe to the guard. When the guard dies, however it dies, the pipe ends and the whole group is killed. A guard that is held up
 * (Ctrl-Z, SIGSTOP) keeps its pipe and does nothing: so it is told for how many seconds (and tenths, which `sleep` of Linux and macOS knows) the lease lasts, and kills the group when they are over by itself.
 */
const WATCH = `trap "" INT TERM HUP
wake() { [ -z "$nap" ] || kill -s USR1 "$nap" 2>/dev/null; }
nap=
while read -r told; do
  wake
  [ "$told" = ended ] && exit 0
  ( trap 'kill -s KILL "$asleep"; exit 0' USR1; sleep "$told" & asleep=$!; wait "$asleep"; kill -s KILL -- "-$1" ) &
  nap=$!
done
wake
kill -s KILL -- "-$1"`;

/** The guard itself kills a second before the end. */
const WATCHER_BEFORE_MS = 500;

/** What became of the command, as a shell tells it: its status, or 128 and the number of the signal. */
export type Outcome = number;

const SIGNALS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};
const outcomeOf = (code: number | null, signal: NodeJS.Signals | null): Outcome => code ?? 128 + (SIGNALS[signal ?? ''] ?? 0);

/** A command in a process group of its own, which does not outlive this process. A child that leaves the group is out of reach. */
export class Group {
  readonly ended: Promise<Outcome>;
  private readonly command: ChildProcess;
  private readonly watcher: ChildProcess;
  private isOver = false;

  /** `ms`: for how long the lease lasts. */
  constructor(argv: readonly string[], env: NodeJS.ProcessEnv, ms: number) {
    this.command = spawn('/bin/sh', ['-c', WAIT_AND_BECOME, 'countersign-guard', ...argv], {
      detached: true,
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    });
    const { pid } = this.command;
    if (pid === undefined) throw new Error('Expected: /bin/sh can be started. Found: it cannot.');
    this.watcher = spawn('/bin/sh', ['-c', WATCH, 'countersign-guard-watch', String(pid)], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.watcher.stdin?.on('error', () => undefined);
    this.until(ms);
    this.ended = new Promise((resolve) => this.command.once('exit', (code, signal) => resolve(this.end(outcomeOf(code, signal)))));
    this.watcher.once('exit', () => this.isOver || this.signal('SIGKILL'));
    const go = this.command.stdio[3] as Writable;
    go.on('error', () => undefined);
    this.watcher.once('spawn', () => go.end('go\n'));
    this.watcher.once('error', () => this.signal('SIGKILL'));
  }

  /** A lease that lasts so long from now: just before it is over, and after this process would have done it, the group is killed even when this process is held up. */
  until(ms: number): void {
    this.watcher.stdin?.write(`${Math.max(0, Math.floor((ms - WATCHER_BEFORE_MS) / 100) / 10)}\n`);
  }

  /** Sends a signal to every process of the group. */
  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.command.pid ?? 0), signal);
    } catch {
      // Nobody is left in the group.
    }
  }

  /** The command ended: what it left behind in its group ends too. */
  private end(outcome: Outcome): Outcome {
    this.isOver = true;
    this.signal('SIGKILL');
    this.watcher.stdin?.end('ended\n');
    return outcome;
  }
}
