import { dayOf } from '../../../kernel/clock.js';
import { type BallotVerdict, forAndAgainst } from '../../ballots/index.js';
import type { DecisionToRecord, TypedDecision, VotedDecision } from './decide.js';

const isTyped = (typed: TypedDecision | VotedDecision): typed is TypedDecision => 'decision' in typed;

/** With a ballot that decided, word, day and totals are those of the ballot and nobody types them; without one they are those of the minutes. */
export const byVote = (verdict: BallotVerdict, typed: TypedDecision | VotedDecision): DecisionToRecord | { readonly refusal: string } => {
  if (verdict.kind === 'running') return { refusal: 'decision.vote-running' };
  if (verdict.kind === 'tied') return { refusal: 'ballot.tied' };
  if (verdict.kind === 'none') return isTyped(typed) ? { ...typed, ballotId: null } : { refusal: 'decision.no-vote' };
  if (isTyped(typed)) return { refusal: 'decision.follows-vote' };
  const { ballot, counted, outcome } = verdict;
  const [votesFor, votesAgainst] = counted.counts ? forAndAgainst(outcome, counted.counts) : [null, null];
  const votesAbstained = counted.counts?.abstention ?? null;
  return { ...typed, decision: outcome, decidedOn: dayOf(ballot.closesAt), ballotId: ballot.id, votesFor, votesAgainst, votesAbstained };
};
