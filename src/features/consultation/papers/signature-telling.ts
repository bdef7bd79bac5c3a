import type { Role } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { roleName } from '../../../platform/i18n/index.js';
import type { CaseInHand } from '../acting.js';
import { fact, paper, type PaperHead } from '../papers.js';
import type { FoundRequest } from '../requests.repository.js';
import { tellBody } from '../telling.js';

interface Telling {
  readonly request: FoundRequest;
  readonly inHand: CaseInHand;
  readonly act: 'paper-signature.uploaded' | 'paper-signature.rejected';
  readonly reference: string;
  readonly subjectId: string;
  readonly role: string;
  readonly reason?: string;
}
/** Every member hears of a scan, and of one that was turned down. */
export const tellOfSignature = async (
  tx: Tx,
  now: Date,
  { request, inHand, act, reference, subjectId, role, reason }: Telling,
): Promise<void> => {
  const head: PaperHead = { title: `title.${act}`, toolName: request.toolName, reference, fingerprint: request.fingerprint };
  const document = paper(head, (pen) => [
    {
      kind: 'facts',
      rows: [fact(pen, 'fact.signed-by', roleName(role as Role, pen.language)), ...(reason ? [fact(pen, 'fact.ground', reason)] : [])],
    },
    { kind: 'notice', text: pen.t(act === 'paper-signature.uploaded' ? 'paper.compare' : 'paper.again') },
  ]);
  await tellBody(tx, now, { version: inHand.version, standing: inHand.standing, act, document, subjectId });
};
