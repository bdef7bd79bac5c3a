import type { Starter } from './starter.js';

/** In the order in which they are offered. */
export const STARTERS: readonly Starter[] = [];

export const starterOf = (code: string | null): Starter | undefined => STARTERS.find((starter) => starter.code === code);
