import type { MachineLimit } from '../../../policy/index.js';
import { conditionState, isSettled, mayFollow, type AdviceCondition, type ConditionActKind } from './conditions.js';

const NOW = 'sha-256:now';
const condition = (acts: readonly (readonly [ConditionActKind, string])[], limit: MachineLimit | null = null): AdviceCondition => ({
  id: 'o_1',
  text: 'Train the coaches',
  limit,
  acts: acts.map(([kind, fingerprint]) => ({ kind, fingerprint })),
});
const DAYS_30: MachineLimit = { kind: 'retention_max_days', value: { purpose: null, days: 30 } };

describe('a condition of the DPO', () => {
  it('is open until HR has carried it out', () => expect(conditionState(condition([]), [NOW], {})).toBe('open'));
  it('is not settled by HR’s word', () => {
    const state = conditionState(condition([['carried_out', NOW]]), [NOW], {});
    expect([state, isSettled(state)]).toEqual(['carried_out', false]);
  });
  it('is settled by the DPO, and by the director’s refusal', () => {
    expect(
      conditionState(
        condition([
          ['carried_out', NOW],
          ['confirmed', NOW],
        ]),
        [NOW],
        {},
      ),
    ).toBe('confirmed');
    expect(conditionState(condition([['refused', NOW]]), [NOW], {})).toBe('refused');
  });
  it('is open again when the DPO reopens it', () =>
    expect(
      conditionState(
        condition([
          ['carried_out', NOW],
          ['confirmed', NOW],
          ['reopened', NOW],
        ]),
        [NOW],
        {},
      ),
    ).toBe('open'));
  it('is open on a version from which nothing carries', () =>
    expect(
      conditionState(
        condition([
          ['carried_out', 'sha-256:old'],
          ['confirmed', 'sha-256:old'],
        ]),
        [NOW],
        {},
      ),
    ).toBe('open'));
  it('stays settled on a version to which approvals carry', () =>
    expect(
      conditionState(
        condition([
          ['carried_out', 'sha-256:old'],
          ['confirmed', 'sha-256:old'],
        ]),
        [NOW, 'sha-256:old'],
        {},
      ),
    ).toBe('confirmed'));
  it('with a limit is kept by a version that keeps the limit, and by no other', () => {
    const places = { home: { enabled: false }, office: { enabled: false } };
    const kept = { ...places, purposes: [{ code: 'training', retention: { maxDays: 30 } }] };
    expect(conditionState(condition([], DAYS_30), [NOW], kept)).toBe('kept');
    expect(conditionState(condition([], DAYS_30), [NOW], { ...places, purposes: [{ code: 'training', retention: { maxDays: 31 } }] })).toBe(
      'open',
    );
    expect(conditionState(condition([], { kind: 'smallest_group', value: 10 }), [NOW], {})).toBe('kept');
  });
  it('takes acts only in their order', () => {
    expect(mayFollow('confirmed', 'open')).toBe(false);
    expect(mayFollow('confirmed', 'carried_out')).toBe(true);
    expect(mayFollow('reopened', 'open')).toBe(false);
    expect(mayFollow('refused', 'confirmed')).toBe(false);
    expect(mayFollow('carried_out', 'refused')).toBe(true);
  });
});
