import type { Actor } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import { unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { fileRefusal, safeFileName, typeOfFile } from './domain/file-types.js';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
}
export interface FileToStore {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The form's field, for the error. */
  readonly field?: string;
}

/** Keeps an uploaded document: pdf, png, jpg, txt, md, docx or csv, at most 10 MB. The type follows from its content, never from the sender. */
export const storeFile = async (tx: Tx, actor: Actor, now: Date, given: FileToStore): Promise<StoredFile> => {
  const refusal = fileRefusal(given.name, given.bytes);
  if (refusal) throw unusable(given.field ?? 'file', refusal);
  const stored = { id: newId('f'), name: safeFileName(given.name), type: typeOfFile(given.name), sha256: sha256(given.bytes) };
  await tx.query(`insert into files (id, name, type, bytes, sha256, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    stored.id,
    stored.name,
    stored.type,
    Buffer.from(given.bytes),
    stored.sha256,
    actor.personId ?? actor.role,
    now,
  ]);
  return stored;
};

/** A stored document, or null. Who may see it is for the feature that points at it. */
export const readFile = async (tx: Tx, id: string): Promise<(StoredFile & { readonly bytes: Buffer }) | null> => {
  const rows: (StoredFile & { bytes: Buffer })[] = await tx.query(`select id, name, type, sha256, bytes from files where id = $1`, [id]);
  return rows[0] ?? null;
};
