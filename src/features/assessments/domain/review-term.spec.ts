import { defaultReview, isReviewDay, latestReview } from './review-term.js';

describe('the review of a DPIA', () => {
  it('is due a year later unless the privacy officer says otherwise', () => expect(defaultReview('2026-11-21')).toBe('2027-11-21'));
  it('lies at most 36 months away, and after today', () => {
    expect(latestReview('2026-11-21')).toBe('2029-11-21');
    expect(isReviewDay('2029-11-21', '2026-11-21')).toBe(true);
    expect(isReviewDay('2029-11-22', '2026-11-21')).toBe(false);
    expect(isReviewDay('2026-11-21', '2026-11-21')).toBe(false);
    expect(isReviewDay('2026-11-22', '2026-11-21')).toBe(true);
  });
  it('ends on the last day of a shorter month', () => expect(defaultReview('2028-02-29')).toBe('2029-02-28'));
});
