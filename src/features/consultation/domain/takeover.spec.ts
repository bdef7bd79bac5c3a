import type { CouncilDecision, FinalDecision } from './case-file.js';
import { isPositive } from './standing-acts.js';
import { withTakeovers, wordOf } from './takeover.js';

const condition = (id: string) => ({ id, text: id, limit: null, promiseOwner: 'HR', dueOn: '2026-06-01', finding: null });
const decision = {
  id: 'd',
  decision: 'granted_with_conditions',
  conditions: [condition('a'), condition('b')],
} as Partial<CouncilDecision> as CouncilDecision;
const final = (takesOver: readonly string[], at: string, decisionId = 'd'): FinalDecision => ({
  id: at,
  fingerprint: 'f',
  kind: 'final_decision',
  decisionId,
  rulingId: null,
  text: 'x',
  effectiveOn: '2026-03-09',
  takesOver,
  reference: 'r',
  decidedAt: new Date(at),
});
const after = (...finals: readonly FinalDecision[]) => withTakeovers([decision], finals)[0]!;

describe('a consent with conditions', () => {
  it('stands until the employer decides, and with every condition taken over', () => {
    expect([isPositive(after()), wordOf(after())]).toEqual([true, 'granted_with_conditions']);
    expect(isPositive(after(final(['b', 'a'], '2026-03-05T09:00:00Z')))).toBe(true);
  });
  it('counts as refused when one is left out, from that moment', () => {
    const left = after(final(['a'], '2026-03-05T09:00:00Z'));
    expect([isPositive(left), wordOf(left), left.leftOutAt?.toISOString()]).toEqual([false, 'refused', '2026-03-05T09:00:00.000Z']);
  });
  it('is not touched by what was decided on another one', () =>
    expect(isPositive(after(final([], '2026-03-05T09:00:00Z', 'other')))).toBe(true));
  it('follows the newest decision', () =>
    expect(isPositive(after(final(['a', 'b'], '2026-03-05T09:00:00Z'), final(['a'], '2026-03-06T09:00:00Z')))).toBe(false));
});
