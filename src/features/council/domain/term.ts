import { daysBetween, type Day } from '../../../kernel/clock.js';

/** Policy: so many days before the council's term of office ends its members are reminded, in time for the election (WOR 9-12). */
const TERM_REMINDER_DAYS: readonly number[] = [180, 90, 30];

/** The reminder that is due: the latest whose day has come. None once the term is over, or when that one has gone out. */
export const termReminderDue = (endsOn: Day, today: Day, sent: readonly number[]): number | null => {
  const left = daysBetween(today, endsOn);
  if (left < 0) return null;
  const due = TERM_REMINDER_DAYS.filter((days) => left <= days).at(-1);
  return due === undefined || sent.includes(due) ? null : due;
};
