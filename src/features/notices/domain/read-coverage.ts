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

/** No setting makes groups smaller than this. */
const SMALLEST_GROUP_EVER = 5;

/**
 * Which units stay hidden: those under `k`, and then the smallest others until what is hidden holds at least two groups and `k` people,
 * so that the total minus what is shown gives nobody away.
 */
const hiddenUnits = (counts: readonly UnitCount[], k: number): ReadonlySet<string> => {
  const bySize = [...counts].sort((a, b) => a.of - b.of || a.unit.localeCompare(b.unit));
  const hidden = bySize.filter(({ of }) => of < k);
  if (hidden.length === 0) return new Set();
  const people = () => hidden.reduce((sum, { of }) => sum + of, 0);
  for (const next of bySize.slice(hidden.length)) {
    if (hidden.length >= 2 && people() >= k) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ unit }) => unit));
};

/** Read status in groups of `k` or more. */
export const readCoverage = (counts: readonly UnitCount[], wanted: number): Coverage => {
  const smallest = Math.max(SMALLEST_GROUP_EVER, wanted);
  const hidden = hiddenUnits(counts, smallest);
  const units = counts.map(({ unit, told, of }) => ({ unit, told: hidden.has(unit) ? null : told, of }));
  const all = counts.reduce((sum, count) => ({ told: sum.told + count.told, of: sum.of + count.of }), { told: 0, of: 0 });
  const hiddenPeople = counts.filter(({ unit }) => hidden.has(unit)).reduce((sum, { of }) => sum + of, 0);
  const mayTotal = all.of >= smallest && (hidden.size === 0 || (hidden.size >= 2 && hiddenPeople >= smallest));
  return { smallest, units, total: mayTotal ? { unit: '', ...all } : null };
};
