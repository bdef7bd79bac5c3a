import { performance } from 'node:perf_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { newSecret } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Listener } from '../../platform/database/index.js';
import { Trust } from './domain/trust.js';

/** Transactions that change a fact say what it is about on this channel when they commit (migration 1795000004400). */
const CHANNEL = 'decision_fact';
const BEAT_MS = 200;
const GIVEN_UP_MS = 5000;
const BEAT = 'beat:';

export interface FactsHeard {
  /** `t` tool, `p` person, `a` agent, each with its id; `o`: the organisation, so every tool; `m`: who is below whom, so every person. */
  readonly onFact: (kind: string, id: string) => void;
  /** What was said meanwhile is not known. */
  readonly onGap: () => void;
}

/**
 * Hears what changes, and knows for how long that is all. A heartbeat goes through the channel itself: PostgreSQL delivers in the order of the commits, so
 * when it comes back everything that was committed before it was sent has been heard. It is trusted for 1 s from the moment it was sent, on a clock that nobody sets.
 */
@Injectable()
export class FactChannel implements OnModuleDestroy {
  private listener: Listener | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly trust = new Trust();
  private heardAt = 0;
  private readonly waiting = new Set<() => void>();
  private readonly own = newSecret(6);
  private beats = 0;

  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  get isOpen(): boolean {
    return this.listener !== null;
  }

  /** Begins to listen, with the first question that anybody asks. */
  open(heard: FactsHeard): void {
    if (this.listener) return;
    this.listener = new Listener(this.config.databaseUrl, CHANNEL, {
      onSaid: (said) => (said.startsWith(BEAT) ? this.cameBack(said) : heard.onFact(said.slice(0, 1), said.slice(2))),
      onGap: () => {
        this.trust.end();
        heard.onGap();
        this.beat();
      },
    });
    this.heardAt = performance.now();
    void this.listener.open();
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.timer.unref();
  }

  /** Everything that was committed until at most a second ago has been heard. */
  isTrusted(): boolean {
    return this.trust.holds(performance.now());
  }

  /** True as soon as it is trusted; false when it is not within `patience` ms. */
  async untilTrusted(patience: number): Promise<boolean> {
    if (this.isTrusted()) return true;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, patience);
      this.waiting.add(go);
    });
    return this.isTrusted();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.listener?.close();
    this.trust.end();
  }

  private beat(): void {
    const now = performance.now();
    if (now - this.heardAt > GIVEN_UP_MS) {
      this.heardAt = now;
      this.listener?.renew();
    }
    const payload = `${BEAT}${this.own}.${(this.beats += 1)}`;
    this.trust.sent(payload, now);
    void this.listener?.say(payload);
  }

  private cameBack(payload: string): void {
    if (!this.trust.cameBack(payload)) return;
    this.heardAt = performance.now();
    for (const go of this.waiting) go();
  }
}
