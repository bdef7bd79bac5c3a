import { COUNCIL_OFFICERS, type Role } from '../../../kernel/actor.js';

const HOUR_MS = 3_600_000;
const LONGEST_MS = 12 * HOUR_MS;
const IDLE_MS = HOUR_MS;
/** How old the last sign of life may be before it is written again. */
const TOUCH_MS = 60_000;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** A session lasts 12 hours, and one hour without any request. */
export const isLive = ({ createdAt, seenAt }: SessionTimes, now: Date): boolean =>
  now.getTime() - createdAt.getTime() < LONGEST_MS && now.getTime() - seenAt.getTime() < IDLE_MS;

export const needsTouch = ({ seenAt }: SessionTimes, now: Date): boolean => now.getTime() - seenAt.getTime() >= TOUCH_MS;

const isOfficer = (role: Role): boolean => COUNCIL_OFFICERS.includes(role);

/** The role to begin a session in: the first that is more than `employee`; an officer's only once the second step is enrolled. */
export const firstRole = (roles: readonly Role[], enrolled: boolean): Role =>
  roles.find((role) => role !== 'employee' && (enrolled || !isOfficer(role))) ?? 'employee';

export const asksEnrolment = (role: Role, enrolled: boolean): boolean => isOfficer(role) && !enrolled;

const MOST_ATTEMPTS = 10;
export const ATTEMPTS_WITHIN_MS = 15 * 60_000;
/** `attempts` counts the one that is being made. */
export const isThrottled = (attempts: number): boolean => attempts > MOST_ATTEMPTS;

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
/** Why a new password is refused, or null. */
export const passwordRefusal = (password: string, loginNames: readonly (string | null)[]): string | null => {
  const plain = password.toLowerCase();
  if (password.length < SHORTEST_PASSWORD) return 'password.short';
  if (password.length > LONGEST_PASSWORD) return 'password.long';
  if (/^(.)\1*$/su.test(password) || loginNames.some((name) => name !== null && plain === name.toLowerCase())) return 'password.guessable';
  return null;
};
