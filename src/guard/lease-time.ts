import { type End, type Instant, left } from '../agent/index.js';

/** Before the end of a lease the command gets this long to end by itself. */
const TERM_BEFORE_MS = 6000;
/** And this long before the end nothing of it is left. */
const KILL_BEFORE_MS = 1000;
/** After a refusal the command gets this long, or until the end of its lease when that is sooner. */
export const PATIENCE_MS = 5000;

export type Phase = 'run' | 'end' | 'kill';

/** What must happen to the command now. `refusedAt` is when a refusal came, by the clock that nobody can set. */
export const phaseOf = (end: End, now: Instant, refusedAt: number | null): Phase => {
  const rest = left(end, now);
  if (rest <= KILL_BEFORE_MS) return 'kill';
  if (refusedAt !== null) return now.monotonic - refusedAt >= PATIENCE_MS ? 'kill' : 'end';
  return rest <= TERM_BEFORE_MS ? 'end' : 'run';
};

/** Of a lease too short for that, so long before the command would have to end. */
const ASK_BEFORE_MS = TERM_BEFORE_MS + 2000;

/** When to ask again, by the clock that nobody can set: at half time, a tenth sooner or later. `chance` is from 0 up to 1. */
export const renewAt = (asked: Instant, seconds: number, chance: number): number => {
  const whole = seconds * 1000;
  return asked.monotonic + Math.max(0, Math.min(whole * (0.5 + (chance - 0.5) * 0.1), whole - ASK_BEFORE_MS));
};
