import type { Reason } from '../../../kernel/problem.js';

export type Majority = 'simple' | 'absolute' | 'two_thirds';
/** Of the seats filled; a number counts seats. */
export type Quorum = 'more_than_half' | 'two_thirds' | number;
export type BallotKind = 'open' | 'secret';
export type Tie = 'no_consent' | 'chair_decides';
/** Whether the deputy named for a seat takes part when its holder does not. */
export type Deputising = 'named' | 'none';

export interface CouncilRules {
  readonly id: string;
  readonly quorum: Quorum;
  readonly majority: Majority;
  readonly ballot: BallotKind;
  readonly tie: Tie;
  readonly deputising: Deputising;
}

/** What holds until the council makes its own rules. */
export const FIRST_RULES: CouncilRules = {
  id: 'first-rules',
  quorum: 'more_than_half',
  majority: 'simple',
  ballot: 'open',
  tie: 'no_consent',
  deputising: 'named',
};

/** What cannot be laid down, by field of the form. */
export const wrongInRules = ({ quorum }: Pick<CouncilRules, 'quorum'>, seatCount: number): readonly Reason[] =>
  typeof quorum === 'number' && !(Number.isInteger(quorum) && quorum >= 1 && quorum <= seatCount)
    ? [{ field: 'quorumSeats', code: 'quorum.seats' }]
    : [];
