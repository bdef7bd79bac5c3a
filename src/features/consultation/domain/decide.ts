import { dayOf, type Day } from '../../../kernel/clock.js';
import type { Reason } from '../../../kernel/problem.js';
import type { MachineLimit } from '../../../policy/index.js';
import type { CaseFile, CouncilDecision, DecisionWord, SentRequest } from './case-file.js';
import { decisionOn, meetingsOn, pendingDecisionOn } from './standing-acts.js';

export interface TypedCondition {
  readonly text: string;
  readonly limit: MachineLimit | null;
  readonly promiseOwner: string | null;
  /** Who answers for a promise here: hands in the evidence, and is reminded. Null: somebody outside. */
  readonly promiseOwnerId?: string | null;
  readonly dueOn: Day | null;
}
/** What officers write down when the vote was held here: the vote says the rest. */
export interface VotedDecision {
  readonly reasons: string;
  readonly expiresOn: Day | null;
  readonly conditions: readonly TypedCondition[];
}
/** A vote in a meeting: word, day and totals as the minutes have them. */
export interface TypedDecision extends VotedDecision {
  readonly decision: DecisionWord;
  readonly decidedOn: Day;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}
/** A decision as it is written down, from whichever vote it follows. */
export type DecisionToRecord = VotedDecision &
  Pick<TypedDecision, 'decision' | 'decidedOn'> &
  Pick<CouncilDecision, 'ballotId' | 'votesFor' | 'votesAgainst' | 'votesAbstained'>;

/** Fields that cannot be used, in the order of the form. */
export const wrongIn = (typed: DecisionToRecord, request: SentRequest, file: CaseFile, now: Date): readonly Reason[] => {
  const today = dayOf(now);
  const firstMeeting = meetingsOn(file, request)
    .map(({ heldOn }) => heldOn)
    .sort()[0];
  const wrong: Reason[] = [];
  const check = (bad: boolean, field: string, code: string): void => {
    if (bad) wrong.push({ code, field });
  };
  check(typed.reasons.trim() === '', 'reasons', 'reasons.missing');
  check(typed.decidedOn > today, 'decidedOn', 'day.future');
  check(firstMeeting !== undefined && typed.decidedOn < firstMeeting, 'decidedOn', 'day.before-meeting');
  check(typed.expiresOn !== null && typed.expiresOn <= today, 'expiresOn', 'day.not-later');
  check(typed.decision === 'granted_with_conditions' && typed.conditions.length === 0, 'newCondition', 'conditions.missing');
  check(typed.decision !== 'granted_with_conditions' && typed.conditions.length > 0, 'decision', 'conditions.not-here');
  for (const [at, condition] of typed.conditions.entries()) {
    check(condition.limit === null && condition.dueOn !== null && condition.dueOn < today, `condition${at + 1}Due`, 'day.past');
  }
  return wrong;
};

/** Why nothing can be decided on this request now; null when it can. */
export const keptFromDeciding = (request: SentRequest, file: CaseFile): string | null => {
  if (request.withdrawnAt) return 'request.withdrawn';
  if (decisionOn(file, request.id)) return 'decision.made';
  if (pendingDecisionOn(file, request.id)) return 'decision.waiting';
  return meetingsOn(file, request).length > 0 ? null : 'decision.before-meeting';
};

/** The place of the next decision among those recorded on a request: the database takes each place once. */
export const nextAttempt = (file: CaseFile, requestId: string): number =>
  1 + file.decisions.filter((decision) => decision.requestId === requestId && (decision.rejectedAt !== null || decision.revokedAt)).length;
