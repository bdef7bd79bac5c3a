import { hash } from 'node:crypto';

const MINUTE_MS = 60_000;
const RANGE = 2 ** 48;

/**
 * The beginning of the interval that a moment is in, both in milliseconds since 1970: a value that stands for an interval bears its beginning as its time.
 * Without an interval (null, or none that is one) each event has its own moment.
 */
export const slotOf = (at: number, intervalSeconds: number | null): number => {
  const interval = (intervalSeconds ?? 0) * 1000;
  return interval > 0 ? Math.floor(at / interval) * interval : at;
};

/**
 * Whether the minute that a moment is in belongs to the sample. The pseudonym in the lease draws it, by SHA-256, so that neither who measures nor who is
 * measured chooses, and both sides find the same. `share`: 0 to 1; null: everything may be measured.
 */
export const isInSample = (pseudonym: string, at: number, share: number | null): boolean => {
  if (share === null) return true;
  const drawn = hash('sha256', `${pseudonym} ${Math.floor(at / MINUTE_MS)}`, 'buffer').readUIntBE(0, 6);
  return drawn / RANGE < share;
};
