import { acknowledgeBy, complaintState, dueOnFor, endedBefore, erasedFrom, type MessageKind, type Outcome } from './complaint-state.js';

const lodgedOn = '2026-03-05';
const told = (kind: MessageKind, outcome: Outcome | null = null, side: 'handler' | 'reporter' = 'handler') => ({
  kind,
  side,
  outcome,
  onDay: lodgedOn,
});
const state = (now: string, ...kinds: MessageKind[]) =>
  complaintState(
    { dueOn: '2026-04-16' },
    kinds.map((kind) => told(kind)),
    new Date(now),
  );
const usual = { category: 'excessive', lodgedOn, isDisclosure: false };

describe('the terms of a complaint', () => {
  it('is six weeks', () => expect(dueOnFor(usual)).toBe('2026-04-16'));
  it('is a month where it holds a request under the GDPR', () => {
    for (const category of ['rights_ignored', 'objection'])
      for (const isDisclosure of [false, true]) expect(dueOnFor({ ...usual, category, isDisclosure })).toBe('2026-04-07');
  });
  it('asks for an acknowledgement within two working days', () => {
    expect(acknowledgeBy(usual)).toBe('2026-03-09');
    expect(acknowledgeBy({ ...usual, lodgedOn: '2026-04-02' })).toBe('2026-04-08');
  });
  it('is seven days and three months where wrongdoing is reported, and only then', () => {
    const disclosure = { ...usual, isDisclosure: true };
    expect([acknowledgeBy(disclosure), dueOnFor(disclosure)]).toEqual(['2026-03-12', '2026-06-05']);
    expect(dueOnFor({ ...disclosure, lodgedOn: '2026-11-30' })).toBe('2027-02-28');
  });
  it('keeps what was written for a year after the end', () => {
    expect(erasedFrom('2026-03-05')).toBe('2027-03-05');
    expect(endedBefore('2027-03-05')).toBe('2026-03-05');
  });
});

describe('where a complaint stands', () => {
  it.each([
    [[], 'received'],
    [['handed_over', 'reminded', 'note'], 'received'],
    [['acknowledged'], 'in_progress'],
    [['question', 'reply'], 'in_progress'],
    [['acknowledged', 'closed'], 'closed'],
    [['withdrawn'], 'withdrawn'],
  ] as const)('after %j is %s', (kinds, name) => expect(state('2026-03-06T09:00:00Z', ...kinds).name).toBe(name));
  it('is still only received when whoever complained adds something', () =>
    expect(complaintState({ dueOn: '2026-04-16' }, [told('reply', null, 'reporter')], new Date('2026-03-06T09:00:00Z')).name).toBe(
      'received',
    ));
  it('is referred when that is its outcome', () =>
    expect(complaintState({ dueOn: '2026-04-16' }, [told('closed', 'referred')], new Date('2026-03-06T09:00:00Z'))).toEqual({
      name: 'referred',
      isOpen: false,
      isOverdue: false,
    }));
  it('is overdue on the day after its term, not on it, and never once ended', () => {
    expect(state('2026-04-16T21:59:59Z').isOverdue).toBe(false);
    expect(state('2026-04-16T22:00:00Z').isOverdue).toBe(true);
    expect(state('2026-04-16T22:00:00Z', 'closed').isOverdue).toBe(false);
  });
});
