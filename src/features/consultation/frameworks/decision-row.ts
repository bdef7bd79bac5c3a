import type { Framework, TypedFrameworkDecision } from './domain/framework.js';

/** A decision of the council on a framework, as it is stored. */
export const decisionRow = (
  { id, decisions }: Framework,
  typed: TypedFrameworkDecision,
  { decisionId, reference, person, now }: { decisionId: string; reference: string; person: string; now: Date },
) => ({
  id: decisionId,
  framework_id: id,
  attempt: decisions.length + 1,
  decision: typed.decision,
  reasons: typed.reasons,
  met_on: typed.metOn,
  minutes: typed.minutes,
  present_council: typed.presentCouncil,
  present_employer: typed.presentEmployer,
  decided_on: typed.decidedOn,
  votes_for: typed.votesFor,
  votes_against: typed.votesAgainst,
  votes_abstained: typed.votesAbstained,
  reference,
  recorded_by: person,
  recorded_at: now,
});
