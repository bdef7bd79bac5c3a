import { addDays, type Day, momentAt, weekdayOf } from '../../../kernel/clock.js';
import { FIGURES_SHOWN_AFTER_DAYS } from '../../../policy/index.js';

export const PERIODS = ['week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of the week (a Monday) or month that a day is in. */
export const startOf = (period: Period, day: Day): Day => (period === 'month' ? `${day.slice(0, 7)}-01` : addDays(day, 1 - weekdayOf(day)));

/** The first day after the week or month that begins on `start`. */
const dayAfter = (period: Period, start: Day): Day => (period === 'week' ? addDays(start, 7) : startOf('month', addDays(start, 31)));

/** The instant at which a day begins in Amsterdam. */
const startOfDay = (day: Day): Date => {
  const end = momentAt(day, '00:00');
  if (!end) throw new Error('Expected: a day that begins at midnight. Found: none.');
  return end;
};

const LATE_MS = 3_600_000;
/** People are still counted an hour after the end, for what was under way. Then the key goes. */
export const countingEndsAt = (period: Period, start: Day): Date => new Date(startOfDay(dayAfter(period, start)).getTime() + LATE_MS);

/** From then on a week or month can be looked at: nothing is added to it, so that two looks never differ by who sent late. */
export const shownFrom = (period: Period, start: Day): Date => startOfDay(addDays(dayAfter(period, start), FIGURES_SHOWN_AFTER_DAYS));
