import type { ClosedPeriod, Grouping } from '../../src/features/dashboards/domain/suppression.js';

/** A seeded source of chance: the same organisations every time. */
export class Chance {
  constructor(private state: number) {}
  upTo(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  }
  between(least: number, most: number): number {
    return least + this.upTo(most - least);
  }
}

export interface Organisation {
  readonly k: number;
  readonly units: readonly string[];
  readonly groupings: readonly Grouping[];
  readonly periods: readonly ClosedPeriod[];
}
interface Wishes {
  readonly k: number;
  readonly units: number;
  readonly largest: number;
  readonly weeks: number;
  readonly dashboards: number;
  readonly shown: Grouping['shown'];
  readonly months: boolean;
}

export const dayNumber = (number: number): string => new Date(Date.UTC(2026, 0, 5 + number)).toISOString().slice(0, 10);

/** Each unit at random in one of the groups or in none; with a total, as every dashboard has one. */
const groupingOf = (chance: Chance, wishes: Wishes, units: readonly string[], at: number): Grouping => {
  const groups = new Map<string, string[]>();
  for (const unit of units) {
    const group = `g${chance.upTo(units.length - 1)}`;
    if (chance.upTo(9) > 0) groups.set(group, [...(groups.get(group) ?? []), unit]);
  }
  const made = [...groups].map(([code, members]) => ({ code, units: members }));
  const all = made.length > 1 ? [{ code: 'all', units: made.flatMap((group) => group.units) }] : [];
  const period = wishes.months && chance.upTo(2) === 0 ? 'month' : 'week';
  return { dashboard: `d${at}`, shown: wishes.shown, period, groups: [...made, ...all] };
};

/** Weeks of which some lie in two months, and people who come and go. */
const organisationOf = (chance: Chance, wishes: Wishes): Organisation => {
  const units = Array.from({ length: wishes.units }, (_each, at) => `u${at}`);
  const groupings = Array.from({ length: chance.between(1, wishes.dashboards) }, (_each, at) => groupingOf(chance, wishes, units, at));
  let sizes = new Map(units.map((unit) => [unit, chance.between(1, wishes.largest)]));
  const moved = (): Map<string, number> =>
    new Map([...sizes].map(([unit, size]) => [unit, Math.min(wishes.largest, Math.max(1, size + chance.between(-1, 1)))]));
  const weeks = Array.from({ length: wishes.weeks }, (_each, at): ClosedPeriod => {
    if (at > 0 && chance.upTo(1) === 0) sizes = moved();
    return { period: 'week', start: dayNumber(7 * at), until: dayNumber(7 * at + 7), sizes, k: null };
  });
  const months = Array.from({ length: wishes.months ? Math.floor(wishes.weeks / 2) : 0 }, (_each, at): ClosedPeriod => {
    const last = weeks[2 * at + 1];
    return { period: 'month', start: dayNumber(14 * at), until: dayNumber(14 * at + 14), sizes: last?.sizes ?? sizes, k: null };
  });
  return { k: wishes.k, units, groupings, periods: [...weeks, ...months] };
};

export const organisations = (count: number, seed: number, wishes: (chance: Chance) => Wishes): readonly Organisation[] =>
  Array.from({ length: count }, (_each, at) => {
    const chance = new Chance(seed + at);
    return organisationOf(chance, wishes(chance));
  });

/** Some units and dashboards over six weeks and the months that they make. */
export const withMonths = (chance: Chance): Wishes => ({
  k: 10,
  units: chance.between(2, 7),
  largest: 24,
  weeks: 6,
  dashboards: 3,
  shown: 'total',
  months: true,
});
