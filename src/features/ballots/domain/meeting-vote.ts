import type { CouncilRules } from '../../council/index.js';
import { carries, chairDecides, quorumOf } from './result.js';

/** A vote that was held in a meeting, as the minutes have it. */
export interface MeetingVote {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** Whether what was voted on was carried. */
  readonly carried: boolean;
}
/** What holds for a vote at some instant. `filledSeats` is null where nobody laid down the seats: who votes there need not have an account. */
export interface VotingRules {
  readonly rules: Pick<CouncilRules, 'quorum' | 'majority' | 'tie'>;
  readonly filledSeats: number | null;
}

const keepsQuorum = ({ rules: { quorum }, filledSeats }: VotingRules, voters: number): boolean =>
  (filledSeats === null && typeof quorum !== 'number') || voters >= quorumOf(quorum, filledSeats ?? 0);

/** Why these totals do not bear what the minutes say was decided; null when they do. */
export const wrongTotals = (held: VotingRules, { inFavour, against, abstained, carried }: MeetingVote): string | null => {
  const { rules, filledSeats } = held;
  const voters = inFavour + against + abstained;
  if (inFavour + against === 0) return 'votes.missing';
  if (filledSeats !== null && voters > filledSeats) return 'votes.more-than-seats';
  if (!keepsQuorum(held, voters)) return 'votes.no-quorum';
  const enough = carries(rules.majority, inFavour, against, voters);
  if (!carried) return enough ? 'votes.carried' : null;
  const byChair = chairDecides(rules, inFavour, against) && carries(rules.majority, inFavour + 1, against, voters);
  if (enough || byChair) return null;
  return rules.majority === 'simple' ? 'votes.no-majority' : `votes.no-majority.${rules.majority}`;
};
