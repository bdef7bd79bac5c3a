import { acknowledgeBy, complaintState, dueOnFor, type MessageKind } from './complaint-state.js';

const lodgedAt = new Date('2026-03-05T09:00:00Z');
const messages = (...kinds: MessageKind[]) => kinds.map((kind) => ({ kind, at: lodgedAt }));
const state = (now: string, ...kinds: MessageKind[]) => complaintState({ dueOn: '2026-04-16' }, messages(...kinds), new Date(now));

describe('the terms of a complaint', () => {
  it('is six weeks', () => expect(dueOnFor('excessive', lodgedAt)).toBe('2026-04-16'));
  it('is a month where it holds a request under the GDPR', () => {
    expect(dueOnFor('rights_ignored', lodgedAt)).toBe('2026-04-07');
    expect(dueOnFor('objection', lodgedAt)).toBe('2026-04-07');
  });
  it('asks for an acknowledgement within two working days', () => {
    expect(acknowledgeBy(lodgedAt)).toBe('2026-03-09');
    expect(acknowledgeBy(new Date('2026-04-02T09:00:00Z'))).toBe('2026-04-08');
  });
});

describe('where a complaint stands', () => {
  it.each([
    [[], 'received'],
    [['handed_over'], 'received'],
    [['acknowledged'], 'in_progress'],
    [['question', 'reply'], 'in_progress'],
    [['acknowledged', 'closed'], 'closed'],
  ] as const)('after %j is %s', (kinds, name) => expect(state('2026-03-06T09:00:00Z', ...kinds).name).toBe(name));
  it('is overdue on the day after its term, not on it, and never once closed', () => {
    expect(state('2026-04-16T21:59:59Z').isOverdue).toBe(false);
    expect(state('2026-04-16T22:00:00Z').isOverdue).toBe(true);
    expect(state('2026-04-16T22:00:00Z', 'closed').isOverdue).toBe(false);
  });
});
