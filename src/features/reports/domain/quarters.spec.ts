import { dueParts, nextQuarter, quarterOf } from './quarters.js';

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ])('of %s begins on %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));
  it('is followed by the next, over the turn of the year', () => expect(nextQuarter('2026-10-01')).toBe('2027-01-01'));
  it('is published when it is over, and how it ended when the next one is', () => {
    expect(dueParts('2026-02-03', '2026-03-31')).toEqual([]);
    expect(dueParts('2026-02-03', '2026-04-01')).toEqual([{ quarter: '2026-01-01', part: 'received' }]);
    expect(dueParts('2026-02-03', '2026-06-30')).toHaveLength(1);
    expect(dueParts('2026-02-03', '2026-07-01')).toEqual([
      { quarter: '2026-01-01', part: 'received' },
      { quarter: '2026-01-01', part: 'outcomes' },
      { quarter: '2026-04-01', part: 'received' },
    ]);
  });
});
