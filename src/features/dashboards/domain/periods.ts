import { addDays, type Day, weekdayOf } from '../../../kernel/clock.js';
import { FIGURES_SHOWN_AFTER_DAYS } from '../../../policy/index.js';
import type { PeriodKind } from './suppression.js';

/** The first day of the week (Monday) or month that a day lies in. */
export const startOf = (kind: PeriodKind, day: Day): Day => (kind === 'week' ? addDays(day, 1 - weekdayOf(day)) : `${day.slice(0, 8)}01`);

/** The first day after the period that starts on that day. */
export const endOf = (kind: PeriodKind, start: Day): Day => (kind === 'week' ? addDays(start, 7) : startOf('month', addDays(start, 32)));

/** After a longer silence older periods are not made up: nobody knows any more how large the groups were. */
const MOST_AT_ONCE = 8;

/** The starts of the periods that lie wholly after `since` and may be closed today, oldest first. */
export const closable = (kind: PeriodKind, since: Day, today: Day): readonly Day[] => {
  const starts: Day[] = [];
  const first = startOf(kind, since);
  for (
    let start = first < since ? endOf(kind, first) : first;
    addDays(endOf(kind, start), FIGURES_SHOWN_AFTER_DAYS) <= today;
    start = endOf(kind, start)
  )
    starts.push(start);
  return starts.slice(-MOST_AT_ONCE);
};
