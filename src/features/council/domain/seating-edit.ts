import type { Day } from '../../../kernel/clock.js';
import { type Committee, type Seating, withoutStrangers } from './seating.js';

/** What one form changes in the council as it is; the rest stays. */
export type SeatingEdit =
  | {
      readonly part: 'seats';
      readonly seats: readonly { readonly personId: string | null; readonly deputyId: string | null }[];
      readonly chairId: string | null;
      readonly secretaryId: string | null;
    }
  | { readonly part: 'committees'; readonly committees: readonly Committee[] }
  | { readonly part: 'term'; readonly termStartsOn: Day | null; readonly termEndsOn: Day | null };

/** A seat keeps its id as long as it keeps its place; the last ones go when there are fewer. */
export const edited = (current: Seating, edit: SeatingEdit, newSeat: () => string): Seating => {
  if (edit.part === 'committees') return { ...current, committees: edit.committees };
  if (edit.part === 'term') return { ...current, termStartsOn: edit.termStartsOn, termEndsOn: edit.termEndsOn };
  const seats = edit.seats.map(({ personId, deputyId }, at) => ({ id: current.seats[at]?.id ?? newSeat(), personId, deputyId }));
  return withoutStrangers({ ...current, seats, chairId: edit.chairId, secretaryId: edit.secretaryId });
};
