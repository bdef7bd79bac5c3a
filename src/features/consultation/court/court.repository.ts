import type { Tx } from '../../../platform/database/index.js';
import type { Petition } from '../domain/petition.js';
import { insertInto } from '../insert-into.repository.js';

export const insertPetition = insertInto('court_petitions', [
  'id',
  'request_id',
  'tool_id',
  'fingerprint',
  'ground',
  'filed_on',
  'court',
  'reference',
  'file_id',
  'recorded_by',
  'recorded_at',
]);
export const insertPetitionConfirmation = insertInto('petition_confirmations', ['petition_id', 'by_person', 'at']);
export const insertPetitionWithdrawal = insertInto('petition_withdrawals', ['petition_id', 'by_person', 'at']);

export interface FoundPetition extends Pick<Petition, 'id' | 'requestId' | 'ground' | 'filedOn' | 'court' | 'reference' | 'fileId'> {
  readonly isConfirmed: boolean;
  readonly isWithdrawn: boolean;
}
export const findPetition = async (tx: Tx, id: string): Promise<FoundPetition | null> => {
  const rows: FoundPetition[] = await tx.query(
    `select p.id, p.request_id as "requestId", p.ground, p.filed_on::text as "filedOn", p.court, p.reference, p.file_id as "fileId",
      exists (select 1 from petition_confirmations c where c.petition_id = p.id) as "isConfirmed",
      exists (select 1 from petition_withdrawals w where w.petition_id = p.id) as "isWithdrawn"
     from court_petitions p where p.id = $1`,
    [id],
  );
  return rows[0] ?? null;
};
