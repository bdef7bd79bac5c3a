/** From so many people up to (not including) so many; `below` is null for the last band. */
export interface Band {
  readonly from: number;
  readonly below: number | null;
}

const BANDS = [0, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000, 10_000] as const;

/** How a number of people is told where a manager can read it: never exactly. */
export const bandOf = (people: number): Band => {
  const at = BANDS.findLastIndex((from) => people >= from);
  return { from: BANDS[at] ?? 0, below: BANDS[at + 1] ?? null };
};
