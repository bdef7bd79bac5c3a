import type { CouncilRules, Roster, VotingBody } from '../../council/index.js';
import type { CastingVote, Outcome, Result } from './result.js';
import type { Counts } from './vote.js';

export type BallotForm = CouncilRules['ballot'];
/** Why a ballot is held again: the council was reset, somebody who voted in secret lost the seat, or the box does not open. */
export type RepeatReason = 'reset' | 'roster' | 'box';

/** What was counted. `counts` is null where the totals would tell what somebody chose. */
export interface Counted {
  readonly kind: 'counted';
  readonly state: Result['state'];
  readonly outcome: Outcome | null;
  /** Of a tie: what it becomes when the chair votes for. */
  readonly ifFor: Outcome | null;
  readonly quorumReached: boolean;
  readonly takingPart: number;
  readonly filledSeats: number;
  readonly counts: Counts | null;
  readonly rules: CouncilRules;
  readonly roster: Roster;
  readonly at: Date;
}
export type BallotEnd =
  | Counted
  | { readonly kind: 'repeated'; readonly why: RepeatReason; readonly at: Date }
  | { readonly kind: 'withdrawn'; readonly at: Date };

export interface Casting {
  readonly reference: string;
  readonly vote: CastingVote;
  readonly outcome: Outcome;
  readonly reasons: string;
  readonly byPerson: string;
  readonly at: Date;
}

export interface Ballot {
  readonly id: string;
  /** What is voted on. */
  readonly subjectId: string;
  /** Who votes. */
  readonly body: VotingBody;
  readonly attempt: number;
  readonly replacesId: string | null;
  readonly proposal: string;
  readonly form: BallotForm;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly reference: string;
  readonly announcedBy: string;
  readonly announcedRole: string;
  readonly announcedAt: Date;
  readonly end: BallotEnd | null;
  readonly casting: Casting | null;
}

export type BallotPhase = 'announced' | 'open' | 'closed' | 'ended';
/** Open at its very first instant, closed at its last. */
export const phaseOf = ({ opensAt, closesAt, end }: Pick<Ballot, 'opensAt' | 'closesAt' | 'end'>, now: Date): BallotPhase => {
  if (end) return 'ended';
  if (now < opensAt) return 'announced';
  return now < closesAt ? 'open' : 'closed';
};

/** The last instant at which anybody could vote: roster and rules of then decide, and a change made at the very end comes too late. */
export const lastInstantOf = ({ closesAt }: Pick<Ballot, 'closesAt'>): Date => new Date(closesAt.getTime() - 1);

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SHORTEST_MINUTES = 10;
const LONGEST_DAYS = 60;
export const REMINDED_BEFORE_MS = DAY_MS;

/** What cannot be used of the instants between which people vote, by field. */
export const wrongWindow = (opensAt: Date, closesAt: Date, now: Date): readonly { readonly field: string; readonly code: string }[] => {
  const runs = closesAt.getTime() - opensAt.getTime();
  if (opensAt < now) return [{ field: 'opensOn', code: 'ballot.opens-past' }];
  if (runs < SHORTEST_MINUTES * MINUTE_MS) return [{ field: 'closesOn', code: 'ballot.too-short' }];
  return closesAt.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS ? [{ field: 'closesOn', code: 'ballot.too-long' }] : [];
};

/** What the ballots on a subject say of a decision on it. */
export type BallotVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'tied' }
  | { readonly kind: 'decided'; readonly ballot: Ballot; readonly counted: Counted; readonly outcome: Outcome };

/** The last ballot that was not withdrawn. One without a quorum decided nothing, so the council decides elsewhere or votes again. */
export const verdictOf = (ballots: readonly Ballot[]): BallotVerdict => {
  const last = ballots.filter(({ end }) => end?.kind !== 'withdrawn').at(-1);
  if (!last) return { kind: 'none' };
  if (last.end?.kind !== 'counted') return { kind: 'running' };
  const outcome = last.end.outcome ?? last.casting?.outcome ?? null;
  if (outcome) return { kind: 'decided', ballot: last, counted: last.end, outcome };
  return { kind: last.end.state === 'tied' ? 'tied' : 'none' };
};
