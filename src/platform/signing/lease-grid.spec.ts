import { isInSample, slotOf } from './lease-grid.js';

const AT = Date.parse('2026-02-20T10:07:31.250Z');

describe('the time of a value', () => {
  it('is the beginning of its interval', () => {
    expect(new Date(slotOf(AT, 600)).toISOString()).toBe('2026-02-20T10:00:00.000Z');
    expect(new Date(slotOf(AT, 1)).toISOString()).toBe('2026-02-20T10:07:31.000Z');
    expect(slotOf(slotOf(AT, 600), 600)).toBe(slotOf(AT, 600));
  });
  it.each([null, 0, -5])('is its own where there is no interval (%p)', (interval) => expect(slotOf(AT, interval)).toBe(AT));
});

describe('a sample', () => {
  const minutes = Array.from({ length: 10_000 }, (_, minute) => AT + minute * 60_000);
  const size = (who: string, share: number | null): number => minutes.filter((at) => isInSample(who, at, share)).length;

  it('holds about its share of the minutes, another for each person', () => {
    expect(Math.abs(size('psn_a', 0.1) - 1000)).toBeLessThan(120);
    expect(minutes.filter((at) => isInSample('psn_a', at, 0.1) && isInSample('psn_b', at, 0.1)).length).toBeLessThan(200);
  });
  it('holds nothing of a share of nothing, and all of the whole', () => {
    expect([size('psn_a', 0), size('psn_a', 1), size('psn_a', null)]).toEqual([0, 10_000, 10_000]);
  });
  it('is the same all minute long, and grows when the share does', () => {
    expect(isInSample('psn_a', AT, 0.5)).toBe(isInSample('psn_a', AT + 20_000, 0.5));
    expect(minutes.every((at) => !isInSample('psn_a', at, 0.1) || isInSample('psn_a', at, 0.2))).toBe(true);
  });
});
