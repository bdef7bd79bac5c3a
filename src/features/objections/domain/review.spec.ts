import { lastQuarter, opensReview, reviewState } from './review.js';

describe('a review with the council', () => {
  it.each([
    [{ objections: 5, upheld: 0, inScope: 100 }, true, 'five objections of a hundred people'],
    [{ objections: 5, upheld: 0, inScope: 101 }, false, 'five objections of one more: under five percent'],
    [{ objections: 4, upheld: 4, inScope: 4 }, false, 'four, even of everybody'],
    [{ objections: 6, upheld: 0, inScope: 120 }, true, 'six of 120'],
    [{ objections: 6, upheld: 0, inScope: 121 }, false, 'six of 121'],
    [{ objections: 0, upheld: 5, inScope: 100_000 }, true, 'five upheld, however many people'],
    [{ objections: 0, upheld: 4, inScope: 1 }, false, 'four upheld'],
    [{ objections: 5, upheld: 0, inScope: 0 }, true, 'five, where nobody is in scope any more'],
    [{ objections: 0, upheld: 0, inScope: 0 }, false, 'nothing'],
  ])('%o opens: %s (%s)', (quarter, opens) => expect(opensReview(quarter)).toBe(opens));

  it.each([
    ['2026-03-31', '2025-10-01'],
    ['2026-04-01', '2026-01-01'],
    ['2026-06-30', '2026-01-01'],
    ['2026-07-01', '2026-04-01'],
    ['2027-01-01', '2026-10-01'],
  ])('on %s looks at the quarter from %s', (today, quarter) => expect(lastQuarter(today)).toBe(quarter));

  it('goes from employer to council and back, until the council says that it is enough', () => {
    expect(reviewState([])).toEqual({ isOpen: true, turn: 'employer' });
    const proposed = { kind: 'proposal', course: 'change' } as const;
    expect(reviewState([proposed])).toEqual({ isOpen: true, turn: 'council' });
    expect(reviewState([proposed, { kind: 'view', course: 'not_enough' }])).toEqual({ isOpen: true, turn: 'employer' });
    expect(reviewState([proposed, { kind: 'view', course: 'enough' }])).toEqual({ isOpen: false, turn: 'nobody' });
  });
});
