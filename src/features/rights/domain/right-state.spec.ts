import { liftedAfter, mustTellRecipients, rightState, type RightActs } from './right-state.js';

const at = (text: string): Date => new Date(text);
const LODGED: RightActs = {
  kind: 'access',
  lodgedAt: at('2026-03-05T09:00:00Z'),
  extendedAt: null,
  outcome: null,
  answeredAt: null,
  withdrawnAt: null,
  liftsOn: null,
  liftReason: null,
  liftedAt: null,
};
const state = (acts: Partial<RightActs>, now = '2026-03-10T09:00:00Z') => rightState({ ...LODGED, ...acts }, at(now));

describe('the month of a request about data', () => {
  it('ends on the first working day after Easter', () => expect(state({}).dueOn).toBe('2026-04-07'));
  it('is over at midnight in Amsterdam and not before', () => {
    expect(state({}, '2026-04-07T21:59:59Z').isOverdue).toBe(false);
    expect(state({}, '2026-04-07T22:00:00Z').isOverdue).toBe(true);
  });
  it('may be extended on its last day, once, and not after it', () => {
    expect(state({}, '2026-04-07T21:59:59Z').mayExtend).toBe(true);
    expect(state({}, '2026-04-07T22:00:00Z').mayExtend).toBe(false);
    expect(state({ extendedAt: at('2026-03-20T09:00:00Z') })).toMatchObject({ mayExtend: false, dueOn: '2026-06-05', name: 'extended' });
  });
  it('is over for whoever withdrew or was answered', () => {
    expect(state({ withdrawnAt: at('2026-03-06T09:00:00Z') }, '2026-09-01T09:00:00Z')).toMatchObject({
      name: 'withdrawn',
      isOverdue: false,
    });
    expect(state({ outcome: 'partly', answeredAt: at('2026-03-06T09:00:00Z') }, '2026-09-01T09:00:00Z')).toMatchObject({
      name: 'partly',
      isOpen: false,
      isOverdue: false,
    });
  });
});

describe('a request for restriction', () => {
  const restriction = (acts: Partial<RightActs>) => state({ kind: 'restriction', ...acts });
  const answered = { outcome: 'granted', answeredAt: at('2026-03-06T09:00:00Z') } as const;
  it('keeps the person out from the first moment; the other kinds do not', () => {
    expect(restriction({}).isPaused).toBe(true);
    expect(state({ kind: 'erasure' }).isPaused).toBe(false);
  });
  it('goes on when it is granted, until the handler says when it ends', () => {
    expect(restriction(answered)).toMatchObject({ isPaused: true, mayLift: true });
    expect(restriction({ ...answered, liftsOn: '2026-04-01' })).toMatchObject({ isPaused: true, mayLift: false, liftsOn: '2026-04-01' });
    expect(restriction({}).mayLift).toBe(false);
  });
  it('goes on after a refusal until it is lifted', () => {
    expect(restriction({ ...answered, outcome: 'refused', liftsOn: '2026-03-13' }).isPaused).toBe(true);
    expect(restriction({ ...answered, outcome: 'refused', liftsOn: '2026-03-13', liftedAt: at('2026-03-13T09:00:00Z') }).isPaused).toBe(
      false,
    );
  });
  it('ends at once when it is withdrawn', () => expect(restriction({ withdrawnAt: at('2026-03-06T09:00:00Z') }).isPaused).toBe(false));
  it('is lifted seven days after the person was told', () => expect(liftedAfter(at('2026-03-09T22:30:00Z'))).toBe('2026-03-16'));
});

it('tells recipients of what was changed, erased or restricted, and of nothing else', () => {
  for (const kind of ['rectification', 'erasure', 'restriction']) {
    expect(mustTellRecipients(kind, 'granted')).toBe(true);
    expect(mustTellRecipients(kind, 'refused')).toBe(false);
  }
  expect(mustTellRecipients('access', 'granted')).toBe(false);
});
