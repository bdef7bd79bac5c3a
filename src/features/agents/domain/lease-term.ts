import { addDays, type Day, dayOf } from '../../../kernel/clock.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const RENEW_AT = 0.5;

/** The first instant after a calendar day in Amsterdam. */
export const endOfDay = (day: Day): Date => {
  const next = addDays(day, 1);
  const summer = new Date(Date.parse(next) - 2 * HOUR_MS);
  return dayOf(summer) === next ? summer : new Date(Date.parse(next) - HOUR_MS);
};

const wholeSecond = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000);

export interface LeaseTerm {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly renewAfter: Date;
}

/** From now for the agreed minutes, and never past the last day of anything it rests on. Whole seconds, rounded down. */
export const leaseTerm = (now: Date, minutes: number, lastDays: readonly Day[]): LeaseTerm => {
  const issuedAt = wholeSecond(now.getTime());
  const ends = [issuedAt.getTime() + minutes * MINUTE_MS, ...lastDays.map((day) => endOfDay(day).getTime())];
  const expiresAt = wholeSecond(Math.min(...ends));
  return { issuedAt, expiresAt, renewAfter: wholeSecond(issuedAt.getTime() + (expiresAt.getTime() - issuedAt.getTime()) * RENEW_AT) };
};
