import type { Clock } from '../../src/kernel/clock.js';

const DAY_MS = 86_400_000;

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  private at: number;

  constructor(start: string) {
    this.at = Date.parse(start);
  }

  now(): Date {
    return new Date(this.at);
  }

  set(instant: string): void {
    this.at = Date.parse(instant);
  }

  advance(amount: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    this.at +=
      (amount.days ?? 0) * DAY_MS + (amount.hours ?? 0) * 3_600_000 + (amount.minutes ?? 0) * 60_000 + (amount.seconds ?? 0) * 1000;
  }
}
