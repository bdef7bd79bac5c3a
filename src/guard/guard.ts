import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../kernel/ids.js';
import { enrol, left, Unreachable, type Identity, type Refusal } from '../agent/index.js';
import { Group, type Outcome } from './group.js';
import { type Asked, type Held, LeaseHolder } from './hold-lease.js';
import { PATIENCE_MS, phaseOf } from './lease-time.js';
import type { GuardOptions } from './options.js';
import { Relay } from './relay.js';
import { keepIdentity, readIdentity } from './state.js';

/** The status of a guard that has no lease: the command never began. */
const NO_LEASE = 77;

const TICK_MS = 200;
const RETRY_MS = 2000;
/** After an answer that came at once and says nothing new: the server can keep nobody else waiting, and a change is still heard within 5 s. */
const SELDOM_MS = 4_000;
const AT_ONCE_MS = 1_500;
const MOST_JITTER_MS = 500;
const RECEIPT_TRIES = 3;

type Say = (line: string) => void;
type StopReason = 'command.ended' | 'lease.refused' | 'lease.expired' | 'guard.told';

const sayRefusal = (say: Say, { code, reasons }: Refusal): void => {
  say(`No lease: ${code}.`);
  for (const { code: reason, requirement, nextStep } of reasons) say(`- ${[reason, requirement, nextStep].filter(Boolean).join(' · ')}`);
};

const sayReceipt = (say: Say, { code, reasons }: Refusal): void => {
  const all = [code, ...reasons.map((reason) => reason.code)];
  say(`The stop receipt was refused, and is not delivered: ${all.join(', ')}.`);
  if (all.includes('proof.invalid'))
    say('Expected: the clock of this device within a minute of the server’s. Found: perhaps another time.');
};

/** Keeps one command within its leases. */
class Guarded {
  private held: Held;
  private group: Group | null = null;
  private refusedAt: number | null = null;
  private reason: StopReason = 'command.ended';
  private phase: 'run' | 'end' | 'kill' = 'run';
  private readonly over = new AbortController();
  private renewal: Promise<void> | null = null;

  constructor(
    private readonly holder: LeaseHolder,
    first: Held,
    private readonly say: Say,
    private readonly relay: Relay | null,
    private readonly mark: string | null,
  ) {
    this.held = first;
  }

  async run(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
    if (this.relay && !(await this.relay.open())) {
      this.say('The port of --collect is taken. The command does not start.');
      await this.receipt(0);
      return NO_LEASE;
    }
    if (phaseOf(this.held.end, this.holder.now(), null) !== 'run') {
      this.say('The lease is over too soon to begin. The command does not start.');
      this.reason = 'lease.expired';
      await this.receipt((await this.relay?.close()) ?? 0);
      return NO_LEASE;
    }
    this.group = new Group(command, env, left(this.held.end, this.holder.now()));
    const told = (): void => this.refuse('guard.told');
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, told);
    const ticking = setInterval(() => this.tick(), TICK_MS);
    void this.listen(this.mark);
    const outcome = await this.group.ended;
    clearInterval(ticking);
    this.over.abort();
    await this.receipt((await this.relay?.close()) ?? 0);
    return outcome;
  }

  /** From here on the command ends: there is no way back, also not by a new lease. */
  private refuse(reason: StopReason): void {
    if (this.refusedAt !== null) return;
    this.refusedAt = this.holder.now().monotonic;
    this.reason = reason;
    this.tick();
  }

  private tick(): void {
    const now = this.holder.now();
    const next = phaseOf(this.held.end, now, this.refusedAt);
    if (next !== 'run' && this.refusedAt === null) this.refuseBecauseOver(now.monotonic);
    if (next === 'end' && this.phase === 'run') this.group?.signal('SIGTERM');
    if (next === 'kill') this.group?.signal('SIGKILL');
    if (next !== 'run') this.phase = next;
    if (next === 'run' && now.monotonic >= this.held.renewAt) void this.renew();
  }

  private refuseBecauseOver(at: number): void {
    this.say('The lease is over, and no new one came in time.');
    this.refusedAt = at;
    this.reason = 'lease.expired';
  }

  /** Asks again until there is an answer, or the lease is over. One at a time. */
  private renew(): Promise<void> {
    this.renewal ??= this.askAgain().finally(() => (this.renewal = null));
    return this.renewal;
  }

  private async askAgain(): Promise<void> {
    while (this.phase === 'run' && !this.over.signal.aborted) {
      const asked: Asked = await this.holder.ask();
      if (asked.kind === 'granted') return this.hold(asked.held);
      if (asked.kind === 'refused') {
        sayRefusal(this.say, asked.refusal);
        return this.refuse('lease.refused');
      }
      this.say(
        `No answer about the lease: ${asked.why}. ${Math.max(0, Math.round(left(this.held.end, this.holder.now()) / 1000))} s are left.`,
      );
      await sleep(RETRY_MS + chance() * MOST_JITTER_MS);
    }
  }

  private hold(held: Held): void {
    this.held = held;
    this.group?.until(left(held.end, this.holder.now()));
  }

  /**
   * Hears at once that something changed, and asks again: also when it is asking already, since that answer may have been given before the change. Not
   * hearing changes nothing: the lease ends by itself.
   */
  private async listen(before: string | null): Promise<void> {
    for (let mark = before; !this.over.signal.aborted;) {
      try {
        const asked = this.holder.now().monotonic;
        const next = await this.holder.signal(mark);
        if (next !== mark) {
          await sleep(chance() * MOST_JITTER_MS);
          await this.renewal;
          await this.renew();
        } else if (this.holder.now().monotonic - asked < AT_ONCE_MS) await sleep(SELDOM_MS);
        mark = next;
      } catch {
        await sleep(RETRY_MS);
      }
    }
  }

  private async receipt(discarded: number): Promise<void> {
    for (let tried = 0; tried < RECEIPT_TRIES; tried += 1) {
      const answer = await this.holder.stopped(this.reason, this.held.jti, discarded);
      if (answer === 'delivered') return;
      if (answer !== 'unreachable') return sayReceipt(this.say, answer);
      await sleep(PATIENCE_MS / RECEIPT_TRIES);
    }
    this.say('The stop receipt could not be delivered.');
  }
}

const identify = async (options: GuardOptions, say: Say): Promise<Identity | null> => {
  const kept = readIdentity(options.state, options.tool, options.server);
  if (kept) return kept;
  if (!options.code) {
    say(`This device is not enrolled for ${options.tool}. Expected: --code with the enrolment code that IT gave.`);
    return null;
  }
  const answer = await enrol(options.server, options.code);
  if ('refusal' in answer) {
    sayRefusal(say, answer.refusal);
    return null;
  }
  if (answer.identity.toolId !== options.tool) say(`The code is for another tool than ${options.tool}.`);
  keepIdentity(options.state, answer.identity);
  return answer.identity.toolId === options.tool ? answer.identity : null;
};

/** Runs a command only while this device holds a lease. Answers the command's own status, or 77 when it never began. */
export const guard = async (options: GuardOptions, env: NodeJS.ProcessEnv, say: Say): Promise<number> => {
  try {
    const identity = await identify(options, say);
    if (!identity) return NO_LEASE;
    const holder = new LeaseHolder(options, identity);
    const mark = await holder.markBefore();
    const first = await holder.ask();
    if (first.kind === 'unreachable') say(`No lease: ${first.why}. The command does not start.`);
    if (first.kind === 'refused') sayRefusal(say, first.refusal);
    if (first.kind !== 'granted') return NO_LEASE;
    const relay = options.collecting && new Relay(options.collecting, holder, say);
    return await new Guarded(holder, first.held, say, relay, mark).run(options.command, env);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    say(`No lease: ${error.message}. The command does not start.`);
    return NO_LEASE;
  }
};
