import { type Day, dayOf } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { recordedClauses } from '../../council/index.js';
import { dossierFacts, versionsOf } from '../../tools/index.js';
import type { CaseInHand } from '../acting.js';
import { agreedEvaluations, evaluationOf, isEvaluated } from '../domain/evaluation.js';
import type { CouncilDecision } from '../domain/case-file.js';
import { isFulfilled } from '../domain/standing-acts.js';
import { endOf } from './domain/ends.js';
import type { RevocationFacts } from './domain/revocation.js';

/** A later version that is fixed: what was agreed is about to become something else. One that carries the consent is the version in hand itself. */
const newerVersion = async (tx: Tx, { version }: CaseInHand): Promise<number | null> =>
  (await versionsOf(tx, version.toolId)).find(({ number, fixedAt }) => fixedAt !== null && number > version.number)?.number ?? null;

const keptOf = ({ file, version }: CaseInHand, decision: CouncilDecision, today: Day) => {
  const request = file.requests.find(({ id }) => id === decision.requestId) ?? null;
  const reviews = file.reviews.filter(({ requestId }) => requestId === decision.requestId);
  const evaluated = isEvaluated(evaluationOf(agreedEvaluations(request, decision), reviews), today);
  const dossier = dossierFacts(version);
  return decision.conditions.map((condition) => ({
    id: condition.id,
    kept: condition.limit?.kind === 'evaluate_on' ? evaluated : isFulfilled(condition, dossier, today),
  }));
};

/** What decides whether this consent can be taken back, and on which ground. */
export const revocationFacts = async (tx: Tx, inHand: CaseInHand, decision: CouncilDecision, now: Date): Promise<RevocationFacts> => ({
  conditions: keptOf(inHand, decision, dayOf(now)),
  endsOn: endOf({ expiresOn: decision.expiresOn, limits: decision.conditions.flatMap(({ limit }) => (limit ? [limit] : [])) }),
  newerVersion: await newerVersion(tx, inHand),
  words: [decision.reasons, ...decision.conditions.map(({ text }) => text), ...(await recordedClauses(tx))],
  today: dayOf(now),
});
