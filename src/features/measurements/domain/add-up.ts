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
  const known = new Map<string, readonly Running[]>();
  const runningOf = (code: string, day: Day): readonly Running[] => {
    const found = known.get(code + day);
    if (found) return found;
    const made = PERIODS.map((period) => {
      const key = `${code} ${period} ${startOf(period, day)}`;
      const sum = sums.get(key) ?? { total: 0, events: 0 };
      sums.set(key, sum);
      return sum;
    });
    known.set(code + day, made);
    return made;
  };
  const count = (code: string, day: Day): void => PERIODS.forEach((period) => people.add(`${code} ${period} ${startOf(period, day)}`));
  for (const { line, metric, day } of accepted) {
    if (metric.kind === 'people') {
      if (line.value > 0) count(metric.code, day);
      continue;
    }
    for (const sum of runningOf(metric.code, day)) {
      sum.total += line.value;
      sum.events += 1;
    }
  }
  return {
    additions: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => ({ ...keyed(key), ...sum })),
    countings: [...people].sort().map(keyed),
  };
};
