import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, type Upload } from '../../../platform/http/index.js';
import { enqueue } from '../../../platform/jobs/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { fileRefusal, namesOf, safeFileName, typeOfFile } from '../../people/index.js';
import {
  FILES_PER_NOTE,
  keptFromChanging,
  keptFromWriting,
  type Note,
  type NoteRow,
  NOTES_PER_PAGE,
  notesOf,
  type Place,
  type RoomBody,
  roomOf,
} from './domain/room.js';
import {
  countNotes,
  filesOf,
  findNote,
  type FoundFile,
  insertFiles,
  insertNote,
  lockUse,
  readLastText,
  readNotes,
  readRoomFile,
  withdrawNote,
} from './room.repository.js';

export const TELL = 'room.tell';
const HOUR_MS = 3_600_000;

export interface ShownNote extends Note {
  readonly writer: string;
  readonly mine: boolean;
  readonly files: readonly FoundFile[];
}
export interface ReadRoom {
  readonly notes: readonly ShownNote[];
  readonly page: number;
  readonly pages: number;
}
export interface WrittenNote {
  readonly text: string;
  readonly files: readonly Upload[];
}

/** For whoever has no place in a room there is none. */
const memberOf = (actor: Actor): { body: RoomBody; personId: string } => {
  const body = roomOf(actor);
  if (!body || !actor.personId) throw notFound();
  return { body, personId: actor.personId };
};

/** Notes and files that only the members of one body read. Every act enters the log among the confidential acts of its day. */
@Injectable()
export class RoomService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  read(actor: Actor, place: Place, wanted: number): Promise<ReadRoom> {
    const { body, personId } = memberOf(actor);
    return this.transactions.read(async (tx) => {
      const pages = Math.max(1, Math.ceil((await countNotes(tx, body, place)) / NOTES_PER_PAGE));
      const page = Math.min(wanted, pages);
      const { originals, corrections } = await readNotes(tx, body, place, page);
      const files = await filesOf(
        tx,
        originals.map(({ id }) => id),
      );
      const names = await namesOf(tx, [...new Set(originals.map(({ writtenBy }) => writtenBy))]);
      const shown = (note: Note): ShownNote => ({
        ...note,
        writer: names.get(note.writtenBy) ?? '',
        mine: note.writtenBy === personId,
        files: files.filter(({ noteId }) => noteId === note.id),
      });
      return { notes: notesOf(originals, corrections).map(shown), page, pages };
    });
  }

  write(actor: Actor, place: Place, { text, files }: WrittenNote): Promise<void> {
    const { body, personId } = memberOf(actor);
    const now = this.clock.now();
    const kept = files.map(fileToKeep);
    if (text === '' && kept.length === 0) throw unusable('text', 'isNotEmpty');
    if (kept.length > FILES_PER_NOTE) throw unusable('file', 'file.too-many');
    return this.transactions.run(async (tx) => {
      const full = keptFromWriting(await lockUse(tx, body, place), kept.length);
      if (full) throw refused(full);
      const noteId = await insertNote(tx, { body, requestId: place.requestId, corrects: null, by: personId, at: now, text });
      await insertFiles(tx, noteId, kept);
      await recordConfidential(tx, now, {
        kind: 'room.note-written',
        subject: noteId,
        person: personId,
        files: kept.map((file) => file.sha256),
      });
      await tellLater(tx, body, now);
    });
  }

  /** The note as its author finds it before correcting or withdrawing it. */
  own(actor: Actor, noteId: string): Promise<{ note: NoteRow; text: string }> {
    return this.transactions.read(async (tx) => {
      const note = await this.ownNote(tx, actor, noteId);
      return { note, text: await readLastText(tx, noteId) };
    });
  }

  /** Adds what it should have said; what it said before stays to be read. */
  correct(actor: Actor, noteId: string, text: string): Promise<Place> {
    const { body, personId } = memberOf(actor);
    const now = this.clock.now();
    if (text === '') throw unusable('text', 'isNotEmpty');
    return this.transactions.run(async (tx) => {
      const { requestId } = await this.ownNote(tx, actor, noteId);
      const full = keptFromWriting(await lockUse(tx, body, { requestId }), 0);
      if (full) throw refused(full);
      await this.ownNote(tx, actor, noteId);
      const id = await insertNote(tx, { body, requestId, corrects: noteId, by: personId, at: now, text });
      await recordConfidential(tx, now, { kind: 'room.note-corrected', subject: id, of: noteId, person: personId });
      await tellLater(tx, body, now);
      return { requestId };
    });
  }

  /** Erases the words and the files of a note; that there was one stays. */
  withdraw(actor: Actor, noteId: string): Promise<Place> {
    const { body, personId } = memberOf(actor);
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const { requestId } = await this.ownNote(tx, actor, noteId);
      await lockUse(tx, body, { requestId });
      await this.ownNote(tx, actor, noteId);
      await withdrawNote(tx, noteId, personId, now);
      await recordConfidential(tx, now, { kind: 'room.note-withdrawn', subject: noteId, person: personId });
      return { requestId };
    });
  }

  file(actor: Actor, fileId: string): Promise<{ name: string; type: string; bytes: Buffer }> {
    const { body } = memberOf(actor);
    return this.transactions.read(async (tx) => {
      const found = await readRoomFile(tx, body, fileId);
      if (!found) throw notFound();
      return found;
    });
  }

  private async ownNote(tx: Tx, actor: Actor, noteId: string): Promise<NoteRow> {
    const { body, personId } = memberOf(actor);
    const note = await findNote(tx, body, noteId);
    if (!note) throw notFound();
    const kept = keptFromChanging(note, personId);
    if (kept) throw refused(kept);
    return note;
  }
}

const fileToKeep = ({ name, bytes }: Upload) => {
  const refusal = fileRefusal(name, bytes);
  if (refusal) throw unusable('file', refusal);
  return { name: safeFileName(name), type: typeOfFile(name), bytes, sha256: sha256(bytes) };
};

/** At most one mail an hour, whatever is written: at the next whole hour, about the hour that ends then. */
const tellLater = (tx: Tx, body: RoomBody, now: Date): Promise<void> => {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const runAt = new Date(hour + HOUR_MS);
  return enqueue(tx, TELL, { body, since: new Date(hour).toISOString() }, { runAt, key: `${TELL}.${body}` });
};
