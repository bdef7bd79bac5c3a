import { addDays, type Day, dayOf } from '../../../kernel/clock.js';

export type Side = 'council' | 'employer';
export interface Proposal {
  readonly id: string;
  readonly side: Side;
  readonly startsAt: Date;
  readonly place: string;
  readonly proposedAt: Date;
  /** When the other side chose it; null while it did not. */
  readonly chosenAt: Date | null;
  /** The place of the choice among all of them, from 0. */
  readonly choice: number | null;
}
export interface AgendaItem {
  readonly id: string;
  readonly side: Side;
  readonly text: string;
  readonly addedBy: string;
}

/** The date that both sides agreed on: a newer choice takes the place of an older one. */
export const agreedOf = (proposals: readonly Proposal[]): Proposal | null =>
  proposals.reduce<Proposal | null>((last, one) => (one.choice !== null && one.choice >= (last?.choice ?? 0) ? one : last), null);

/** What can still be chosen: not chosen before, and not in the past. */
export const openProposals = (proposals: readonly Proposal[], now: Date): readonly Proposal[] =>
  proposals.filter(({ chosenAt, startsAt }) => chosenAt === null && startsAt > now);

/** Days before the last day of the two weeks on which both sides are reminded; the last one says that they have passed. */
const MEETING_REMINDERS = [7, 2, -1] as const;

/** The reminder that is due now: the latest one, and only when it was not sent before. Nothing is due once a date in time was agreed. */
export const reminderDue = (
  lastDay: Day,
  today: Day,
  sent: readonly number[],
  agreed: Pick<Proposal, 'startsAt'> | null,
): number | null => {
  const due = MEETING_REMINDERS.filter((days) => addDays(lastDay, -days) <= today).at(-1);
  if (due === undefined || sent.includes(due)) return null;
  return agreed && dayOf(agreed.startsAt) <= lastDay && dayOf(agreed.startsAt) >= today ? null : due;
};
