import { termReminderDue } from './term.js';

describe('the reminder before the council’s term ends', () => {
  it.each([
    ['2026-06-30', null],
    ['2026-07-05', 180],
    ['2026-10-02', 180],
    ['2026-10-03', 90],
    ['2026-12-01', 90],
    ['2026-12-02', 30],
    ['2027-01-01', 30],
    ['2027-01-02', null],
  ])('on %s, for a term that ends on 1 January 2027, is %s', (today, due) => {
    expect(termReminderDue('2027-01-01', today, [])).toBe(due);
  });

  it('does not go out twice, also across a leap day and a change of the clock', () => {
    expect(termReminderDue('2028-03-30', '2028-02-29', [])).toBe(30);
    expect(termReminderDue('2028-03-30', '2028-02-29', [30])).toBeNull();
    expect(termReminderDue('2028-03-30', '2028-02-28', [180])).toBe(90);
  });
});
