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

/** In a fixed order, so that two batches never wait for each other. A metric that counts people adds no figure of one person. */
export const addUp = (accepted: readonly Accepted[]): Sums => {
  const sums = new Map<string, Running>();
  const people = new Set<string>();
  const starts = new Map<string, Day>();
  const startOn = (period: Period, day: Day): Day => {
    const known = starts.get(period + day);
    if (known) return known;
    const start = startOf(period, day);
    starts.set(period + day, start);
    return start;
  };
  for (const { line, metric, day } of accepted) {
    for (const period of PERIODS) {
      const key = `${metric.code} ${period} ${startOn(period, day)}`;
      if (metric.kind === 'people') {
        if (line.value > 0) people.add(key);
        continue;
      }
      const sum = sums.get(key);
      if (sum) {
        sum.total += line.value;
        sum.events += 1;
      } else sums.set(key, { total: line.value, events: 1 });
    }
  }
  return {
    additions: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => ({ ...keyed(key), ...sum })),
    countings: [...people].sort().map(keyed),
  };
};
