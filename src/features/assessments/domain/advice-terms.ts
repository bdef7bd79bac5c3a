import { daysBetween, type Day } from '../../../kernel/clock.js';
import { addWorkingDays, adviceLastDay } from '../../../policy/index.js';

const REMINDERS = [7, 10, 20] as const;
/** Reminders go on as long as there is no advice. */
const LATER_EVERY = 10;
const LAST = 500;

/** The working day after the request on which the director may record `not received`. */
export const adviceOverdueOn = adviceLastDay;
export const isOverdue = (askedOn: Day, today: Day, equated: readonly Day[] = []): boolean => today > adviceOverdueOn(askedOn, equated);

const moments = (): number[] => {
  const all: number[] = [...REMINDERS];
  for (let at = REMINDERS[2] + LATER_EVERY; at <= LAST; at += LATER_EVERY) all.push(at);
  return all;
};
const MOMENTS = moments();

/** The reminders (in working days after the request) that are due by today, oldest first. */
export const remindersDue = (askedOn: Day, today: Day, equated: readonly Day[] = []): readonly number[] =>
  MOMENTS.filter((at) => at <= daysBetween(askedOn, today)).filter((at) => addWorkingDays(askedOn, at, equated) <= today);
