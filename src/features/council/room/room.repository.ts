import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import { type NoteRow, NOTES_PER_PAGE, type Place, type RoomBody, type RoomUse } from './domain/room.js';

const NOTE = `n.id, n.request_id as "requestId", n.corrects, n.written_by as "writtenBy", n.written_at as "writtenAt", w.at as "withdrawnAt", x.text
  from room_notes n left join room_withdrawals w on w.note_id = n.id left join room_texts x on x.note_id = n.id`;
const AT = `n.body = $1 and n.request_id is not distinct from $2`;

/** One page of notes, newest first, and what corrects them, oldest first. */
export const readNotes = async (
  tx: Tx,
  body: RoomBody,
  { requestId }: Place,
  page: number,
): Promise<{ originals: NoteRow[]; corrections: NoteRow[] }> => {
  const originals: NoteRow[] = await tx.query(
    `select ${NOTE} where ${AT} and n.corrects is null order by n.written_as desc limit ${NOTES_PER_PAGE} offset $3`,
    [body, requestId, (page - 1) * NOTES_PER_PAGE],
  );
  const corrections: NoteRow[] = await tx.query(`select ${NOTE} where n.corrects = any($1) order by n.written_as`, [
    originals.map(({ id }) => id),
  ]);
  return { originals, corrections };
};

/** How much stands in a place; every writer in it takes turns. */
export const lockUse = async (tx: Tx, body: RoomBody, place: Place): Promise<RoomUse> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4360016))`, [`${body} ${place.requestId ?? ''}`]);
  const [use]: (RoomUse & { originals: number })[] = await tx.query(
    `select count(*)::int as notes, (select count(*)::int from room_files f join room_notes n on n.id = f.note_id where ${AT}) as files
     from room_notes n where ${AT}`,
    [body, place.requestId],
  );
  return use ?? { notes: 0, files: 0 };
};

export const countNotes = async (tx: Tx, body: RoomBody, { requestId }: Place): Promise<number> => {
  const [row]: { notes: number }[] = await tx.query(`select count(*)::int as notes from room_notes n where ${AT} and n.corrects is null`, [
    body,
    requestId,
  ]);
  return row?.notes ?? 0;
};

/** A note that is no correction, of this body; another body's does not exist. */
export const findNote = async (tx: Tx, body: RoomBody, noteId: string): Promise<NoteRow | null> => {
  const rows: NoteRow[] = await tx.query(`select ${NOTE} where n.id = $2 and n.body = $1 and n.corrects is null`, [body, noteId]);
  return rows[0] ?? null;
};

/** What a note says now. */
export const readLastText = async (tx: Tx, noteId: string): Promise<string> => {
  const rows: { text: string }[] = await tx.query(
    `select x.text from room_notes n join room_texts x on x.note_id = n.id where n.id = $1 or n.corrects = $1 order by n.written_as desc limit 1`,
    [noteId],
  );
  return rows[0]?.text ?? '';
};

export interface NewNote {
  readonly body: RoomBody;
  readonly requestId: string | null;
  readonly corrects: string | null;
  readonly by: string;
  readonly at: Date;
  readonly text: string;
}
export const insertNote = async (tx: Tx, note: NewNote): Promise<string> => {
  const id = newId('n');
  await tx.query(`insert into room_notes (id, body, request_id, corrects, written_by, written_at) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    note.body,
    note.requestId,
    note.corrects,
    note.by,
    note.at,
  ]);
  await tx.query(`insert into room_texts (note_id, text) values ($1, $2)`, [id, note.text]);
  return id;
};

export interface FoundFile {
  readonly id: string;
  readonly noteId: string;
  readonly name: string;
}
export const insertFiles = async (
  tx: Tx,
  noteId: string,
  files: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer; readonly sha256: string }[],
): Promise<void> => {
  for (const { name, type, bytes, sha256 } of files) {
    await tx.query(`insert into room_files (id, note_id, name, type, bytes, sha256) values ($1, $2, $3, $4, $5, $6)`, [
      newId('f'),
      noteId,
      name,
      type,
      bytes,
      sha256,
    ]);
  }
};

export const filesOf = (tx: Tx, noteIds: readonly string[]): Promise<FoundFile[]> =>
  tx.query(`select id, note_id as "noteId", name from room_files where note_id = any($1) order by name, id`, [noteIds]);

export const readRoomFile = async (
  tx: Tx,
  body: RoomBody,
  fileId: string,
): Promise<{ name: string; type: string; bytes: Buffer } | null> => {
  const rows: { name: string; type: string; bytes: Buffer }[] = await tx.query(
    `select f.name, f.type, f.bytes from room_files f join room_notes n on n.id = f.note_id where f.id = $2 and n.body = $1`,
    [body, fileId],
  );
  return rows[0] ?? null;
};

/** The note stays as a place where something stood; its words, those that corrected it, and its files are gone. */
export const withdrawNote = async (tx: Tx, noteId: string, by: string, at: Date): Promise<void> => {
  const ofNote = `(select id from room_notes where id = $1 or corrects = $1)`;
  await tx.query(`insert into room_withdrawals (note_id, by_person, at) values ($1, $2, $3)`, [noteId, by, at]);
  await tx.query(`delete from room_texts where note_id in ${ofNote}`, [noteId]);
  await tx.query(`delete from room_files where note_id in ${ofNote}`, [noteId]);
};

/** Who wrote since then. */
export const writersSince = async (tx: Tx, body: RoomBody, since: Date): Promise<string[]> => {
  const rows: { by: string }[] = await tx.query(`select distinct written_by as by from room_notes where body = $1 and written_at >= $2`, [
    body,
    since,
  ]);
  return rows.map(({ by }) => by);
};
