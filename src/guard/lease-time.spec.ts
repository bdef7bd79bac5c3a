import fc from 'fast-check';
import { endOf, left } from '../agent/index.js';
import { phaseOf, renewAt } from './lease-time.js';

const asked = { monotonic: 50_000, wall: 1_000_000 };
const end = endOf(asked, 60, new Date(1_060_000));
const after = (ms: number, wallShift = 0) => ({ monotonic: asked.monotonic + ms, wall: asked.wall + ms + wallShift });

describe('the end of a lease', () => {
  it.each([
    [0, 'run'],
    [53_999, 'run'],
    [54_000, 'end'],
    [58_999, 'end'],
    [59_000, 'kill'],
    [61_000, 'kill'],
  ])('%i ms after it was asked for: %s', (ms, phase) => expect(phaseOf(end, after(ms), null)).toBe(phase));

  it('is not moved by a wall clock that is set back', () => expect(phaseOf(end, after(59_000, -3_600_000), null)).toBe('kill'));
  it('comes at once when the wall clock is past it, as on a machine that slept', () =>
    expect(phaseOf(end, after(1000, 60_000), null)).toBe('kill'));

  it.each([
    [0, 'end'],
    [4999, 'end'],
    [5000, 'kill'],
  ])('%i ms after a refusal: %s', (ms, phase) => {
    const refused = after(10_000);
    expect(phaseOf(end, after(10_000 + ms), refused.monotonic)).toBe(phase);
  });
  it('is a kill one second before the end, however new the refusal', () =>
    expect(phaseOf(end, after(59_000), after(58_900).monotonic)).toBe('kill'));

  it('never lets run what is left by either clock', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: -90_000, max: 90_000 }), (ms, shift) => {
        const now = after(ms, shift);
        if (phaseOf(end, now, null) === 'run') expect(left(end, now)).toBeGreaterThan(6000);
      }),
    ));
});

describe('asking again', () => {
  it.each([
    [0, 27_000],
    [0.5, 30_000],
    [1, 33_000],
  ])('with chance %d: %i ms on', (chance, ms) => expect(renewAt(asked, 60, chance) - asked.monotonic).toBeCloseTo(ms));

  it('of a short lease comes before the command would have to end', () => {
    expect(renewAt(asked, 9, 0.5) - asked.monotonic).toBe(1000);
    expect(renewAt(asked, 5, 0.5) - asked.monotonic).toBe(0);
  });
});
