import { dayOf, momentAt, timeOf } from './clock.js';

describe('a moment as clocks in Amsterdam show it', () => {
  it.each([
    ['2026-03-03', '14:00', '2026-03-03T13:00:00.000Z'],
    ['2026-07-01', '14:00', '2026-07-01T12:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-12-31', '23:59', '2026-12-31T22:59:00.000Z'],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00.000Z'],
  ])('%s %s is %s', (day, time, expected) => {
    const at = momentAt(day, time);
    expect(at?.toISOString()).toBe(expected);
    expect(at && [dayOf(at), timeOf(at)]).toEqual([day, time]);
  });
  it.each([
    ['2026-03-29', '02:30'],
    ['2026-02-30', '10:00'],
    ['2026-03-03', '24:00'],
    ['', '10:00'],
    ['2026-03-03', ''],
  ])('%s %s is none', (day, time) => expect(momentAt(day, time)).toBeNull());
});
