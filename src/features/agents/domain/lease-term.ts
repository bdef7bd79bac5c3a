import type { Day } from '../../../kernel/clock.js';
import { endOfHours, type Hours, instantAfter } from '../../../policy/index.js';

const MINUTE_MS = 60_000;
const RENEW_AT = 0.5;

const wholeSecond = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000);

export interface LeaseTerm {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly renewAfter: Date;
}

/** From now for the agreed minutes, and never past the last day of anything it rests on, nor past the hours that the conditions allow. Whole seconds, rounded down. */
export const leaseTerm = (now: Date, minutes: number, lastDays: readonly Day[], hours: Hours | null = null): LeaseTerm => {
  const issuedAt = wholeSecond(now.getTime());
  const hoursEnd = hours ? [endOfHours(hours, now).getTime()] : [];
  const ends = [issuedAt.getTime() + minutes * MINUTE_MS, ...lastDays.map((day) => instantAfter(day).getTime()), ...hoursEnd];
  const expiresAt = wholeSecond(Math.min(...ends));
  return { issuedAt, expiresAt, renewAfter: wholeSecond(issuedAt.getTime() + (expiresAt.getTime() - issuedAt.getTime()) * RENEW_AT) };
};
