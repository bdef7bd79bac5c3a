import type { Day } from '../../../kernel/clock.js';
import type { Accepted } from './check-lines.js';

/** How many lines of one metric, place and day came in, and when they go. */
export interface Arrival {
  readonly metric: string;
  readonly place: string;
  readonly onDay: Day;
  readonly deleteOn: Day;
  readonly lines: number;
}

export const arrivalsIn = (kept: readonly { readonly deleteOn: Day; readonly one: Accepted }[]): readonly Arrival[] => {
  const arrivals = new Map<string, { -readonly [K in keyof Arrival]: Arrival[K] }>();
  for (const { deleteOn, one } of kept) {
    const { metric, place } = one.line;
    const key = `${metric} ${place} ${one.day} ${deleteOn}`;
    const arrival = arrivals.get(key);
    if (arrival) arrival.lines += 1;
    else arrivals.set(key, { metric, place, onDay: one.day, deleteOn, lines: 1 });
  }
  return [...arrivals.values()];
};
