import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';
import type { Ground } from './domain/revocation.js';

export const insertRevocation = insertInto('revocations', [
  'id',
  'decision_id',
  'tool_id',
  'fingerprint',
  'ground',
  'explanation',
  'condition_id',
  'named_words',
  'reference',
  'recorded_by',
  'recorded_at',
]);
export const insertRevocationConfirmation = insertInto('revocation_confirmations', ['revocation_id', 'by_person', 'by_role', 'at']);

export interface Revocation {
  readonly id: string;
  readonly decisionId: string;
  readonly requestId: string;
  readonly versionId: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly fingerprint: string;
  readonly ground: Ground;
  readonly explanation: string;
  readonly condition: string | null;
  readonly namedWords: string | null;
  readonly reference: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedBy: readonly string[];
  readonly confirmedRoles: readonly string[];
  /** From when the consent counts no more; null while somebody still has to confirm. */
  readonly revokedAt: Date | null;
}
const REVOCATIONS = `select r.id, r.decision_id as "decisionId", d.request_id as "requestId", q.version_id as "versionId", r.tool_id as "toolId",
    t.name as "toolName", r.fingerprint, r.ground, r.explanation, c.text as condition, r.named_words as "namedWords", r.reference,
    r.recorded_by as "recordedBy", r.recorded_at as "recordedAt",
    array(select x.by_person from revocation_confirmations x where x.revocation_id = r.id order by x.at) as "confirmedBy",
    array(select x.by_role from revocation_confirmations x where x.revocation_id = r.id order by x.at) as "confirmedRoles",
    (select k.at from consents_revoked k where k.revocation_id = r.id) as "revokedAt"
  from revocations r join tools t on t.id = r.tool_id join council_decisions d on d.id = r.decision_id join consent_requests q on q.id = d.request_id
  left join decision_conditions c on c.id = r.condition_id`;

export const findRevocation = async (tx: Tx, id: string): Promise<Revocation | null> => {
  const rows: Revocation[] = await tx.query(`${REVOCATIONS} where r.id = $1`, [id]);
  return rows[0] ?? null;
};
export const listRevocations = (tx: Tx, toolId: string | null = null): Promise<Revocation[]> =>
  tx.query(`${REVOCATIONS} where $1::text is null or r.tool_id = $1 order by r.written_as desc limit 100`, [toolId]);
