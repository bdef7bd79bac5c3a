import fc from 'fast-check';
import { ALL_DAYS, bothHours, endOfHours, type Hours, type HoursWindow, isWithinHours, windowsOf } from './hours.js';

const at = (iso: string): Date => new Date(iso);
const MINUTE_MS = 60_000;
const STEP = 15;

const NIGHT_SHIFT: Hours = { days: [1, 2, 3, 4, 5], from: '22:00', to: '06:00' };
const TWO_SHIFTS: Hours = [
  { days: [1, 2, 3, 4, 5], from: '07:00', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '18:00' },
  { days: [6], from: '09:00', to: '13:00' },
];

/** Times on whole quarters; windows of any length below a day, across midnight or not. */
const time = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((quarter) => {
    const minute = quarter * STEP;
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  });
const windowOfHours: fc.Arbitrary<HoursWindow> = fc
  .record({ days: fc.subarray([...ALL_DAYS], { minLength: 1 }), from: time(95), to: time(96) })
  .filter(({ from, to }) => from !== to && to !== '00:00');
const hours: fc.Arbitrary<Hours> = fc.oneof(windowOfHours, fc.array(windowOfHours, { minLength: 1, maxLength: 3 }));
/** Around both changes of the clocks, and in a week like any other. */
const instant = fc
  .tuple(fc.constantFrom('2026-03-27T00:00:00Z', '2026-10-23T00:00:00Z', '2026-06-15T00:00:00Z'), fc.integer({ min: 0, max: 4 * 24 * 4 }))
  .map(([from, quarters]) => new Date(Date.parse(from) + quarters * STEP * MINUTE_MS));

describe('hours across midnight', () => {
  it.each([
    ['on the evening', '2026-11-20T21:00:00Z', true],
    ['a millisecond before it begins', '2026-11-20T20:59:59.999Z', false],
    ['at its last instant, on a Saturday', '2026-11-21T04:59:59.999Z', true],
    ['at the end', '2026-11-21T05:00:00Z', false],
    ['not on the night before its first day', '2026-11-23T04:00:00Z', false],
    ['in the night from Sunday, which opens none', '2026-11-22T22:00:00Z', false],
  ])('hold %s', (_, instantTyped, within) => expect(isWithinHours(NIGHT_SHIFT, at(instantTyped))).toBe(within));

  it.each([
    ['the next morning', NIGHT_SHIFT, '2026-11-20T21:30:00Z', '2026-11-21T05:00:00.000Z'],
    ['an hour later by the sun where clocks go back', { ...NIGHT_SHIFT, days: [6] }, '2026-10-24T20:30:00Z', '2026-10-25T05:00:00.000Z'],
    ['an hour earlier where they go forward', { ...NIGHT_SHIFT, days: [6] }, '2026-03-28T21:30:00Z', '2026-03-29T04:00:00.000Z'],
    ['when clocks skip its last minute', { days: [6], from: '22:00', to: '02:30' }, '2026-03-28T21:30:00Z', '2026-03-29T01:00:00.000Z'],
    ['at the break', TWO_SHIFTS, '2026-11-20T08:00:00Z', '2026-11-20T11:00:00.000Z'],
    ['on a year end', { days: [4], from: '20:00', to: '04:00' }, '2026-12-31T20:00:00Z', '2027-01-01T03:00:00.000Z'],
  ])('end %s', (_, given: Hours, from, end) => expect(endOfHours(given, at(from)).toISOString()).toBe(end));

  it('of several windows hold in each, and between them not', () => {
    const on = (iso: string): boolean => isWithinHours(TWO_SHIFTS, at(iso));
    expect([on('2026-11-20T10:59:59Z'), on('2026-11-20T11:30:00Z'), on('2026-11-20T12:00:00Z'), on('2026-11-21T10:00:00Z')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(on('2026-11-22T10:00:00Z')).toBe(false);
  });

  it('taken together say in windows what both allow', () => {
    expect(bothHours(NIGHT_SHIFT, { days: [5, 6], from: '00:00', to: '24:00' })).toEqual([
      { days: [5], from: '00:00', to: '06:00' },
      { days: [5], from: '22:00', to: '06:00' },
    ]);
    expect(windowsOf(bothHours(TWO_SHIFTS, { days: [7], from: '00:00', to: '24:00' }))).toEqual([]);
    expect(isWithinHours([], at('2026-11-20T10:00:00Z'))).toBe(false);
  });
});

describe('any hours', () => {
  it('end at the first instant outside: every quarter before it lies within', () =>
    fc.assert(
      fc.property(hours, instant, (given, from) => {
        const end = endOfHours(given, from);
        if (!isWithinHours(given, from)) return expect(end).toEqual(from);
        const days = (end.getTime() - from.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(0);
        if (days < 7) expect(isWithinHours(given, end)).toBe(false);
        for (let now = from.getTime(); now < end.getTime() && now < from.getTime() + 3 * 86_400_000; now += STEP * MINUTE_MS)
          expect(isWithinHours(given, new Date(now))).toBe(true);
        return expect(isWithinHours(given, new Date(end.getTime() - 1))).toBe(true);
      }),
      { numRuns: 150, seed: 4700 },
    ));

  it('of two limits hold exactly when both do, and once more the same', () =>
    fc.assert(
      fc.property(hours, hours, instant, (a, b, now) => {
        const both = bothHours(a, b);
        expect(isWithinHours(both, now)).toBe(isWithinHours(a, now) && isWithinHours(b, now));
        expect(bothHours(both, both)).toEqual(both);
        expect(bothHours(b, a)).toEqual(both);
      }),
      { numRuns: 400, seed: 4701 },
    ));
});
