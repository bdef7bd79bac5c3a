import { chance } from '../kernel/ids.js';
import {
  Agent,
  deviceClocks,
  type Identity,
  type Instant,
  type Lease,
  type LeaseAnswer,
  type Measured,
  type Refusal,
  type Shown,
  Unreachable,
  type End,
} from '../agent/index.js';
import { isInSample, slotOf } from '../platform/signing/wire.js';
import { renewAt } from './lease-time.js';
import { readSheet } from './state.js';
import type { GuardOptions } from './options.js';

const PATIENCE_MS = 10_000;

export interface Held {
  readonly jti: string;
  readonly end: End;
  /** When to ask again, by the clock that nobody can set. */
  readonly renewAt: number;
}

export type Asked =
  | { readonly kind: 'granted'; readonly held: Held }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable'; readonly why: string };

/** Settings that cannot be read are settings that nobody approved. */
const unreadable = (files: readonly string[]): Refusal => {
  const nextStep = `expected: JSON of names and texts, and files that can be read. Found: something else in one of ${files.join(', ')}`;
  return { status: 0, code: 'settings.unreadable', missing: [], reasons: [{ code: 'settings.unreadable', nextStep }] };
};

/** Asks for leases, by the clocks of this device; with `serverClock` by the time that the server says. */
export class LeaseHolder {
  private readonly agent: Agent;
  private offset = 0;
  private lease: Lease | null = null;

  constructor(
    private readonly options: GuardOptions,
    identity: Identity,
  ) {
    this.agent = new Agent(identity, () => this.now());
  }

  now(): Instant {
    const { monotonic, wall } = deviceClocks();
    return { monotonic, wall: wall + this.offset };
  }

  async ask(): Promise<Asked> {
    const shown = this.shown();
    if (!shown) return { kind: 'refused', refusal: unreadable(this.files()) };
    try {
      if (this.options.serverClock) await this.takeServerTime();
      const asked = this.now();
      const answer = await this.leaseFor(shown);
      if (!answer.granted) return { kind: 'refused', refusal: answer.refusal };
      this.lease = answer.lease;
      const { claims, end, seconds } = answer.lease;
      return { kind: 'granted', held: { jti: claims.jti, end, renewAt: renewAt(asked, seconds, chance()) } };
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      return { kind: 'unreachable', why: error.message };
    }
  }

  /** The moment that a value measured now may bear, and whether it may be the only one with it; null: this minute is not in the sample, or there is no lease. */
  moment(): { readonly at: Date; readonly alone: boolean } | null {
    if (!this.lease) return null;
    const { lim, psn } = this.lease.claims;
    const { sampling = null, granularity } = lim as {
      readonly sampling?: number | null;
      readonly granularity?: { intervalSeconds?: number | null };
    };
    const interval = granularity?.intervalSeconds ?? null;
    const at = slotOf(this.now().wall, interval);
    return isInSample(psn, at, sampling) ? { at: new Date(at), alone: interval !== null } : null;
  }

  /** The mark before the first lease is asked for: whatever changes from then on is another. Null: it is not known, and then any mark is news. */
  async markBefore(): Promise<string | null> {
    try {
      if (this.options.serverClock) await this.takeServerTime();
      return await this.agent.signal(null, PATIENCE_MS);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      return null;
    }
  }

  /** Answers when something changed for this tool. @throws Unreachable */
  signal(after: string | null): Promise<string> {
    return this.agent.signal(after);
  }

  /** Sends figures under the lease that is held. `said`: what came of it, in words; null when all of it was taken in. @throws Unreachable */
  async send(lines: readonly Measured[], named: string): Promise<{ readonly said: string | null; readonly refusedWhole: boolean }> {
    if (!this.lease) return { said: 'no lease', refusedWhole: true };
    const answer = await this.agent.send(this.lease, lines, named);
    if ('refusal' in answer)
      return { said: [answer.refusal.code, ...answer.refusal.reasons.map(({ code }) => code)].join(', '), refusedWhole: true };
    return { said: answer.reasons.map(({ code, count }) => `${count} × ${code}`).join(', ') || null, refusedWhole: false };
  }

  /** Files the stop receipt. */
  async stopped(reason: string, lease: string, discardedRecords = 0): Promise<'delivered' | 'unreachable' | Refusal> {
    const stoppedAt = new Date(this.now().wall);
    return this.agent.stopped({ stoppedAt, discardedRecords, reason, lease }).then(
      (refusal) => refusal ?? 'delivered',
      () => 'unreachable' as const,
    );
  }

  /** Who was silent for long says first that nothing of it runs: the command has not begun, or the last one died with its guard. */
  private async leaseFor(shown: Shown): Promise<LeaseAnswer> {
    const answer = await this.agent.lease(this.options.person, shown);
    if (answer.granted || !answer.refusal.reasons.some(({ code }) => code === 'receipt.missing')) return answer;
    const refusal = await this.agent.stopped({ stoppedAt: new Date(this.now().wall), discardedRecords: 0, reason: 'guard.silent' });
    return refusal ? { granted: false, refusal } : this.agent.lease(this.options.person, shown);
  }

  private shown(): { readonly settings: Readonly<Record<string, string>> } | null {
    try {
      return { settings: readSheet(this.options.settings, this.options.files) };
    } catch {
      return null;
    }
  }

  /** What `shown` reads. */
  private files(): readonly string[] {
    const { settings, files } = this.options;
    return [...(settings === null ? [] : [settings]), ...files.values()];
  }

  private async takeServerTime(): Promise<void> {
    try {
      const answer = await fetch(`${this.options.server}/.well-known/jwks.json`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      const said = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(said)) this.offset = said - deviceClocks().wall;
    } catch (error) {
      throw new Unreachable('the server cannot be reached', { cause: error });
    }
  }
}
