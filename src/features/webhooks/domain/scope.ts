/** So many devices in one event: it stays far under what receivers take. */
const MOST_IN_EVENT = 500;

export interface ScopePart {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** What changed since receivers were told, in parts, those that went out first. Why a device came or went is nowhere: not in an order, and not in a part of its own. */
export const scopeParts = (told: readonly string[], now: ReadonlySet<string>, most = MOST_IN_EVENT): readonly ScopePart[] => {
  const known = new Set(told);
  const out = told.filter((id) => !now.has(id)).sort();
  const came = [...now].filter((id) => !known.has(id)).sort();
  const all = [...out.map((id) => ({ id, way: 'out' })), ...came.map((id) => ({ id, way: 'in' }))];
  const parts = Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
  const idsOf = (part: typeof all, way: string): string[] => part.filter((one) => one.way === way).map(({ id }) => id);
  return parts.map((part) => ({ in: idsOf(part, 'in'), out: idsOf(part, 'out') }));
};
