const SECOND_MS = 1000;
const FIRST_PAUSE_MS = 10 * SECOND_MS;
const LONGEST_PAUSE_MS = 3 * 3_600_000;
/** How long an event is offered to a receiver that does not take it. */
const TERM_MS = 3 * 86_400_000;
const LEAST_SHARE = 0.8;
const SPREAD = 0.4;

/**
 * When the next attempt is, or null once the term is over. After `attempts` failures: 10 s, 20 s, 40 s ... at most 3 hours, each a fifth shorter or longer by
 * `chance` (0 to 1), never sooner than the receiver asked (`retryAfterS`); the last one at the end of the term.
 */
export const nextAttempt = (failed: {
  readonly attempts: number;
  readonly termFrom: Date;
  readonly now: Date;
  readonly chance: number;
  readonly retryAfterS?: number | null;
}): Date | null => {
  const end = failed.termFrom.getTime() + TERM_MS;
  const now = failed.now.getTime();
  if (now >= end) return null;
  const pause =
    Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failed.attempts - 1, 30)) * (LEAST_SHARE + SPREAD * failed.chance);
  return new Date(Math.min(end, now + Math.max(pause, (failed.retryAfterS ?? 0) * SECOND_MS)));
};
