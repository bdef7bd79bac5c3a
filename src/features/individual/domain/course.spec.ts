import { closesAt, type CourseFacts, stageOf, tellBy, waitsUntil } from './course.js';

const at = (text: string): Date => new Date(`2026-03-${text}:00Z`);
const ASKED: CourseFacts = {
  askedAt: at('02T09:00'),
  hours: 4,
  openedAt: null,
  refusedAt: null,
  endedAt: null,
  stoppedAt: null,
  toldAt: null,
};
const OPENED: CourseFacts = { ...ASKED, openedAt: at('02T10:00') };
const before = (moment: Date): Date => new Date(moment.getTime() - 1);

describe('a question to look at one person', () => {
  it('waits for a day, and not at its very end', () => {
    expect(stageOf(ASKED, before(waitsUntil(ASKED)))).toBe('waiting');
    expect(stageOf(ASKED, waitsUntil(ASKED))).toBe('lapsed');
    expect(waitsUntil(ASKED)).toEqual(at('03T09:00'));
  });
  it('is over when it was refused, taken back, or the tool stopped meanwhile', () => {
    expect(stageOf({ ...ASKED, refusedAt: at('02T09:30') }, at('02T09:31'))).toBe('refused');
    expect(stageOf({ ...ASKED, endedAt: at('02T09:30') }, at('02T09:31'))).toBe('lapsed');
    expect(stageOf({ ...ASKED, stoppedAt: at('02T09:30') }, at('02T09:31'))).toBe('lapsed');
    expect([closesAt(ASKED), tellBy(ASKED)]).toEqual([null, null]);
  });
});

describe('a view of one person', () => {
  it('is open for its hours, and not at their very end', () => {
    expect(stageOf(OPENED, at('02T10:00'))).toBe('open');
    expect(stageOf(OPENED, before(at('02T14:00')))).toBe('open');
    expect(stageOf(OPENED, at('02T14:00'))).toBe('over');
  });
  it.each(['endedAt', 'stoppedAt'] as const)('closes before that at %s', (field) => {
    const closed = { ...OPENED, [field]: at('02T11:00') };
    expect(stageOf(closed, before(at('02T11:00')))).toBe('open');
    expect(stageOf(closed, at('02T11:00'))).toBe('over');
  });
  it('is to be told within a week after its end, and stays over until that was done', () => {
    expect(tellBy(OPENED)).toBe('2026-03-09');
    expect(tellBy({ ...OPENED, endedAt: at('02T23:30') })).toBe('2026-03-09');
    expect(stageOf(OPENED, at('30T12:00'))).toBe('over');
    expect(stageOf({ ...OPENED, toldAt: at('04T12:00') }, at('04T12:00'))).toBe('told');
  });
});
