import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../../kernel/actor.js';
import { FILES_PER_PLACE, keptFromChanging, keptFromWriting, type NoteRow, NOTES_PER_PLACE, notesOf, roomOf } from './room.js';

const AT = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-02T10:00:00Z');
const note = (over: Partial<NoteRow> = {}): NoteRow => ({
  id: 'n_1',
  requestId: null,
  corrects: null,
  writtenBy: 'p_1',
  writtenAt: AT,
  withdrawnAt: null,
  text: 'Eerst',
  ...over,
});

describe('a room', () => {
  it('is there for the members of a body, each body its own, and for nobody else', () => {
    const places = ROLES.map((role) => [role, roomOf({ role })] as const).filter(([, body]) => body !== null);
    expect(Object.fromEntries(places)).toEqual({
      or_member: 'or',
      or_chair: 'or',
      or_secretary: 'or',
      pvt_contact: 'pvt',
      group_officer: 'group',
    });
    expect([roomOf({ role: 'guest' }), roomOf({ role: 'system' })]).toEqual([null, null]);
  });

  it('takes notes and files up to its limits, and not one more', () => {
    expect(keptFromWriting({ notes: NOTES_PER_PLACE - 1, files: 0 }, 0)).toBeNull();
    expect(keptFromWriting({ notes: NOTES_PER_PLACE, files: 0 }, 0)).toBe('room.full');
    expect(keptFromWriting({ notes: 0, files: FILES_PER_PLACE - 2 }, 2)).toBeNull();
    expect(keptFromWriting({ notes: 0, files: FILES_PER_PLACE - 2 }, 3)).toBe('room.files-full');
  });
});

describe('a note', () => {
  it('is changed by who wrote it, until it is withdrawn', () => {
    expect(keptFromChanging(note(), 'p_1')).toBeNull();
    expect(keptFromChanging(note(), 'p_2')).toBe('room.not-yours');
    expect(keptFromChanging(note({ withdrawnAt: LATER }), 'p_1')).toBe('room.withdrawn');
  });

  it('reads as its last correction, with what stood there before', () => {
    const corrections = [
      note({ id: 'n_2', corrects: 'n_1', text: 'Toen', writtenAt: LATER }),
      note({ id: 'n_4', corrects: 'n_3', text: 'Van een ander' }),
    ];
    expect(notesOf([note()], corrections)).toEqual([
      { id: 'n_1', writtenBy: 'p_1', writtenAt: AT, withdrawnAt: null, text: 'Toen', correctedAt: LATER, earlier: ['Eerst'] },
    ]);
  });

  it('that nobody corrected is what it was', () =>
    expect(notesOf([note()], [])[0]).toMatchObject({ text: 'Eerst', correctedAt: null, earlier: [] }));
});
