import type { Actor } from '../../kernel/actor.js';
import { newReference } from '../../kernel/ids.js';
import { refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { councilResets, refuseOwnWork } from '../council/index.js';
import { record } from '../evidence/index.js';
import type { CaseInHand } from './acting.js';
import { insertConfirmation, insertNullityEnd } from './acts.repository.js';
import type { CouncilDecision } from './domain/case-file.js';
import { isPositive, pendingDecisionOn } from './domain/standing-acts.js';
import { decisionBlocks, paper, type PaperHead } from './papers.js';
import { tellBody } from './telling.js';

export const waitingDecision = ({ file }: CaseInHand, requestId: string, decisionId: string): CouncilDecision => {
  const decision = pendingDecisionOn(file, requestId);
  if (decision?.id !== decisionId) throw refused('decision.not-waiting');
  return decision;
};

interface Confirming {
  readonly inHand: CaseInHand;
  readonly decision: CouncilDecision;
  readonly person: string;
  /** Signed by hand: the scan, and who said that it is of this paper. */
  readonly signatureId?: string;
}

/** From here on the decision counts. Whoever calls it has tested that this person may confirm. Answers the reference of this act. */
export const confirmDecision = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  { inHand, decision, person, signatureId }: Confirming,
): Promise<string> => {
  if (decision.recordedBy === person) throw refused('decision.same-officer');
  await refuseOwnWork(tx, versionOf(inHand, decision), person);
  const reference = newReference();
  await insertConfirmation(tx, { decision_id: decision.id, by_person: person, at: now });
  if (isPositive(decision)) await endNullities(tx, inHand, now);
  const signed = { ...decision, paperSignatureId: signatureId };
  await tellDecision(tx, now, inHand, { title: 'title.decision.confirmed', reference, id: decision.id }, signed);
  const payload = { fingerprint: decision.fingerprint, decision: decision.decision, reference, signature: signatureId };
  return record(tx, actor, now, 'decision.confirmed', { toolId: inHand.version.toolId, subjectId: decision.id }, payload);
};

/** The version that was asked about; the newest may carry it on. */
const versionOf = ({ file, version }: CaseInHand, { requestId }: CouncilDecision): string =>
  file.requests.find(({ id }) => id === requestId)?.versionId ?? version.id;

/** New consent ends an invocation of nullity on what it covers. */
const endNullities = async (tx: Tx, { file }: CaseInHand, now: Date): Promise<void> => {
  for (const { id, endedAs } of file.nullities) {
    if (endedAs === null) await insertNullityEnd(tx, { invocation_id: id, status: 'resolved_by_consent', ruling_id: null, at: now });
  }
};

/** Every member gets the decision as it was written down. */
export const tellDecision = async (
  tx: Tx,
  now: Date,
  { version, standing }: CaseInHand,
  { id, ...head }: Pick<PaperHead, 'title' | 'reference'> & { readonly id: string },
  decision: Parameters<typeof decisionBlocks>[0],
): Promise<void> => {
  const said = { ...decision, resets: decision.resets ?? (await councilResets(tx)) };
  const document = paper({ ...head, toolName: version.toolName, fingerprint: version.fingerprint }, (pen) => decisionBlocks(said, pen));
  await tellBody(tx, now, { version, standing, act: head.title.slice('title.'.length), document, subjectId: id });
};
