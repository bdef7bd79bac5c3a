import { agreedEvaluations, type ConfirmedReview, evaluationOf, isEvaluated } from './evaluation.js';

const review = (on: string, nextOn: string | null, outcome: ConfirmedReview['outcome'] = 'continue'): ConfirmedReview => ({
  requestId: 'r_1',
  outcome,
  nextOn,
  confirmedAt: new Date(`${on}T10:00:00Z`),
});

describe('the day to evaluate', () => {
  it('is the first of those that were agreed', () => {
    expect(evaluationOf(['2026-12-01', '2026-09-01'], [])).toEqual({ dueOn: '2026-09-01', stopped: false });
    expect(evaluationOf([], [])).toEqual({ dueOn: null, stopped: false });
  });
  it('is met by a confirmed evaluation, and the next agreed day takes its place', () => {
    expect(evaluationOf(['2026-09-01', '2026-12-01'], [review('2026-08-20', '2027-08-20')]).dueOn).toBe('2026-12-01');
    expect(evaluationOf(['2026-09-01', '2026-12-01'], [review('2026-08-20', '2026-11-01')]).dueOn).toBe('2026-11-01');
    expect(evaluationOf(['2026-09-01'], [review('2026-08-20', '2027-08-20'), review('2027-08-01', '2028-02-29')]).dueOn).toBe('2028-02-29');
  });
  it('is met late as well, with every day before it', () => {
    expect(evaluationOf(['2026-09-01', '2026-09-15', '2026-12-01'], [review('2026-10-01', '2027-09-01')]).dueOn).toBe('2026-12-01');
  });
  it('is no day any more once the council said stop', () => {
    const stopped = evaluationOf(['2026-09-01'], [review('2026-08-20', null, 'stop')]);
    expect([stopped, isEvaluated(stopped, '2026-08-21')]).toEqual([{ dueOn: null, stopped: true }, false]);
  });
  it('counts until its last day has passed', () => {
    const due = evaluationOf(['2028-02-29'], []);
    expect([isEvaluated(due, '2028-02-29'), isEvaluated(due, '2028-03-01')]).toEqual([true, false]);
    expect(isEvaluated({ dueOn: null, stopped: false }, '2099-01-01')).toBe(true);
  });
  it('comes from the request and from the conditions', () => {
    const condition = { id: 'c', text: 'x', promiseOwner: null, dueOn: null, finding: null };
    expect(
      agreedEvaluations(
        { evaluationOn: '2026-09-01' },
        {
          conditions: [
            { ...condition, limit: { kind: 'evaluate_on', value: '2026-06-01' } },
            { ...condition, limit: { kind: 'ends_on', value: '2026-05-01' } },
          ],
        },
      ),
    ).toEqual(['2026-09-01', '2026-06-01']);
    expect(agreedEvaluations(null, null)).toEqual([]);
  });
});
