import type { Clock } from '../../kernel/clock.js';

/** The machine's own clock: the one place where the server asks what time it is. */
export const systemClock: Clock = { now: () => new Date() };
