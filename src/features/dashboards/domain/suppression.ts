import type { Day } from '../../../kernel/clock.js';

export type PeriodKind = 'week' | 'month';

/** One approved grouping of a metric: what one dashboard shows of it. */
export interface Grouping {
  readonly dashboard: string;
  readonly shown: 'share' | 'total';
  readonly period: PeriodKind;
  /** Disjoint; the one called `ALL` is their total. */
  readonly groups: readonly { readonly code: string; readonly units: readonly string[] }[];
}
/** A period that is over. `until` is the first day after it. `sizes`: how many people each unit had from its first day to its last. */
export interface ClosedPeriod {
  readonly period: PeriodKind;
  readonly start: Day;
  readonly until: Day;
  readonly sizes: ReadonlyMap<string, number>;
  /** The smallest group that held when it closed; null: not written down. */
  readonly k: number | null;
}
/** `small`: the group was under k. `second`: shown, it would help to work out a part under k. `gone`: it was shown until a group shrank under k. */
export type Standing = 'shown' | 'small' | 'second' | 'gone';
export interface Cell {
  readonly dashboard: string;
  readonly group: string;
  readonly start: Day;
}
export const cellKey = ({ dashboard, group, start }: Cell): string => `${dashboard} ${group} ${start}`;

interface Candidate extends Cell {
  readonly shown: Grouping['shown'];
  readonly period: ClosedPeriod;
  readonly units: readonly string[];
  /** A bit for each unit. */
  readonly mask: bigint;
}

const sizeOf = (units: readonly string[], sizes: ReadonlyMap<string, number>): number =>
  units.reduce((people, unit) => people + (sizes.get(unit) ?? 0), 0);

const byTime = (one: ClosedPeriod, other: ClosedPeriod): number =>
  one.until.localeCompare(other.until) || one.start.localeCompare(other.start);

/** In the order in which they came to be known: what is over first comes first, and of those the finest. Later ones never change an earlier answer. */
const candidatesOf = (groupings: readonly Grouping[], periods: readonly ClosedPeriod[]): readonly Candidate[] => {
  const units = [...new Set(groupings.flatMap(({ groups }) => groups.flatMap((group) => group.units)))];
  const bits = new Map(units.map((unit, at) => [unit, 1n << BigInt(at)]));
  const made = groupings.flatMap(({ dashboard, shown, period: kind, groups }) =>
    groups.flatMap((group) => {
      const mask = group.units.reduce((all, unit) => all | (bits.get(unit) ?? 0n), 0n);
      return periods
        .filter(({ period }) => period === kind)
        .map((period): Candidate => ({ dashboard, group: group.code, start: period.start, shown, period, units: group.units, mask }));
    }),
  );
  return made.sort(
    (one, other) =>
      byTime(one.period, other.period) ||
      one.units.length - other.units.length ||
      one.dashboard.localeCompare(other.dashboard) ||
      one.group.localeCompare(other.group),
  );
};

const overlaps = (one: ClosedPeriod, other: ClosedPeriod): boolean => one.start < other.until && other.start < one.until;

const sameFigure = (one: Candidate, other: Candidate): boolean =>
  one.mask === other.mask && one.shown === other.shown && one.period === other.period;
const sharePeople = (one: Candidate, other: Candidate): boolean => (one.mask & other.mask) !== 0n && overlaps(one.period, other.period);

/** How many people these units held at least, as far as it counts for a figure over that period. */
type LeastOf = (units: readonly string[], period: ClosedPeriod) => number;

const least = (periods: readonly ClosedPeriod[], counts: (period: ClosedPeriod, other: ClosedPeriod) => boolean): LeastOf => {
  const counted = new Map(periods.map((period) => [period, periods.filter((other) => counts(period, other))]));
  const known = new Map<string, number>();
  return (units, period) => {
    const key = `${period.period} ${period.start} ${units.join(' ')}`;
    const found = known.get(key) ?? Math.min(...(counted.get(period) ?? [period]).map(({ sizes }) => sizeOf(units, sizes)));
    known.set(key, found);
    return found;
  };
};
/** As was known when the period was over: a month is as small as its smallest week. */
const asThen = (periods: readonly ClosedPeriod[]): LeastOf =>
  least(periods, (period, other) => overlaps(period, other) && other.until <= period.until);
/** And whatever came after it: who shrinks below k disappears from history. */
const asSince = (periods: readonly ClosedPeriod[]): LeastOf =>
  least(periods, (period, other) => overlaps(period, other) || other.until >= period.until);

/**
 * A figure over people among whom a unit is under k stands alone: no other figure shares people and time with it, so nothing can be subtracted.
 * Figures over units that all have k people or more may overlap freely: whatever is worked out from them is about k people or more.
 */
const admitted = (
  candidates: readonly Candidate[],
  leastOf: LeastOf,
  kOf: (period: ClosedPeriod) => number,
): ReadonlyMap<Candidate, Standing> => {
  const standings = new Map<Candidate, Standing>();
  const shown: { readonly candidate: Candidate; readonly holdsSmall: boolean }[] = [];
  for (const candidate of candidates) {
    const k = kOf(candidate.period);
    if (leastOf(candidate.units, candidate.period) < k) {
      standings.set(candidate, 'small');
      continue;
    }
    const holdsSmall = candidate.units.some((unit) => leastOf([unit], candidate.period) < k);
    let gives = false;
    for (let at = shown.length - 1; at >= 0 && !gives; at -= 1) {
      const other = shown[at];
      if (!other || other.candidate.period.until <= candidate.period.start) break;
      gives = (holdsSmall || other.holdsSmall) && sharePeople(candidate, other.candidate) && !sameFigure(candidate, other.candidate);
    }
    standings.set(candidate, gives ? 'second' : 'shown');
    if (!gives) shown.push({ candidate, holdsSmall });
  }
  return standings;
};

/**
 * Which figures of one metric may be shown, over all its dashboards, groups, totals and periods at once (docs/decisions/0026). It looks at the
 * sizes of groups only, never at what was measured. First what could be known at each moment, with the k of that moment; then, of that, what still stands after
 * groups shrank or k grew: what stood aside for a figure that somebody saw does not come out when that figure goes.
 * `k`: of today
 */
export const standingsOf = (groupings: readonly Grouping[], periods: readonly ClosedPeriod[], k: number): ReadonlyMap<string, Standing> => {
  const candidates = candidatesOf(groupings, periods);
  const known = admitted(candidates, asThen(periods), (period) => period.k ?? k);
  const still = admitted(
    candidates.filter((candidate) => known.get(candidate) === 'shown'),
    asSince(periods),
    () => k,
  );
  return new Map(
    candidates.map((candidate) => {
      const standing = known.get(candidate) ?? 'small';
      return [cellKey(candidate), standing === 'shown' && still.get(candidate) !== 'shown' ? 'gone' : standing];
    }),
  );
};
