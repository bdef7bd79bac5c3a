const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long a turn lasts, in days: every fourth seat each. An objection lasts weeks or for good, so some turns do too. */
const TURNS: readonly number[] = [1, 7, 35, 175];
/** A turn ends up to six hours earlier or later, so that no hour of the day gives the lot away. */
const SPREAD_MS = 6 * HOUR_MS;

/** How many seats there are of each length. */
export const seatsPerTurn = (seats: number): ReadonlyMap<number, number> =>
  new Map(TURNS.map((turn, place) => [turn, Math.max(0, Math.ceil((seats - place) / TURNS.length))]));

export interface Redraw {
  /** Lengths of the turns to draw, one for each person. */
  readonly lacking: readonly number[];
  /** How many turns of each length end early. */
  readonly surplus: ReadonlyMap<number, number>;
}

/** What has to change so that so many seats are filled. `filled`: how many turns of each length go on. */
export const redraw = (seats: number, filled: ReadonlyMap<number, number>): Redraw => {
  const wanted = seatsPerTurn(seats);
  const lacking = [...wanted].flatMap(([turn, n]) => Array<number>(Math.max(0, n - (filled.get(turn) ?? 0))).fill(turn));
  const surplus = [...filled].map(([turn, n]) => [turn, n - (wanted.get(turn) ?? 0)] as const).filter(([, n]) => n > 0);
  return { lacking, surplus: new Map(surplus) };
};

/**
 * When a turn ends. It lasts a lease longer than its days: who is drawn next may still hold a lease from before, and until that is over the one
 * before stays out as well. `chance` lies between 0 and 1.
 */
export const turnEndsAt = (now: Date, turnDays: number, leaseMinutes: number, chance: number): Date =>
  new Date(now.getTime() + turnDays * DAY_MS + leaseMinutes * MINUTE_MS + Math.round((chance * 2 - 1) * SPREAD_MS));
