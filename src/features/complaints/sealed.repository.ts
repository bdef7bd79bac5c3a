import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export const insertContent = async (tx: Tx, ownerId: string, complaintId: string, sealed: Buffer): Promise<void> => {
  await tx.query(`insert into complaint_contents (owner_id, complaint_id, sealed) values ($1, $2, $3)`, [ownerId, complaintId, sealed]);
};
/** Everything written in a case, by the id of what it belongs to. */
export const contentsOf = async (tx: Tx, complaintId: string): Promise<ReadonlyMap<string, Buffer>> => {
  const rows: { ownerId: string; sealed: Buffer }[] = await tx.query(
    `select owner_id as "ownerId", sealed from complaint_contents where complaint_id = $1`,
    [complaintId],
  );
  return new Map(rows.map(({ ownerId, sealed }) => [ownerId, sealed]));
};

export interface SealedKey {
  readonly keyId: string;
  readonly sealed: Buffer;
}
export const insertSealedKeys = async (tx: Tx, complaintId: string, keys: readonly SealedKey[]): Promise<void> => {
  await tx.query(
    `insert into complaint_keys (complaint_id, key_id, sealed)
     select $1, k.key_id, k.sealed from unnest($2::text[], $3::bytea[]) as k (key_id, sealed) on conflict do nothing`,
    [complaintId, keys.map(({ keyId }) => keyId), keys.map(({ sealed }) => sealed)],
  );
};
export const sealedKeyFor = async (tx: Tx, complaintId: string, keyId: string): Promise<Buffer | null> => {
  const [row]: { sealed: Buffer }[] = await tx.query(`select sealed from complaint_keys where complaint_id = $1 and key_id = $2`, [
    complaintId,
    keyId,
  ]);
  return row?.sealed ?? null;
};
/** Who can open it, besides whoever has its code. */
export const openersOf = async (tx: Tx, complaintId: string): Promise<readonly string[]> => {
  const rows: { personId: string }[] = await tx.query(
    `select distinct k.person_id as "personId" from complaint_keys c join case_keys k on k.id = c.key_id where c.complaint_id = $1 order by 1`,
    [complaintId],
  );
  return rows.map(({ personId }) => personId);
};
/** Somebody with a conflict of interest opens it no more. */
export const takeKeysFrom = async (tx: Tx, complaintId: string, personId: string): Promise<void> => {
  await tx.query(`delete from complaint_keys c using case_keys k where k.id = c.key_id and c.complaint_id = $1 and k.person_id = $2`, [
    complaintId,
    personId,
  ]);
};

export interface SealedFile {
  readonly id: string;
  readonly sealed: Buffer;
}
export const insertSealedFile = async (tx: Tx, file: SealedFile & { readonly complaintId: string; readonly onDay: Day }): Promise<void> => {
  await tx.query(`insert into complaint_files (id, complaint_id, sealed, on_day) values ($1, $2, $3, $4)`, [
    file.id,
    file.complaintId,
    file.sealed,
    file.onDay,
  ]);
};
export const fileIdsOf = async (tx: Tx, complaintId: string): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(`select id from complaint_files where complaint_id = $1 order by written_as`, [
    complaintId,
  ]);
  return rows.map(({ id }) => id);
};
export const sealedFile = async (tx: Tx, complaintId: string, fileId: string): Promise<Buffer | null> => {
  const [row]: { sealed: Buffer }[] = await tx.query(`select sealed from complaint_files where complaint_id = $1 and id = $2`, [
    complaintId,
    fileId,
  ]);
  return row?.sealed ?? null;
};
/** Files that were sent along with a complaint that never came. */
export const forgetLooseFiles = async (tx: Tx, before: Day): Promise<void> => {
  await tx.query(
    `delete from complaint_files f where f.on_day < $1 and not exists (select from complaints c where c.id = f.complaint_id)`,
    [before],
  );
};

/** Texts, files and keys: what is left says that there was a complaint, and how it ended. */
export const eraseContents = async (tx: Tx, complaintIds: readonly string[]): Promise<void> => {
  for (const table of ['complaint_contents', 'complaint_files', 'complaint_keys', 'complaint_claims'])
    await tx.query(`delete from ${table} where complaint_id = any($1)`, [complaintIds]);
};

export const insertClaim = async (tx: Tx, complaintId: string, sealedCode: Buffer): Promise<void> => {
  await tx.query(`insert into complaint_claims (complaint_id, sealed_code) values ($1, $2)`, [complaintId, sealedCode]);
};
export interface Claim {
  readonly complaintId: string;
  readonly toolName: string;
  readonly sealedCode: Buffer;
}
/** The codes that wait for whoever objected where there was no right to object. */
export const claimsOf = (tx: Tx, personId: string): Promise<Claim[]> =>
  tx.query(
    `select l.complaint_id as "complaintId", t.name as "toolName", l.sealed_code as "sealedCode"
     from complaint_claims l join complaints c on c.id = l.complaint_id join objections_taken_over o on o.objection_id = c.from_objection_id
       join tools t on t.id = o.tool_id
     where o.person_id = $1 order by c.lodged_on, c.id limit 100`,
    [personId],
  );
export const endClaim = async (tx: Tx, complaintId: string): Promise<void> => {
  await tx.query(`delete from complaint_claims where complaint_id = $1`, [complaintId]);
};
