import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClock } from './demo-clock.js';

const START = '2026-03-05T09:00:00.000Z';
const base = { now: () => new Date(START) };

describe('the clock of the demo', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-clock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('starts at the time of the clock below it', () => {
    expect(new DemoClock(base, join(folder, 'days')).now().toISOString()).toBe(START);
  });

  it('moves on by whole days and remembers them', () => {
    new DemoClock(base, join(folder, 'days')).advance(1);
    new DemoClock(base, join(folder, 'days')).advance(14);
    expect(new DemoClock(base, join(folder, 'days')).now().toISOString()).toBe('2026-03-20T09:00:00.000Z');
  });

  it('stands at another instant while work runs, and goes on afterwards, also when the work fails', async () => {
    const clock = new DemoClock(base, join(folder, 'days'));
    const earlier = new Date('2025-12-01T08:00:00.000Z');
    expect((await clock.during(earlier, () => Promise.resolve(clock.now()))).toISOString()).toBe('2025-12-01T08:00:00.000Z');
    await expect(clock.during(earlier, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(clock.now().toISOString()).toBe(START);
  });

  it.each([0, -1, 0.5, Number.NaN])('does not move by %p days', (days) => {
    expect(() => new DemoClock(base, join(folder, 'days')).advance(days)).toThrow('whole number of days');
  });

  it('takes a file that it did not write for no days', () => {
    writeFileSync(join(folder, 'days'), 'soon');
    expect(new DemoClock(base, join(folder, 'days')).daysAhead()).toBe(0);
  });
});
