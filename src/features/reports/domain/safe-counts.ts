/** How the cases of one category ended. `null` in an answer is a number that is not shown. */
export interface CountedRow {
  readonly category: string;
  readonly outcomes: Readonly<Record<string, number>>;
}
export interface ReceivedRow extends CountedRow {
  readonly cases: number;
}

/** The categories that are too small to be shown one by one, added up. */
const OTHERS = 'others';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const casesIn = ({ outcomes }: CountedRow): number => sum(Object.values(outcomes));

/**
 * A sum of numbers that are each under `k` may be told beside them when every one of them can still be anything from 0 to k-1:
 * neither so small nor so large that it settles one.
 */
const settlesNothing = (total: number, hidden: number, k: number): boolean => total >= k - 1 && total <= (k - 1) * (hidden - 1);

const together = (rows: readonly CountedRow[]): CountedRow => {
  const outcomes: Record<string, number> = {};
  for (const row of rows) for (const [outcome, cases] of Object.entries(row.outcomes)) outcomes[outcome] = (outcomes[outcome] ?? 0) + cases;
  return { category: OTHERS, outcomes };
};

/** Of every category that exists (with zero as well): those of `k` cases or more, and the others added up where that gives none of them away. */
export const receivedRows = (rows: readonly CountedRow[], k: number): readonly ReceivedRow[] => {
  const [large, small] = [rows.filter((row) => casesIn(row) >= k), rows.filter((row) => casesIn(row) < k)];
  const others = together(small);
  const total = casesIn(others);
  const shown = total >= k && settlesNothing(total, small.length, k) ? [...large, others] : large;
  return shown.map((row) => ({ ...row, cases: casesIn(row) }));
};

/** How the cases of a shown row ended: outcomes of `k` or more, and none at all where the rest of the number told would give a small one away. */
export const shownOutcomes = (row: ReceivedRow, k: number): Readonly<Record<string, number>> => {
  const [large, small] = [
    Object.entries(row.outcomes).filter(([, cases]) => cases >= k),
    Object.entries(row.outcomes).filter(([, cases]) => cases < k),
  ];
  const rest = sum(small.map(([, cases]) => cases));
  return small.length === 0 || settlesNothing(rest, small.length, k) ? Object.fromEntries(large) : {};
};
