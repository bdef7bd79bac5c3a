import type { Day } from '../../../kernel/clock.js';
import type { Accepted } from './check-lines.js';
import { type Period, PERIODS, startOf } from './periods.js';

/** What a batch adds to one figure of the person's group. */
export interface Addition {
  readonly metric: string;
  readonly period: Period;
  readonly start: Day;
  readonly total: number;
  readonly events: number;
}
/** A period in which this person is to be counted, once. */
export interface Counting {
  readonly metric: string;
  readonly period: Period;
  readonly start: Day;
}
export interface Sums {
  readonly additions: readonly Addition[];
  readonly countings: readonly Counting[];
}

interface Running {
  total: number;
  events: number;
}

const keyed = (key: string): Counting => {
  const [metric = '', period = '', start = ''] = key.split(' ');
  return { metric, period: period === 'week' ? 'week' : 'month', start };
};

const add = (sums: Map<string, Running>, key: string, value: number): void => {
  const sum = sums.get(key);
  if (!sum) {
    sums.set(key, { total: value, events: 1 });
    return;
  }
  sum.total += value;
  sum.events += 1;
};

/** In a fixed order, so that two batches never wait for each other. A metric that counts people adds no figure of one person. */
export const addUp = (accepted: readonly Accepted[]): Sums => {
  const sums = new Map<string, Running>();
  const people = new Set<string>();
  const starts = new Map<Day, readonly string[]>();
  const startsOn = (day: Day): readonly string[] => {
    const known = starts.get(day);
    if (known) return known;
    const made = PERIODS.map((period) => `${period} ${startOf(period, day)}`);
    starts.set(day, made);
    return made;
  };
  for (const { line, metric, day } of accepted) {
    const keys = startsOn(day).map((start) => `${metric.code} ${start}`);
    if (metric.kind !== 'people') for (const key of keys) add(sums, key, line.value);
    else if (line.value > 0) for (const key of keys) people.add(key);
  }
  return {
    additions: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => ({ ...keyed(key), ...sum })),
    countings: [...people].sort().map(keyed),
  };
};
