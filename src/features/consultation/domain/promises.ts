import { daysBetween, type Day } from '../../../kernel/clock.js';
import type { Condition } from './case-file.js';

export type PromiseState = 'open' | 'handedIn' | 'kept' | 'broken' | 'overdue';
type Promised = Pick<Condition, 'finding' | 'dueOn' | 'evidence'>;

/** Where a promise stands on a day. Only the council's word keeps it, and only that breaks it; time makes it overdue. */
export const promiseState = ({ finding, dueOn, evidence }: Promised, today: Day): PromiseState => {
  if (finding) return finding;
  if (dueOn === null || today > dueOn) return 'overdue';
  return (evidence ?? 0) > 0 ? 'handedIn' : 'open';
};

/** Reminders go out with so many days left; 0 is the last day, -1 the first on which it is overdue. */
export const REMIND_AT: readonly number[] = [30, 14, 7, 1, 0, -1];

/** The one reminder that is due on a day: the nearest that has been reached. Null: none yet, or it went out. */
export const reminderDue = (dueOn: Day, today: Day, sent: readonly number[]): number | null => {
  const left = daysBetween(today, dueOn);
  const reached = REMIND_AT.filter((days) => left <= days).at(-1) ?? null;
  return reached === null || sent.includes(reached) ? null : reached;
};
