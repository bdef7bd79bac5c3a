import { addDays, type Day, dayOf } from '../../../kernel/clock.js';

const HOUR_MS = 3_600_000;
/** House term: a question that nobody answered in a day is over. Whoever still needs it asks again. */
const WAITS_HOURS = 24;
/** House term: the person is told within a week after the end (GDPR 14(3): a month at most). */
const TELL_DAYS = 7;

export interface CourseFacts {
  readonly askedAt: Date;
  readonly hours: number;
  readonly openedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly endedAt: Date | null;
  /** The tool stopped, or another version of it began, since it was asked. */
  readonly stoppedAt: Date | null;
  readonly toldAt: Date | null;
}

/** `over`: it was open, is not any more, and the person has yet to be told. */
export type Stage = 'waiting' | 'lapsed' | 'refused' | 'open' | 'over' | 'told';

const earliest = (...moments: readonly (Date | null)[]): Date =>
  new Date(Math.min(...moments.filter((moment): moment is Date => moment !== null).map((moment) => moment.getTime())));

export const waitsUntil = ({ askedAt }: Pick<CourseFacts, 'askedAt'>): Date => new Date(askedAt.getTime() + WAITS_HOURS * HOUR_MS);

/** When it closes, or closed: after its hours, when somebody ended it, or at the tool's stop. Null: it never was open. */
export const closesAt = ({ openedAt, hours, endedAt, stoppedAt }: CourseFacts): Date | null =>
  openedAt && earliest(new Date(openedAt.getTime() + hours * HOUR_MS), endedAt, stoppedAt);

export const stageOf = (facts: CourseFacts, now: Date): Stage => {
  const { openedAt, refusedAt, endedAt, stoppedAt, toldAt } = facts;
  if (refusedAt) return 'refused';
  if (!openedAt) return now < earliest(waitsUntil(facts), endedAt, stoppedAt) ? 'waiting' : 'lapsed';
  if (toldAt) return 'told';
  return now < (closesAt(facts) ?? openedAt) ? 'open' : 'over';
};

/** The last day on which somebody may still tell the person; null: there is nothing to tell. */
export const tellBy = (facts: CourseFacts): Day | null => {
  const closed = closesAt(facts);
  return closed && addDays(dayOf(closed), TELL_DAYS);
};
