import { adviceOverdueOn, isOverdue, remindersDue } from './advice-terms.js';

describe('the term of an advice', () => {
  it('is twenty working days after the day it was asked', () => expect(adviceOverdueOn('2026-11-02')).toBe('2026-11-30'));
  it('has run out the day after, not on its last day', () => {
    expect(isOverdue('2026-11-02', '2026-11-30')).toBe(false);
    expect(isOverdue('2026-11-02', '2026-12-01')).toBe(true);
  });
  it('skips weekends, holidays and equated days', () => {
    expect(adviceOverdueOn('2026-12-07')).toBe('2027-01-06');
    expect(adviceOverdueOn('2026-11-02', ['2026-11-09'])).toBe('2026-12-01');
  });
  it('reminds on working day 7, 10, 20, and every 10 after that', () => {
    expect(remindersDue('2026-11-02', '2026-11-10')).toEqual([]);
    expect(remindersDue('2026-11-02', '2026-11-11')).toEqual([7]);
    expect(remindersDue('2026-11-02', '2026-11-16')).toEqual([7, 10]);
    expect(remindersDue('2026-11-02', '2026-11-30')).toEqual([7, 10, 20]);
    expect(remindersDue('2026-11-02', '2026-12-14')).toEqual([7, 10, 20, 30]);
  });
});
