import { sha256 } from '../../kernel/canonical.js';
import { crockford, readCrockford } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';

const CODE_LENGTH = 20;
const DAY_MS = 86_400_000;
const DAYS = { invitation: 7, reset: 1 } as const;
export type InvitationKind = keyof typeof DAYS;

/** Codes sent before somebody took office do not open the officer's account. */
export const voidInvitations = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  await tx.query(`update invitations set used_at = $2 where person_id = $1 and used_at is null`, [personId, now]);
};

/** A one-time code to choose a password; earlier codes of the person stop working. It is stored as a hash only. */
export const createInvitation = async (
  tx: Tx,
  personId: string,
  kind: InvitationKind,
  createdBy: string | null,
  now: Date,
): Promise<string> => {
  const code = crockford(CODE_LENGTH);
  await tx.query(`update invitations set used_at = $2 where person_id = $1 and used_at is null`, [personId, now]);
  await tx.query(
    `insert into invitations (code_hash, person_id, kind, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [sha256(code), personId, kind, createdBy, now, new Date(now.getTime() + DAYS[kind] * DAY_MS)],
  );
  return code;
};

export interface OpenInvitation {
  readonly personId: string;
  readonly kind: InvitationKind;
}

const OPEN = `select i.person_id as "personId", i.kind from invitations i join persons p on p.id = i.person_id and p.left_at is null
  where i.code_hash = $1 and i.used_at is null and i.expires_at > $2`;

export const findInvitation = async (tx: Tx, typed: string, now: Date): Promise<OpenInvitation | null> => {
  const rows: OpenInvitation[] = await tx.query(OPEN, [sha256(readCrockford(typed)), now]);
  return rows[0] ?? null;
};

/** Uses the code up; null when it is unknown, over or used. Of two at once one succeeds. */
export const useInvitation = async (tx: Tx, typed: string, now: Date): Promise<OpenInvitation | null> => {
  const rows: OpenInvitation[] = await tx.query(`${OPEN} for update of i`, [sha256(readCrockford(typed)), now]);
  if (rows[0]) await tx.query(`update invitations set used_at = $2 where code_hash = $1`, [sha256(readCrockford(typed)), now]);
  return rows[0] ?? null;
};
