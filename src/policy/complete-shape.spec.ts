import { completeShape } from './complete-shape.js';
import { evaluate } from './evaluate.js';

describe('a dossier as the product assembles it', () => {
  it('has every object that its attributes name', () => {
    expect(completeShape({}).capture?.buffer).toEqual({});
    expect(completeShape({}).representation?.nullity).toEqual({});
  });
  it('keeps unanswered lists unanswered', () => expect(completeShape({}).purposes).toBeNull());
  it('keeps what was answered', () =>
    expect(completeShape({ capture: { buffer: { lengthSeconds: 30 } } }).capture?.buffer?.lengthSeconds).toBe(30));
  it('reaches into the items of lists', () =>
    expect(completeShape({ purposes: [{ code: 'training' }] }).purposes?.[0]?.balancingTest).toEqual({}));
  it('does not open anything: an empty dossier stays blocked', () => expect(evaluate(completeShape({})).verdict).toBe('BLOCKED'));
});
