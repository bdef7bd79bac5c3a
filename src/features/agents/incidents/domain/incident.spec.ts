import { silentUpTo } from './incident.js';

describe('silence', () => {
  it('of a weekend is none: on Monday morning Tuesday is the last day that is too long ago', () =>
    expect(silentUpTo('2026-02-23')).toBe('2026-02-17'));
  it('counts more than three working days', () => expect(silentUpTo('2026-02-20')).toBe('2026-02-16'));
  it('counts no public holidays', () => expect(silentUpTo('2026-04-08')).toBe('2026-03-31'));
});
