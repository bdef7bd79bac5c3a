import type { Actor, Role } from '../../../../kernel/actor.js';

/** Whose room: the works council's, the staff representation's, or that of a council of several enterprises. The one never reads the other's. */
export const ROOM_BODIES = ['or', 'pvt', 'group'] as const;
export type RoomBody = (typeof ROOM_BODIES)[number];
const COUNCIL = ['or_member', 'or_chair', 'or_secretary'] as const satisfies readonly Role[];

/** The body for which somebody acts; null for everyone who has no place in a room. */
export const roomOf = (actor: Pick<Actor, 'role'>): RoomBody | null => {
  if (actor.role === 'pvt_contact') return 'pvt';
  if (actor.role === 'group_officer') return 'group';
  return COUNCIL.some((role) => role === actor.role) ? 'or' : null;
};

/** Null: the general room. Otherwise the discussion of one request. */
export interface Place {
  readonly requestId: string | null;
}

export const LONGEST_NOTE = 10_000;
export const FILES_PER_NOTE = 3;
export const NOTES_PER_PLACE = 1000;
export const FILES_PER_PLACE = 200;
export const NOTES_PER_PAGE = 25;

export interface NoteRow {
  readonly id: string;
  readonly requestId: string | null;
  readonly corrects: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly withdrawnAt: Date | null;
  /** Null once it was withdrawn: then it is gone. */
  readonly text: string | null;
}

/** Why this person cannot correct or withdraw this note, or null. */
export const keptFromChanging = (note: NoteRow, personId: string): string | null => {
  if (note.writtenBy !== personId) return 'room.not-yours';
  return note.withdrawnAt ? 'room.withdrawn' : null;
};

export interface RoomUse {
  readonly notes: number;
  readonly files: number;
}
/** Why nothing more can be written here, or null. */
export const keptFromWriting = (use: RoomUse, files: number): string | null => {
  if (use.notes >= NOTES_PER_PLACE) return 'room.full';
  return use.files + files > FILES_PER_PLACE ? 'room.files-full' : null;
};

export interface Note {
  readonly id: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly withdrawnAt: Date | null;
  /** What it says now: its last correction, or itself. */
  readonly text: string;
  readonly correctedAt: Date | null;
  /** What it said before, oldest first. */
  readonly earlier: readonly string[];
}

/** Notes as members read them: each with its last correction in place, and what stood there before. */
export const notesOf = (originals: readonly NoteRow[], corrections: readonly NoteRow[]): readonly Note[] =>
  originals.map((original) => {
    const said = [original, ...corrections.filter(({ corrects }) => corrects === original.id)];
    const last = said.at(-1) ?? original;
    return {
      id: original.id,
      writtenBy: original.writtenBy,
      writtenAt: original.writtenAt,
      withdrawnAt: original.withdrawnAt,
      text: last.text ?? '',
      correctedAt: last === original ? null : last.writtenAt,
      earlier: said.slice(0, -1).map(({ text }) => text ?? ''),
    };
  });
