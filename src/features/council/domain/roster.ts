/** Who votes here: a works council, or a staff representation. */
export type VotingBody = 'or' | 'pvt';

/** A seat that somebody holds. The deputy is named, has accepted, and may take part when the holder does not. */
export interface Seat {
  readonly id: string;
  readonly personId: string;
  readonly deputyId: string | null;
}
export interface Roster {
  readonly seats: readonly Seat[];
  /** Filled and empty ones. */
  readonly seatCount: number;
}

/** A seat as the council laid it down, with who of those named held a role of the council at the instant asked about. */
export interface SeatRow {
  readonly id: string;
  readonly personId: string | null;
  readonly deputyId: string | null;
  readonly personServes: boolean;
  readonly deputyServes: boolean;
}

/** Somebody who has not said yes, has laid it down or has left does not fill a seat, and deputises for nobody. */
export const rosterOf = (rows: readonly SeatRow[], deputising: boolean): Roster => ({
  seatCount: rows.length,
  seats: rows.flatMap(({ id, personId, deputyId, personServes, deputyServes }) =>
    personId !== null && personServes ? [{ id, personId, deputyId: deputising && deputyServes ? deputyId : null }] : [],
  ),
});
