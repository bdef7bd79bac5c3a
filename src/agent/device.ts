/** The two clocks of the device that an agent runs on, in milliseconds: one that nobody can set, and the one on the wall. */
export interface Instant {
  readonly monotonic: number;
  readonly wall: number;
}

/** The only place where agent and guard read the device's clocks. */
export const deviceClocks = (): Instant => ({ monotonic: performance.now(), wall: Date.now() });
