import { turnOf } from './turn.js';

describe('whose turn it is in a case', () => {
  it('is the secretary’s until a meeting is recorded, and the director’s until that is confirmed', () => {
    expect(turnOf('asked', 'or', false)).toEqual({ roles: ['or_secretary'], next: 'next.asked' });
    expect(turnOf('asked', 'or', true)).toEqual({ roles: ['director'], next: 'next.presence' });
    expect(turnOf('asked', 'pvt', false).roles).toEqual(['pvt_contact']);
  });
  it('is of those who speak for the staff where no council does', () => {
    expect(turnOf('asked', 'personnel_meeting', false)).toEqual({ roles: ['director'], next: 'next.staffMeeting' });
    expect(turnOf('asked', 'none', false).roles).toEqual(['employee', 'hr_registrar']);
  });
  it('is the officers’ for a decision, the director’s after it, and nobody’s once the tool runs', () => {
    expect(turnOf('met', 'or', false).roles).toEqual(['or_chair', 'or_secretary']);
    expect(turnOf('recorded', 'pvt', false).roles).toEqual(['pvt_contact']);
    for (const phase of ['decided', 'refused', 'withdrawn'] as const) expect(turnOf(phase, 'or', false).roles).toEqual(['director']);
    expect(turnOf('final', 'or', false).roles).toContain('or_member');
    expect(turnOf('running', 'or', false)).toEqual({ roles: [], next: 'next.running' });
  });
});
