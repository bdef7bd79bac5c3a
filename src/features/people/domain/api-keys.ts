const DAY_MS = 86_400_000;

/** For how many days a key can be made. */
export const KEY_DAYS = [30, 90, 365] as const;
export const MOST_KEYS = 10;

const FORM = /^Bearer +(ck_[\w-]{43})$/i;

/** The key in an `Authorization` header; null when there is none, or none of ours. */
export const keyIn = (header: string | undefined): string | null => (header ? (FORM.exec(header)?.[1] ?? null) : null);

export const endOf = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

export type KeyState = 'works' | 'expired' | 'revoked';
export const stateOfKey = ({ expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null }, now: Date): KeyState => {
  if (revokedAt) return 'revoked';
  return now < expiresAt ? 'works' : 'expired';
};
