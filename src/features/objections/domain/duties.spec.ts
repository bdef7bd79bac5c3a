import { byMachine, dutiesOf, type DoneDuty } from './duties.js';
import type { ObjectionStateName } from './objection-state.js';

const LODGED = new Date('2026-03-05T09:00:00Z');
const owed = (state: ObjectionStateName, now: string, done: readonly DoneDuty[] = [], decidedAt: Date | null = null) =>
  dutiesOf({ state, lodgedAt: LODGED, decidedAt, done, now: new Date(now) }).map(({ duty, dueOn, isOverdue }) => [duty, dueOn, isOverdue]);
const DONE: DoneDuty = { duty: 'restrict', note: 'x', at: LODGED };

describe('what the handler must see done', () => {
  it('is locking what is stored, from the start, within one working day to the instant', () => {
    expect(owed('received', '2026-03-06T22:59:59Z')).toEqual([['restrict', '2026-03-06', false]]);
    expect(owed('received', '2026-03-06T23:00:00Z')).toEqual([['restrict', '2026-03-06', true]]);
    expect(owed('extended', '2026-05-06T23:00:00Z', [DONE])).toEqual([['restrict', '2026-03-06', false]]);
  });
  it('is erasing, telling recipients and another way of working once upheld, within five working days', () => {
    const decidedAt = new Date('2026-03-20T09:00:00Z');
    expect(owed('upheld', '2026-03-27T22:59:59Z', [DONE], decidedAt)).toEqual([
      ['restrict', '2026-03-06', false],
      ['erase', '2026-03-27', false],
      ['tell_recipients', '2026-03-27', false],
      ['offer_alternative', '2026-03-27', false],
    ]);
    expect(owed('upheld', '2026-03-27T23:00:00Z', [DONE], decidedAt).filter(([, , late]) => late)).toHaveLength(3);
  });
  it.each(['rejected', 'withdrawn'] as const)('is nothing new once %s', (state) => {
    expect(owed(state, '2026-04-20T09:00:00Z')).toEqual([]);
    expect(owed(state, '2026-04-20T09:00:00Z', [DONE])).toHaveLength(1);
  });
  it('is nothing for what became a complaint', () => expect(owed('converted', '2026-04-20T09:00:00Z')).toEqual([]));
});

describe('what the machine does by itself with what is stored here', () => {
  const at = new Date('2026-03-20T09:00:00Z');
  it('is keeping it, as long as nothing is decided or a rejection still pauses', () => {
    expect(byMachine('restrict', { name: 'received', isPaused: true }, null)).toEqual({ kind: 'kept' });
    expect(byMachine('restrict', { name: 'rejected', isPaused: true }, null)).toEqual({ kind: 'kept' });
    expect(byMachine('restrict', { name: 'rejected', isPaused: false }, null)).toBeNull();
    expect(byMachine('restrict', { name: 'upheld', isPaused: true }, null)).toBeNull();
  });
  it('is erasing it once upheld, unless it is held; of the rest nothing', () => {
    const upheld = { name: 'upheld', isPaused: true } as const;
    expect(byMachine('erase', upheld, null)).toEqual({ kind: 'soon' });
    expect(byMachine('erase', upheld, { outcome: 'erased', heldUntil: null, at })).toEqual({ kind: 'erased', at });
    expect(byMachine('erase', upheld, { outcome: 'held', heldUntil: '2026-05-01', at })).toEqual({ kind: 'held', until: '2026-05-01' });
    expect(byMachine('erase', upheld, { outcome: 'asked', heldUntil: null, at })).toEqual({ kind: 'asked' });
    expect(byMachine('tell_recipients', upheld, null)).toBeNull();
    expect(byMachine('erase', { name: 'withdrawn', isPaused: false }, null)).toBeNull();
  });
});
