import { sha256 } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import { unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { Upload } from '../../platform/http/index.js';
import { pictureWithoutMetadata } from '../complaints/index.js';
import { fileRefusal, safeFileName, typeOfFile } from '../people/index.js';

export const ANSWER_FILES = '.pdf,.csv,.txt,.docx,.png,.jpg,.jpeg';
const MOST_FILES = 5;

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
}
interface CleanFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Checked as every document is (kind, content, 10 MB); a picture is drawn anew without its metadata. 422 on `files` for what cannot be kept. */
export const cleanFiles = async (uploads: readonly Upload[]): Promise<readonly CleanFile[]> => {
  if (uploads.length > MOST_FILES) throw unusable('files', 'right.too_many_files');
  const clean: CleanFile[] = [];
  for (const { name, bytes } of uploads) {
    const refusal = fileRefusal(name, bytes);
    if (refusal) throw unusable('files', refusal);
    clean.push({ name: safeFileName(name), type: typeOfFile(name), bytes: (await pictureWithoutMetadata(name, bytes)) ?? bytes });
  }
  return clean;
};

/** Kept with the request they answer. */
export const keepFiles = async (tx: Tx, requestId: string, files: readonly CleanFile[], at: Date): Promise<void> => {
  for (const [index, { name, type, bytes }] of files.entries())
    await tx.query(
      `insert into rights_files (id, request_id, number, name, type, bytes, sha256, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId('f'), requestId, index + 1, name, type, bytes, sha256(bytes), at],
    );
};

export const filesOf = (tx: Tx, requestId: string): Promise<AnswerFile[]> =>
  tx.query(`select id, name from rights_files where request_id = $1 order by number`, [requestId]);

/** A file of a request of this person; null where there is none, or it is somebody else's. */
export const fileFor = async (tx: Tx, personId: string, requestId: string, fileId: string): Promise<CleanFile | null> => {
  const [row]: CleanFile[] = await tx.query(
    `select f.name, f.type, f.bytes from rights_files f join rights_requests r on r.id = f.request_id
     where f.id = $3 and r.id = $2 and r.person_id = $1`,
    [personId, requestId, fileId],
  );
  return row ?? null;
};
