import { hiddenGroups, mayTotal, SMALLEST_GROUP_EVER } from '../../../policy/index.js';

/** How many people of one unit were sent a notice, and how many have it for certain. */
export interface UnitCount {
  readonly unit: string;
  readonly told: number;
  readonly of: number;
}
/** Counts are shown in steps of this many: all of a unit unread, or one who came or left, cannot be read off. */
export const STEP = 5;
const inSteps = (told: number): number => Math.floor(told / STEP) * STEP;

/** `told` is at least this many, in steps; 0 is fewer than one step. It is null where the group is too small to show, or where showing it would give another group away. */
export interface UnitCoverage {
  readonly unit: string;
  readonly told: number | null;
  readonly of: number;
}
export interface Coverage {
  readonly smallest: number;
  readonly units: readonly UnitCoverage[];
  readonly total: UnitCoverage | null;
}

/** Read status in groups of `k` or more, in steps. */
export const readCoverage = (counts: readonly UnitCount[], wanted: number): Coverage => {
  const smallest = Math.max(SMALLEST_GROUP_EVER, wanted);
  const groups = counts.map(({ unit, of }) => ({ name: unit, size: of }));
  const hidden = hiddenGroups(groups, smallest);
  const units = counts.map(({ unit, told, of }) => ({ unit, told: hidden.has(unit) ? null : inSteps(told), of }));
  const all = counts.reduce((sum, count) => ({ told: sum.told + count.told, of: sum.of + count.of }), { told: 0, of: 0 });
  return { smallest, units, total: mayTotal(groups, hidden, smallest) ? { unit: '', told: inSteps(all.told), of: all.of } : null };
};
