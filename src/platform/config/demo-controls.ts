/** What only the demo can do. `npm start` provides nobody for the token. */
export interface DemoControls {
  /** Moves the clock on, a day at a time, and does what falls due on each of them. */
  advance(days: number): Promise<void>;
}

/** `@Optional() @Inject(DemoControlsToken) demo: DemoControls | null` tells whether this is the demo. */
export const DemoControlsToken = Symbol('DemoControls');
