import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';

export const insertSignature = insertInto('paper_signatures', [
  'id',
  'decision_id',
  'code',
  'signed_by',
  'signed_role',
  'file_id',
  'reference',
  'uploaded_by',
  'uploaded_at',
]);
export const insertSignatureConfirmation = insertInto('paper_signature_confirmations', ['signature_id', 'by_person', 'by_role', 'at']);
export const insertSignatureRejection = insertInto('paper_signature_rejections', ['signature_id', 'reason', 'by_person', 'at']);

/** A scan of a decision that somebody signed by hand. */
export interface PaperSignature {
  readonly id: string;
  readonly decisionId: string;
  readonly requestId: string;
  readonly code: string;
  readonly signedBy: string;
  readonly signedRole: string;
  readonly fileId: string;
  readonly reference: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly rejectedAt: Date | null;
}
const SELECT = `select s.id, s.decision_id as "decisionId", d.request_id as "requestId", s.code, s.signed_by as "signedBy", s.signed_role as "signedRole",
    s.file_id as "fileId", s.reference, s.uploaded_by as "uploadedBy", s.uploaded_at as "uploadedAt", c.by_person as "confirmedBy",
    c.at as "confirmedAt", r.at as "rejectedAt"
  from paper_signatures s join council_decisions d on d.id = s.decision_id
  left join paper_signature_confirmations c on c.signature_id = s.id left join paper_signature_rejections r on r.signature_id = s.id`;

/** Every scan on the decisions of a request, oldest first. */
export const signaturesOn = (tx: Tx, requestId: string): Promise<readonly PaperSignature[]> =>
  tx.query(`${SELECT} where d.request_id = $1 order by s.written_as`, [requestId]);

export const findSignature = async (tx: Tx, id: string): Promise<PaperSignature | null> => {
  const rows: PaperSignature[] = await tx.query(`${SELECT} where s.id = $1`, [id]);
  return rows[0] ?? null;
};
