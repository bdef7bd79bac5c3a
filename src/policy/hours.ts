import { addDays, dayOf, type Day, timeOf, weekdayOf } from '../kernel/clock.js';

/** Days of the week (1 Monday to 7 Sunday) and the times between which something may be, in Europe/Amsterdam. A type, so that it is JSON as it stands. */
export type Hours = {
  readonly days: readonly number[];
  /** `HH:MM`; from this minute on. */
  readonly from: string;
  /** `HH:MM`, `24:00` at the latest; before this minute. */
  readonly to: string;
};

const HOUR_MS = 3_600_000;
export const ALL_DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Only what both allow. It may be nothing: no days, or an end that is not after the start. */
export const bothHours = (a: Hours, b: Hours): Hours => ({
  days: a.days.filter((day) => b.days.includes(day)),
  from: a.from > b.from ? a.from : b.from,
  to: a.to < b.to ? a.to : b.to,
});

export const isWithinHours = (hours: Hours, at: Date): boolean => {
  const time = timeOf(at);
  return hours.days.includes(weekdayOf(dayOf(at))) && hours.from <= time && time < hours.to;
};

/** The instants at which clocks show this time on this day: two when it comes twice, none when it is skipped. */
const instantsOf = (day: Day, time: string): readonly Date[] =>
  [2, 1]
    .map((offset) => new Date(Date.parse(`${day}T${time}:00Z`) - offset * HOUR_MS))
    .filter((at) => dayOf(at) === day && timeOf(at) === time);

/** The first instant after `at` that lies outside the hours; `at` itself when it is outside already. */
export const endOfHours = (hours: Hours, at: Date): Date => {
  if (!isWithinHours(hours, at)) return at;
  const today = dayOf(at);
  const [day, time] = hours.to === '24:00' ? [addDays(today, 1), '00:00'] : [today, hours.to];
  const ends = instantsOf(day, time).filter((end) => end > at);
  // A time that the clocks skip in spring: the hour before it is the last that surely lies within.
  return ends[0] ?? new Date(Math.max(at.getTime(), Date.parse(`${day}T${time}:00Z`) - 2 * HOUR_MS));
};
