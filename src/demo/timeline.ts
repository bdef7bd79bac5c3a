import { addDays, dayOf } from '../kernel/clock.js';
import { Problem } from '../kernel/problem.js';
import type { DemoClock } from '../platform/config/demo-clock.js';

interface Act {
  readonly at: Date;
  readonly work: () => Promise<unknown>;
}

/** Says which reasons stood in the way: the sample organisation goes through the same checks as any other. */
const fail = (at: Date, error: unknown): never => {
  if (!(error instanceof Problem)) throw error;
  const reasons = error.reasons.map(({ code, field, requirement, rules }) =>
    [code, field, requirement, ...(rules ?? [])].filter(Boolean).join(' '),
  );
  throw new Error(`An act of ${dayOf(at)} in the sample organisation was refused: ${error.code} (${reasons.join('; ')})`, { cause: error });
};

const MINUTE_MS = 60_000;

/** What people did, told in any order and done in the order of its days, each act at its own minute of the past. */
export class Timeline {
  private readonly acts: Act[] = [];
  private readonly perDay = new Map<number, number>();

  constructor(
    private readonly clock: DemoClock,
    private readonly present: Date,
  ) {}

  /** The calendar day that many days ago. */
  day(daysAgo: number): string {
    return addDays(dayOf(this.present), -daysAgo);
  }

  /** An act so many days ago, in the morning, after the acts that were told before it for that day. */
  on(daysAgo: number, work: () => Promise<unknown>): void {
    const place = this.perDay.get(daysAgo) ?? 0;
    this.perDay.set(daysAgo, place + 1);
    this.acts.push({ at: new Date(Date.parse(`${this.day(daysAgo)}T07:30:00Z`) + place * MINUTE_MS), work });
  }

  /** Does everything that was told; `atNight` closes each day on which something was done. */
  async play(atNight: () => Promise<unknown>): Promise<void> {
    const acts = [...this.acts].sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [place, { at, work }] of acts.entries()) {
      await this.clock.during(at, work).catch((error: unknown) => fail(at, error));
      const next = acts[place + 1];
      if (!next || dayOf(next.at) !== dayOf(at)) await this.clock.during(new Date(at.getTime() + MINUTE_MS), atNight);
    }
  }
}
