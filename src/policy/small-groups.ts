/** No setting and no agreement makes a shown group smaller than this. */
export const SMALLEST_GROUP_EVER = 5;
/** What holds while nobody agreed on another number. */
export const USUAL_SMALLEST_GROUP = 10;

export interface Group {
  readonly name: string;
  readonly size: number;
}

/**
 * Which groups stay hidden: those under `k`, and then the smallest others until what is hidden holds at least two groups and `k` people,
 * so that the total minus what is shown gives nobody away.
 */
export const hiddenGroups = (groups: readonly Group[], k: number): ReadonlySet<string> => {
  const bySize = [...groups].sort((a, b) => a.size - b.size || a.name.localeCompare(b.name));
  const hidden = bySize.filter(({ size }) => size < k);
  if (hidden.length === 0) return new Set();
  const people = () => hidden.reduce((sum, { size }) => sum + size, 0);
  for (const next of bySize.slice(hidden.length)) {
    if (hidden.length >= 2 && people() >= k) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ name }) => name));
};

/** Whether the total may be shown beside what is not hidden. */
export const mayTotal = (groups: readonly Group[], hidden: ReadonlySet<string>, k: number): boolean => {
  const sum = (of: readonly Group[]) => of.reduce((people, { size }) => people + size, 0);
  const unseen = groups.filter(({ name }) => hidden.has(name));
  return sum(groups) >= k && (unseen.length === 0 || (unseen.length >= 2 && sum(unseen) >= k));
};
