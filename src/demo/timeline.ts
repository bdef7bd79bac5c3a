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

/** What people did, told in any order and done in the order of its days. Acts of different lanes at the same minute are done side by side. */
export class Timeline {
  private readonly acts: Act[] = [];
  private readonly perLane = new Map<string, number>();
  private readonly closed = new Set<string>();

  constructor(
    private readonly clock: DemoClock,
    private readonly present: Date,
  ) {}

  /** The calendar day that many days ago. */
  day(daysAgo: number): string {
    return addDays(dayOf(this.present), -daysAgo);
  }

  /** An act so many days ago, in the morning, a minute after what was told before it in its lane for that day. */
  on(daysAgo: number, lane: string, work: () => Promise<unknown>): void {
    const key = `${daysAgo} ${lane}`;
    const place = this.perLane.get(key) ?? 0;
    this.perLane.set(key, place + 1);
    this.acts.push({ at: new Date(Date.parse(`${this.day(daysAgo)}T07:30:00Z`) + place * MINUTE_MS), work });
  }

  /** The jobs of that day are done in the evening: mail that a term counts from leaves on its own day. */
  closeDay(daysAgo: number): void {
    this.closed.add(this.day(daysAgo));
  }

  /** Does everything that was told. */
  async play(inTheEvening: () => Promise<unknown>): Promise<void> {
    const minutes = [...new Set(this.acts.map(({ at }) => at.getTime()))].sort((a, b) => a - b).map((time) => new Date(time));
    for (const [place, at] of minutes.entries()) {
      const now = this.acts.filter((act) => act.at.getTime() === at.getTime());
      await this.clock.during(at, () => Promise.all(now.map(({ work }) => work()))).catch((error: unknown) => fail(at, error));
      const next = minutes[place + 1];
      const isLast = !next || dayOf(next) !== dayOf(at);
      if (isLast && this.closed.has(dayOf(at))) await this.clock.during(new Date(at.getTime() + MINUTE_MS), inTheEvening);
    }
  }
}
