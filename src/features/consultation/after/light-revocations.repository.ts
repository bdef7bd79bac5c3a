import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';
import type { LightGround } from './domain/revocation.js';

export const insertLightRevocation = insertInto('light_revocations', [
  'id',
  'consent_id',
  'ground',
  'explanation',
  'named_words',
  'reference',
  'recorded_by',
  'recorded_at',
]);
export const insertLightRevocationConfirmation = insertInto('light_revocation_confirmations', [
  'revocation_id',
  'by_person',
  'by_role',
  'at',
]);

export interface LightRevocation {
  readonly id: string;
  readonly ground: LightGround;
  readonly explanation: string;
  readonly namedWords: string | null;
  readonly reference: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedBy: readonly string[];
  /** From when the consent counts no more; null while somebody still has to confirm. */
  readonly revokedAt: Date | null;
}

const CONFIRMED_BY = `array(select c.by_person from light_revocation_confirmations c where c.revocation_id = r.id order by c.at) as "confirmedBy"`;

/** The newest that was noted on a consent: the one that waits, or by which it was taken back. */
export const lightRevocationOf = async (tx: Tx, consentId: string): Promise<LightRevocation | null> => {
  const rows: LightRevocation[] = await tx.query(
    `select r.id, r.ground, r.explanation, r.named_words as "namedWords", r.reference, r.recorded_by as "recordedBy", r.recorded_at as "recordedAt",
       ${CONFIRMED_BY},
       (select k.at from light_consents_revoked k where k.revocation_id = r.id) as "revokedAt"
     from light_revocations r where r.consent_id = $1 order by r.written_as desc limit 1`,
    [consentId],
  );
  return rows[0] ?? null;
};

export interface WaitingLightRevocation extends Pick<LightRevocation, 'ground' | 'recordedBy' | 'confirmedBy'> {
  readonly consentId: string;
  readonly toolId: string;
  readonly toolName: string;
}
/** Those that somebody still has to confirm: of each consent the newest. */
export const waitingLightRevocations = (tx: Tx): Promise<readonly WaitingLightRevocation[]> =>
  tx.query(
    `select r.consent_id as "consentId", x.tool_id as "toolId", t.name as "toolName", r.ground, r.recorded_by as "recordedBy", ${CONFIRMED_BY}
     from light_revocations r join framework_consents x on x.id = r.consent_id join tools t on t.id = x.tool_id
     where not exists (select 1 from light_consents_revoked k where k.consent_id = r.consent_id)
       and not exists (select 1 from light_revocations n where n.consent_id = r.consent_id and n.written_as > r.written_as)
     order by r.written_as desc limit 100`,
  );
