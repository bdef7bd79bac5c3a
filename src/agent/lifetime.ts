import type { Instant } from './device.js';

/** When a lease is over by each of the two clocks. */
export type End = Instant;

/** The end of a lease that lasts `seconds` from when it was asked for, and expires at `expiresAt` on the wall. */
export const endOf = (asked: Instant, seconds: number, expiresAt: Date): End => ({
  monotonic: asked.monotonic + seconds * 1000,
  wall: expiresAt.getTime(),
});

/** What is left: by whichever clock is further. Setting the wall clock back adds nothing; a machine that slept loses its sleep. */
export const left = (end: End, now: Instant): number => Math.min(end.monotonic - now.monotonic, end.wall - now.wall);
