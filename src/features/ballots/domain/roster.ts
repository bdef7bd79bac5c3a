/** A seat that somebody holds, and who takes part when the holder does not. */
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
export type Majority = 'simple' | 'absolute' | 'two_thirds';
export interface CouncilRules {
  readonly id: string;
  readonly quorum: 'more_than_half' | 'two_thirds' | number;
  readonly majority: Majority;
  readonly ballot: 'open' | 'secret';
  readonly tie: 'no_consent' | 'chair_decides';
}
