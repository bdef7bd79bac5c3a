import { hiddenGroups, mayTotal, SMALLEST_GROUP_EVER } from '../../../policy/index.js';

/** How many people of one unit were sent a notice, and how many have it for certain. */
export interface UnitCount {
  readonly unit: string;
  readonly told: number;
  readonly of: number;
}
/** `told` is null where the group is too small to show, or where showing it would give another group away. */
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

/** Read status in groups of `k` or more. */
export const readCoverage = (counts: readonly UnitCount[], wanted: number): Coverage => {
  const smallest = Math.max(SMALLEST_GROUP_EVER, wanted);
  const groups = counts.map(({ unit, of }) => ({ name: unit, size: of }));
  const hidden = hiddenGroups(groups, smallest);
  const units = counts.map(({ unit, told, of }) => ({ unit, told: hidden.has(unit) ? null : told, of }));
  const all = counts.reduce((sum, count) => ({ told: sum.told + count.told, of: sum.of + count.of }), { told: 0, of: 0 });
  return { smallest, units, total: mayTotal(groups, hidden, smallest) ? { unit: '', ...all } : null };
};
