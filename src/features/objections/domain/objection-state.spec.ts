import {
  extendedDueOn,
  firstDueOn,
  isDueForReminder,
  mayLift,
  objectionState,
  restrictionEndsOn,
  type ActKind,
  type ObjectionAct,
} from './objection-state.js';

const at = (text: string) => new Date(text);
const lodged = { lodgedAt: at('2026-03-05T09:00:00Z'), converted: false };
const act = (kind: ActKind, when: string, effectiveOn: string | null = null): ObjectionAct => ({ kind, at: at(when), effectiveOn });
const now = at('2026-03-10T09:00:00Z');

describe('the term of an objection', () => {
  it('ends a month after receipt, moved over a weekend and Easter', () =>
    expect(firstDueOn(at('2026-03-05T09:00:00Z'))).toBe('2026-04-07'));
  it('is counted from the day in Amsterdam, also where summer time begins', () => {
    expect(firstDueOn(at('2026-03-31T21:59:59Z'))).toBe('2026-04-30');
    expect(firstDueOn(at('2026-03-31T22:00:00Z'))).toBe('2026-05-01');
    expect(firstDueOn(at('2026-10-24T22:30:00Z'))).toBe('2026-11-25');
  });
  it('ends on the last day of February', () => {
    expect(firstDueOn(at('2026-01-30T09:00:00Z'))).toBe('2026-03-02');
    expect(firstDueOn(at('2028-01-31T09:00:00Z'))).toBe('2028-02-29');
  });
  it('of three months when it is extended', () => expect(extendedDueOn(at('2026-03-05T09:00:00Z'))).toBe('2026-06-05'));
  it('is overdue on the day after it, not on it', () => {
    expect(objectionState(lodged, [], at('2026-04-07T21:59:00Z')).isOverdue).toBe(false);
    expect(objectionState(lodged, [], at('2026-04-07T22:00:00Z')).isOverdue).toBe(true);
  });
  it('may be extended on its last day, once, and not after it', () => {
    expect(objectionState(lodged, [], at('2026-04-07T12:00:00Z')).mayExtend).toBe(true);
    expect(objectionState(lodged, [], at('2026-04-08T12:00:00Z')).mayExtend).toBe(false);
    expect(objectionState(lodged, [act('extended', '2026-03-20T09:00:00Z')], now).mayExtend).toBe(false);
  });
  it('reminds the handler a week before the house’s own thirty days', () => {
    expect(isDueForReminder(lodged, [], at('2026-03-27T09:00:00Z'))).toBe(false);
    expect(isDueForReminder(lodged, [], at('2026-03-28T09:00:00Z'))).toBe(true);
    expect(isDueForReminder(lodged, [act('upheld', '2026-03-20T09:00:00Z')], at('2026-04-28T09:00:00Z'))).toBe(false);
  });
});

describe('the pause of an objection', () => {
  const paused = (acts: readonly ObjectionAct[]) => objectionState(lodged, acts, now).isPaused;
  it('begins with it and outlasts every act but two', () => {
    expect(paused([])).toBe(true);
    for (const kind of ['acknowledged', 'extended', 'upheld', 'rejected', 'note'] as const)
      expect(paused([act(kind, '2026-03-09T09:00:00Z')])).toBe(true);
    for (const kind of ['withdrawn', 'restriction_lifted'] as const) expect(paused([act(kind, '2026-03-09T09:00:00Z')])).toBe(false);
  });
  it('is not there where the objection became a complaint', () =>
    expect(objectionState({ ...lodged, converted: true }, [], now)).toMatchObject({ name: 'converted', isPaused: false, isOpen: false }));
  it('ends at least seven whole days after the rejection was told', () => {
    const told = at('2026-03-09T22:30:00Z');
    const rejection = act('rejected', '2026-03-09T22:30:00Z', restrictionEndsOn(told));
    expect(rejection.effectiveOn).toBe('2026-03-16');
    expect(mayLift(rejection, at('2026-03-16T22:29:59Z'))).toBe(false);
    expect(mayLift(rejection, at('2026-03-16T22:30:00Z'))).toBe(true);
  });
  it('does not end before the day that the handler named, also over summer time', () => {
    const rejection = act('rejected', '2026-03-25T09:00:00Z', '2026-04-15');
    expect(mayLift(rejection, at('2026-04-14T21:59:59Z'))).toBe(false);
    expect(mayLift(rejection, at('2026-04-14T22:00:00Z'))).toBe(true);
  });
  it('never ends without a day', () => expect(mayLift(act('rejected', '2026-03-01T09:00:00Z'), at('2027-03-01T09:00:00Z'))).toBe(false));
});

describe('where an objection stands', () => {
  it.each([
    [[], 'received'],
    [['acknowledged'], 'acknowledged'],
    [['acknowledged', 'extended'], 'extended'],
    [['extended', 'upheld'], 'upheld'],
    [['rejected', 'restriction_lifted'], 'rejected'],
    [['withdrawn'], 'withdrawn'],
    [['note'], 'received'],
  ] as const)('after %j is %s', (kinds, name) =>
    expect(
      objectionState(
        lodged,
        kinds.map((kind) => act(kind, '2026-03-06T09:00:00Z')),
        now,
      ).name,
    ).toBe(name),
  );
});
