import { type Course, turnOf } from './turn.js';

const turn = (phase: Course['phase'], body: Course['body'], more: Partial<Course> = {}) =>
  turnOf({ phase, body, meetingWaits: null, petition: 'none', leftOut: false, ...more });

describe('whose turn it is in a case', () => {
  it('is the secretary’s until a meeting is recorded, and the director’s until that is confirmed', () => {
    expect(turn('asked', 'or')).toEqual({ roles: ['or_secretary'], next: 'next.asked' });
    expect(turn('asked', 'or', { meetingWaits: 'council' })).toEqual({ roles: ['director'], next: 'next.presence' });
    expect(turn('asked', 'pvt').roles).toEqual(['pvt_contact']);
  });
  it('after a refusal is the director’s, the secretary’s while a petition is unconfirmed, and the court’s after that', () => {
    expect(turn('refused', 'or').next).toBe('next.refused');
    expect(turn('refused', 'or', { leftOut: true })).toEqual({ roles: ['director'], next: 'next.leftOut' });
    expect(turn('refused', 'or', { petition: 'unconfirmed' })).toEqual({ roles: ['or_secretary'], next: 'next.petitionUnconfirmed' });
    expect(turn('refused', 'or', { petition: 'pending' })).toEqual({ roles: [], next: 'next.petition' });
    expect(turn('refused', 'or', { petition: 'granted' })).toEqual({ roles: ['director'], next: 'next.permitted' });
    expect(turn('refused', 'or', { petition: 'rejected' }).next).toBe('next.refused');
  });
  it('is of those who speak for the staff where no council does', () => {
    expect(turn('asked', 'personnel_meeting')).toEqual({ roles: ['director'], next: 'next.staffMeeting' });
    expect(turn('asked', 'none').roles).toEqual(['employee', 'hr_registrar']);
  });
  it('is the officers’ for a decision, the director’s after it, and nobody’s once the tool runs', () => {
    expect(turn('met', 'or').roles).toEqual(['or_chair', 'or_secretary']);
    expect(turn('recorded', 'pvt').roles).toEqual(['pvt_contact']);
    for (const phase of ['decided', 'refused', 'withdrawn'] as const) expect(turn(phase, 'or').roles).toEqual(['director']);
    expect(turn('final', 'or').roles).toContain('or_member');
    expect(turn('running', 'or')).toEqual({ roles: [], next: 'next.running' });
  });
});
