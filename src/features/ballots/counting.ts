import { type Actor, SYSTEM } from '../../kernel/actor.js';
import { newReference } from '../../kernel/ids.js';
import { refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { SealKey } from '../../platform/signing/index.js';
import { type CouncilRules, type Roster, rosterAt, rulesAt } from '../council/index.js';
import { record } from '../evidence/index.js';
import { writeBallot } from './announcing.js';
import { insertCasting, insertCounted, insertEnd, lockBallot, unendedBallots, votesIn } from './ballots.repository.js';
import { emptyBox, forgetTurnout, readBox, readTurnout } from './boxes.repository.js';
import { type Ballot, type Counted, lastInstantOf, phaseOf, type RepeatReason } from './domain/ballot.js';
import { type CastingVote, type Result, resultOf, secretResultOf, totalsShown } from './domain/result.js';

/** Everything a result follows from, at the instant of closing. */
interface Closing {
  readonly roster: Roster;
  readonly rules: CouncilRules;
  readonly barred: readonly string[];
}
type Count = (casting?: CastingVote) => Result;

const openCount = async (tx: Tx, ballot: Ballot, { roster, rules, barred }: Closing): Promise<Count> => {
  const votes = (await votesIn(tx, [ballot.id])).filter(({ personId }) => !barred.includes(personId));
  return (casting) => resultOf(roster, rules, votes, casting);
};

const secretCount = async (tx: Tx, key: SealKey, ballot: Ballot, { roster, rules, barred }: Closing): Promise<Count | RepeatReason> => {
  const box = await readBox(tx, key, ballot.id);
  if (!box) return 'box';
  const participants = await readTurnout(tx, ballot.id);
  if (participants.some((personId) => barred.includes(personId))) return 'roster';
  const choices = box.map(({ choice }) => choice);
  const count = (casting?: CastingVote) => secretResultOf(roster, rules, { participants, choices }, casting);
  const result = count();
  return result ? (casting) => count(casting) ?? result : 'roster';
};

/** What is kept of a result. A secret ballot's totals are not written down at all where they would tell. */
const keptOf = (count: Count, { form }: Ballot, { roster, rules }: Closing, at: Date): Counted => {
  const { state, outcome, quorumReached, takingPart, filledSeats, counts } = count();
  const ifFor = state === 'tied' ? count('for').outcome : null;
  const shown = totalsShown(form, state, takingPart) ? counts : null;
  return { kind: 'counted', state, outcome, ifFor, quorumReached, takingPart, filledSeats, counts: shown, rules, roster, at };
};

/**
 * Counts a ballot whose time is over, by the roster and the rules at the instant of closing; the box is emptied. Call it under the roster's lock
 * and then the ballot's, with the instant read after both. Answers the new ballot when this one has to be held again.
 */
export const countBallot = async (
  tx: Tx,
  key: SealKey,
  actor: Actor,
  now: Date,
  { ballot, barred }: { readonly ballot: Ballot; readonly barred: readonly string[] },
): Promise<Counted | Ballot> => {
  const phase = phaseOf(ballot, now);
  if (phase !== 'closed') throw refused(phase === 'ended' ? 'ballot.counted' : 'ballot.not-closed');
  const last = lastInstantOf(ballot);
  const closing = { roster: await rosterAt(tx, last, ballot.body), rules: await rulesAt(tx, last, ballot.body), barred };
  const count = ballot.form === 'open' ? await openCount(tx, ballot, closing) : await secretCount(tx, key, ballot, closing);
  if (typeof count === 'string') return repeatBallot(tx, now, ballot, count);
  const counted = keptOf(count, ballot, closing, now);
  await emptyBox(tx, ballot.id);
  await insertCounted(tx, ballot.id, counted, actor.personId);
  const { state, outcome, quorumReached, takingPart, filledSeats, counts } = counted;
  await record(
    tx,
    actor,
    now,
    'ballot.counted',
    { subjectId: ballot.id },
    { state, outcome, quorumReached, takingPart, filledSeats, counts: counts ? { ...counts } : null, rules: closing.rules.id },
  );
  return counted;
};

/** Nothing of the old ballot counts: the same proposal, as long as before, from now on, by the rules of now. */
const repeatBallot = async (tx: Tx, now: Date, ballot: Ballot, why: RepeatReason): Promise<Ballot> => {
  await emptyBox(tx, ballot.id);
  await forgetTurnout(tx, ballot.id);
  await insertEnd(tx, ballot.id, { kind: 'repeated', why, at: now }, null);
  await record(tx, SYSTEM, now, 'ballot.repeated', { subjectId: ballot.id }, { why });
  const { subjectId, body, attempt, proposal, announcedBy, announcedRole, opensAt, closesAt } = ballot;
  const until = new Date(now.getTime() + closesAt.getTime() - opensAt.getTime());
  return writeBallot(tx, SYSTEM, now, {
    subjectId,
    body,
    proposal,
    announcedBy,
    announcedRole,
    opensAt: now,
    closesAt: until,
    attempt: attempt + 1,
    replacesId: ballot.id,
  });
};

/** After a reset of the council whoever votes may be somebody else: every open ballot starts again. */
export const repeatOpenBallots = async (tx: Tx, now: Date): Promise<void> => {
  for (const { id } of (await unendedBallots(tx)).filter((one) => one.body === 'or' && phaseOf(one, now) === 'open')) {
    const ballot = await lockBallot(tx, id);
    if (ballot && phaseOf(ballot, now) === 'open') await repeatBallot(tx, now, ballot, 'reset');
  }
};

/** Where the rules leave a tie to the chair: a named, reasoned vote beside the ballot. */
export const castDecidingVote = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  {
    ballot,
    personId,
    vote,
    reasons,
  }: { readonly ballot: Ballot; readonly personId: string; readonly vote: CastingVote; readonly reasons: string },
): Promise<string> => {
  const { end } = ballot;
  if (end?.kind !== 'counted' || end.state !== 'tied' || !end.ifFor) throw refused('casting.no-tie');
  if (ballot.casting) throw refused('casting.done');
  const reference = newReference();
  const outcome = vote === 'for' ? end.ifFor : 'refused';
  await insertCasting(tx, ballot.id, { reference, vote, outcome, reasons, byPerson: personId, at: now });
  return record(tx, actor, now, 'casting-vote.cast', { subjectId: ballot.id }, { vote, outcome, reference });
};
