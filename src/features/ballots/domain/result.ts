import type { CouncilRules, Majority, Roster } from '../../council/index.js';
import { type Choice, type Counts, countOf, lastVotes, takingPart, type Vote } from './vote.js';

export type Outcome = 'granted' | 'granted_with_conditions' | 'refused';
/** The chair's deciding vote, where the council's rules leave a tie to the chair. */
export type CastingVote = 'for' | 'against';

interface Tally {
  readonly quorumReached: boolean;
  readonly takingPart: number;
  readonly filledSeats: number;
  readonly counts: Counts;
}
/** `tied`: as many for as against, and the chair has to decide. `no_quorum`: the council decided nothing. */
export type Result = Tally &
  (
    | { readonly state: 'decided'; readonly outcome: Outcome }
    | { readonly state: 'tied'; readonly outcome: null }
    | { readonly state: 'no_quorum'; readonly outcome: null }
  );

/** How many must take part, of the seats that are filled. */
export const quorumOf = (quorum: CouncilRules['quorum'], filledSeats: number): number => {
  if (quorum === 'more_than_half') return Math.floor(filledSeats / 2) + 1;
  return quorum === 'two_thirds' ? Math.ceil((2 * filledSeats) / 3) : quorum;
};
/** Abstentions take part. */
export const quorumReached = (quorum: CouncilRules['quorum'], { seats }: Roster, voters: number): boolean =>
  voters > 0 && voters >= quorumOf(quorum, seats.length);

/** Simple: more for than against. Absolute: more than half of those taking part. Two thirds: of those taking part. */
export const carries = (majority: Majority, inFavour: number, against: number, voters: number): boolean => {
  if (inFavour === 0) return false;
  if (majority === 'simple') return inFavour > against;
  return majority === 'absolute' ? 2 * inFavour > voters : 3 * inFavour >= 2 * voters;
};

type Decided = Pick<Extract<Result, { state: 'decided' }>, 'state' | 'outcome'>;
const decided = (outcome: Outcome): Decided => ({ state: 'decided', outcome });

/** Equal votes never make two thirds, so there the chair has nothing to decide. */
export const chairDecides = (rules: Pick<CouncilRules, 'majority' | 'tie'>, inFavour: number, against: number): boolean =>
  rules.tie === 'chair_decides' && rules.majority !== 'two_thirds' && inFavour > 0 && inFavour === against;

/** Whoever wants conditions does not consent without them: that vote is against consent alone, and for consent with conditions. */
const decide = (
  rules: CouncilRules,
  { consent, conditions, no_consent: against }: Counts,
  voters: number,
  casting?: CastingVote,
): Decided | { readonly state: 'tied'; readonly outcome: null } => {
  const inFavour = consent + conditions;
  if (carries(rules.majority, consent, conditions + against, voters)) return decided('granted');
  if (carries(rules.majority, inFavour, against, voters)) return decided('granted_with_conditions');
  if (!chairDecides(rules, inFavour, against) || casting === 'against') return decided('refused');
  if (!carries(rules.majority, inFavour + 1, against, voters)) return decided('refused');
  if (casting === undefined) return { state: 'tied', outcome: null };
  return decided(conditions > 0 ? 'granted_with_conditions' : 'granted');
};

const tally = (roster: Roster, rules: CouncilRules, choices: readonly Choice[], casting?: CastingVote): Result => {
  const counts = countOf(choices);
  const voters = choices.length;
  const reached = quorumReached(rules.quorum, roster, voters);
  const facts = { quorumReached: reached, takingPart: voters, filledSeats: roster.seats.length, counts };
  return reached ? { ...facts, ...decide(rules, counts, voters, casting) } : { ...facts, state: 'no_quorum', outcome: null };
};

/** The result of an open ballot: of the last vote of everyone who held a seat, or stood in for a holder who did not vote. */
export const resultOf = (roster: Roster, rules: CouncilRules, votes: readonly Vote[], casting?: CastingVote): Result => {
  const last = lastVotes(votes);
  const counted = takingPart(roster, new Set(last.keys()));
  return tally(
    roster,
    rules,
    [...last.values()].filter(({ personId }) => counted.has(personId)).map(({ choice }) => choice),
    casting,
  );
};

/** What a secret ballot leaves to count: who took part, and apart from them what was chosen. */
export interface SecretVotes {
  readonly participants: readonly string[];
  readonly choices: readonly Choice[];
}
/** Null when somebody who took part has no vote any more: nobody can tell which choice to leave out, so the ballot is held again. */
export const secretResultOf = (
  roster: Roster,
  rules: CouncilRules,
  { participants, choices }: SecretVotes,
  casting?: CastingVote,
): Result | null => {
  const voted = new Set(participants);
  const whole = takingPart(roster, voted).size === voted.size && voted.size === participants.length && voted.size === choices.length;
  return whole ? tally(roster, rules, choices, casting) : null;
};

const FEWEST_VOTERS_SHOWN = 5;
/** With fewer voters, the totals of a secret ballot would tell what somebody chose. So would those of a vote that is held again: who comes to it later is the difference. */
export const totalsShown = (form: CouncilRules['ballot'], state: Result['state'], voters: number): boolean =>
  form === 'open' || (state !== 'no_quorum' && voters >= FEWEST_VOTERS_SHOWN);

/** How the totals read as votes for and against what was decided. */
export const forAndAgainst = (outcome: Outcome, { consent, conditions, no_consent: against }: Counts): readonly [number, number] =>
  outcome === 'granted' ? [consent, conditions + against] : [consent + conditions, against];
