import { phaseOf } from './phase.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds));
const begun = { startedAt: at(0), movedAt: at(0), failedAt: null, finishedAt: null };

describe('where long work stands', () => {
  it('waits until its first step is done', () => {
    expect(phaseOf(begun, at(1))).toBe('waiting');
    expect(phaseOf({ ...begun, movedAt: at(2) }, at(3))).toBe('going');
  });
  it('stands still two minutes after its last step, at the very second', () => {
    expect(phaseOf({ ...begun, movedAt: at(2) }, at(121))).toBe('going');
    expect(phaseOf({ ...begun, movedAt: at(2) }, at(122))).toBe('still');
  });
  it('says that a step failed before it says that it stands still', () =>
    expect(phaseOf({ ...begun, failedAt: at(1) }, at(600))).toBe('failed'));
  it('is finished whatever went wrong on the way', () =>
    expect(phaseOf({ ...begun, failedAt: at(1), finishedAt: at(9) }, at(600))).toBe('finished'));
});
