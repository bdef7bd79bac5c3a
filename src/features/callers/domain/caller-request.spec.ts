import {
  type CallerAct,
  type CallerActKind,
  callerState,
  isDueForReminder,
  keptThrough,
  type Lodged,
  measuresFor,
  type RequestKind,
} from './caller-request.js';

const at = (day: string): Date => new Date(`${day}T11:00:00Z`);
const lodged = (kind: RequestKind = 'objection', day = '2026-03-05'): Lodged => ({ kind, lodgedAt: at(day) });
const acts = (...kinds: readonly (CallerActKind | [CallerActKind, string])[]): readonly CallerAct[] =>
  kinds.map((one) => (typeof one === 'string' ? { kind: one, at: at('2026-03-06') } : { kind: one[0], at: at(one[1]) }));
const state = (kind: RequestKind, given: readonly CallerAct[], now = '2026-03-06') => callerState(lodged(kind), given, at(now));

describe('the month of a request', () => {
  it('ends on the first working day after it, over Easter', () => {
    expect(state('access', []).dueOn).toBe('2026-04-07');
    expect(callerState(lodged('access', '2026-03-10'), [], at('2026-03-11')).dueOn).toBe('2026-04-10');
  });
  it('is not over on its last day, and is on the day after', () => {
    expect([state('access', [], '2026-04-07').isOverdue, state('access', [], '2026-04-08').isOverdue]).toEqual([false, true]);
  });
  it('becomes three months once, when it is told within the first', () => {
    expect(state('access', [], '2026-04-07').mayExtend).toBe(true);
    expect(state('access', [], '2026-04-08').mayExtend).toBe(false);
    const extended = state('access', acts('extended'));
    expect([extended.dueOn, extended.mayExtend, extended.name]).toEqual(['2026-06-05', false, 'extended']);
  });
  it('asks for a sign of life within two working days', () => {
    expect(state('access', [], '2026-03-09').isAcknowledgementLate).toBe(false);
    expect(state('access', [], '2026-03-10').isAcknowledgementLate).toBe(true);
    expect(state('access', acts('acknowledged'), '2026-03-10').isAcknowledgementLate).toBe(false);
  });
});

describe('setting data apart', () => {
  it('must be done for an open objection, and for nothing else', () => {
    expect(state('objection', []).mustSetApart).toBe(true);
    expect(state('objection', acts('set_apart')).mustSetApart).toBe(false);
    expect(state('objection', acts('withdrawn')).mustSetApart).toBe(false);
    for (const kind of ['access', 'rectification', 'erasure', 'restriction'] as const) expect(state(kind, []).mustSetApart).toBe(false);
  });
  it('lasts seven days after a refusal', () => {
    expect(state('objection', acts('set_apart', ['rejected', '2026-03-20'])).apartUntil).toBe('2026-03-27');
    expect(state('objection', acts('set_apart', 'upheld')).apartUntil).toBeNull();
  });
});

describe('asking who it is', () => {
  it('may be done once, and never of who objects or asks for restriction', () => {
    expect(state('access', []).mayAskIdentity).toBe(true);
    expect(state('access', acts('identity_asked')).mayAskIdentity).toBe(false);
    expect(state('access', acts('upheld')).mayAskIdentity).toBe(false);
    expect([state('objection', []).mayAskIdentity, state('restriction', []).mayAskIdentity]).toEqual([false, false]);
  });
  it('waits for the caller, and is settled by the handler', () => {
    expect(state('access', acts('replied', 'identity_asked')).identity).toBe('asked');
    expect(state('access', acts('identity_asked', 'replied')).identity).toBe('answered');
    expect(state('access', acts('identity_asked', 'replied', 'identity_confirmed')).identity).toBe('confirmed');
  });
  it('leaves the month as it is', () => expect(state('access', acts('identity_asked')).dueOn).toBe('2026-04-07'));
});

describe('a question', () => {
  it('waits for the caller until the reply', () => {
    expect(state('access', []).awaitsCaller).toBe(false);
    expect(state('access', acts('asked')).awaitsCaller).toBe(true);
    expect(state('access', acts('asked', 'replied')).awaitsCaller).toBe(false);
    expect(state('access', acts('asked', 'replied', 'asked')).awaitsCaller).toBe(true);
    expect(state('access', acts('asked', 'rejected')).awaitsCaller).toBe(false);
  });
});

describe('a reminder', () => {
  const due = (kind: RequestKind, given: readonly CallerAct[], now: string) => isDueForReminder(lodged(kind), given, at(now));
  it('comes the day after an objection whose data do not lie apart', () => {
    expect([due('objection', acts('acknowledged'), '2026-03-05'), due('objection', acts('acknowledged'), '2026-03-06')]).toEqual([
      false,
      true,
    ]);
    expect(due('objection', acts('acknowledged', 'set_apart'), '2026-03-06')).toBe(false);
  });
  it('comes in the last week, and never once it is over', () => {
    expect([due('access', acts('acknowledged'), '2026-03-30'), due('access', acts('acknowledged'), '2026-03-31')]).toEqual([false, true]);
    expect(due('access', acts('upheld'), '2026-05-31')).toBe(false);
  });
});

describe('what was written', () => {
  it('is kept for six months after the end', () => {
    expect(keptThrough(at('2026-03-20'))).toBe('2026-09-20');
    expect(keptThrough(at('2026-08-31'))).toBe('2027-02-28');
  });
});

it('granting an objection asks for the end, the erasure and a word to the recipients', () => {
  expect(measuresFor('objection')).toEqual(['not_again', 'erased', 'recipients_told']);
  expect(measuresFor('access')).toEqual([]);
});
