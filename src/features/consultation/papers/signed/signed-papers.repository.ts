import type { Tx } from '../../../../platform/database/index.js';
import { insertInto } from '../../insert-into.repository.js';
import type { SignedPaper } from '../domain/signed-paper.js';

export const insertSignedPaper = insertInto('signed_papers', [
  'id',
  'request_id',
  'paper',
  'paper_reference',
  'signed_by_side',
  'file_id',
  'reference',
  'uploaded_by',
  'uploaded_at',
]);
export const insertSignedPaperEnd = insertInto('signed_paper_ends', ['signed_id', 'outcome', 'reason', 'by_person', 'by_role', 'at']);

/** Every scan of a case, oldest first. */
export const signedPapersOf = (tx: Tx, requestId: string): Promise<readonly SignedPaper[]> =>
  tx.query(
    `select s.id, s.request_id as "requestId", s.paper, s.paper_reference as "paperReference", s.signed_by_side as side, s.file_id as "fileId",
       f.sha256 as fingerprint, s.uploaded_by as "uploadedBy", s.uploaded_at as "uploadedAt", e.outcome, e.by_person as "endedBy", e.at as "endedAt"
     from signed_papers s join files f on f.id = s.file_id left join signed_paper_ends e on e.signed_id = s.id where s.request_id = $1 order by s.written_as`,
    [requestId],
  );
