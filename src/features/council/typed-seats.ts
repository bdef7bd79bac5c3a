import type { Tx } from '../../platform/database/index.js';
import type { ChangeContent } from './changes.repository.js';
import { edited, type SeatingEdit } from './domain/seating-edit.js';
import { type Seating, wrongIn } from './domain/seating.js';
import { conflictsIn, newSeatId, readPeople, refuseWrong } from './in-hand.js';

/** The form of all seats as it was typed: people by name or staff number. */
export interface TypedSeats {
  readonly seats: readonly { readonly member: string; readonly deputy: string }[];
  readonly chair: string;
  readonly secretary: string;
}

/** What one form makes of the council as it is; what cannot be is refused by field. */
export const seatingChange = async (tx: Tx, before: Seating, edit: SeatingEdit): Promise<ChangeContent> => {
  const after = edited(before, edit, newSeatId);
  refuseWrong(wrongIn(after));
  refuseWrong(await conflictsIn(tx, before, after));
  return { kind: 'roster', content: { before, after } };
};

export const readSeats = async (tx: Tx, { seats, chair, secretary }: TypedSeats): Promise<SeatingEdit> => {
  const typed = Object.fromEntries([
    ['chair', chair],
    ['secretary', secretary],
    ...seats.flatMap(({ member, deputy }, at) => [
      [`member${at + 1}`, member],
      [`deputy${at + 1}`, deputy],
    ]),
  ]) as Record<string, string>;
  const { ids, wrong } = await readPeople(tx, typed);
  refuseWrong(wrong);
  const id = (field: string): string | null => ids.get(field) ?? null;
  return {
    part: 'seats',
    seats: seats.map((_, at) => ({ personId: id(`member${at + 1}`), deputyId: id(`deputy${at + 1}`) })),
    chairId: id('chair'),
    secretaryId: id('secretary'),
  };
};
