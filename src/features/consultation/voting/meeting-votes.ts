import { type Day, momentAt } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { wrongTotals } from '../../ballots/index.js';
import { filledSeatsAt, FIRST_RULES, rulesAt } from '../../council/index.js';
import type { Body } from '../domain/case-file.js';

interface MinutedVote {
  readonly decidedOn: Day;
  readonly carried: boolean;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

/** Refuses totals that do not bear what they say was decided, by the body's own rules at the end of that day. A group council's rules are not kept here. */
export const refuseTotals = async (tx: Tx, now: Date, body: Body, vote: MinutedVote): Promise<void> => {
  const evening = momentAt(vote.decidedOn, '23:59') ?? now;
  const at = evening < now ? evening : now;
  const ruled = body === 'or' || body === 'pvt' ? await rulesAt(tx, at, body) : FIRST_RULES;
  const held = { rules: ruled, filledSeats: body === 'or' ? await filledSeatsAt(tx, at) : null };
  const { votesFor: inFavour, votesAgainst: against, votesAbstained: abstained, carried } = vote;
  const wrong = wrongTotals(held, { inFavour, against, abstained, carried });
  if (wrong) throw new Problem(422, 'input.unusable', [{ field: 'votesFor', code: wrong }]);
};
