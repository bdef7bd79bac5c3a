import { text } from '../../../platform/i18n/index.js';
import { type Crumb, type FieldError, usePage } from '../../../platform/ui/index.js';
import type { Majority, VotingBody } from '../../council/index.js';
import type { IdentityAsked } from '../../people/index.js';
import { ballotsCatalogue } from '../ballots.catalogue.js';
import type { Ballot, BallotPhase } from '../domain/ballot.js';
import type { VoterStanding } from '../domain/entitled.js';
import type { Choice } from '../domain/vote.js';

/** One member's vote as all members read it after an open ballot. */
export interface NamedVote {
  readonly name: string;
  readonly choice: Choice;
  readonly reasons: string | null;
  readonly counts: 'yes' | 'member' | 'noSeat';
}

/** The vote on one request, as one member sees it at one moment. Nothing of a result is in it before the ballot ended. */
export interface SeenVote {
  readonly body: VotingBody;
  readonly ballot: Ballot | null;
  readonly phase: BallotPhase | null;
  readonly earlier: readonly Ballot[];
  readonly standing: VoterStanding;
  /** The reader's seat can also be voted for by a deputy. */
  readonly hasDeputy: boolean;
  readonly tookPart: boolean;
  /** In an open ballot: the reader's own vote. */
  readonly ownChoice: Choice | null;
  readonly ownReasons: string | null;
  /** How many have to take part, of the seats filled now, and which majority carries. */
  readonly counting: { readonly needed: number; readonly seats: number; readonly majority: Majority };
  readonly votes: readonly NamedVote[];
  readonly castingName: string | null;
  readonly unanswered: readonly string[];
  readonly meetingHeld: boolean;
  readonly may: {
    readonly announce: boolean;
    readonly withdraw: boolean;
    readonly count: boolean;
    readonly castDeciding: boolean;
    readonly decide: boolean;
  };
}

export interface VoteAddresses {
  readonly vote: string;
  readonly announce: string;
  readonly withdraw: string;
  readonly count: string;
  readonly casting: string;
  readonly decide: string;
  readonly questions: string;
  /** What is voted on, on one page. */
  readonly plan: string;
  readonly meetings: string;
}

/** What every form of a vote has. */
export interface VoteFormProps {
  readonly to: VoteAddresses;
  readonly crumbs: readonly Crumb[];
  readonly toolName: string;
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly identity: IdentityAsked;
  readonly keyOfPress: string;
}
export type VotePageProps = VoteFormProps & { readonly seen: SeenVote };

export const useVoteTexts = () => text(ballotsCatalogue, usePage().language);
export const typedIn = (typed: VoteFormProps['typed'], field: string): string | undefined => {
  const value = typed?.[field];
  return typeof value === 'string' ? value : undefined;
};
