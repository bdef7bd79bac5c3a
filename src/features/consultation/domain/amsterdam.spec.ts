import { amsterdamClock, amsterdamInstant } from './amsterdam.js';

describe('the clock in Amsterdam', () => {
  it('is one hour ahead in winter and two in summer', () => {
    expect(amsterdamInstant('2026-01-15', '14:00')?.toISOString()).toBe('2026-01-15T13:00:00.000Z');
    expect(amsterdamInstant('2026-07-15', '14:00')?.toISOString()).toBe('2026-07-15T12:00:00.000Z');
  });
  it('skips an hour in March and repeats one in October', () => {
    expect(amsterdamInstant('2026-03-29', '02:30')).toBeNull();
    expect(amsterdamInstant('2026-03-29', '03:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(amsterdamInstant('2026-10-25', '02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
  it('shows midnight as the beginning of a day', () =>
    expect(amsterdamClock(new Date('2026-12-31T23:00:00Z'))).toEqual({ day: '2027-01-01', time: '00:00' }));
  it('refuses what no clock shows', () => {
    expect(amsterdamInstant('2026-02-30', '10:00')).toBeNull();
    expect(amsterdamInstant('2026-02-20', '25:00')).toBeNull();
  });
});
