import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../kernel/clock.js';

const DAY_MS = 86_400_000;

/** The demo's clock: a number of whole days ahead of another clock, kept in a file. `npm start` never loads this file. */
export class DemoClock implements Clock {
  private standsAt: Date | null = null;

  constructor(
    private readonly base: Clock,
    private readonly file: string,
  ) {}

  now(): Date {
    if (this.standsAt) return new Date(this.standsAt);
    const now = this.base.now();
    now.setTime(now.getTime() + this.daysAhead() * DAY_MS);
    return now;
  }

  /** Stands still at another instant while `work` runs: only for making the sample organisation, before anybody can reach it. */
  async during<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    const before = this.standsAt;
    this.standsAt = instant;
    try {
      return await work();
    } finally {
      this.standsAt = before;
    }
  }

  daysAhead(): number {
    if (!existsSync(this.file)) return 0;
    const days = Number(readFileSync(this.file, 'utf8'));
    return Number.isInteger(days) && days >= 0 ? days : 0;
  }

  advance(days: number): void {
    if (!Number.isInteger(days) || days < 1) throw new Error(`Expected: a whole number of days from 1. Found: ${days}.`);
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, String(this.daysAhead() + days));
    renameSync(`${this.file}.new`, this.file);
  }
}
