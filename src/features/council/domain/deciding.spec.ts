import fc from 'fast-check';
import type { Role } from '../../../kernel/actor.js';
import {
  administratorFrom,
  keptFromConfirming,
  keptFromProposing,
  keptFromReset,
  membersNeeded,
  overtakenBy,
  routeNow,
  stillNeeded,
  type WaitingChange,
} from './deciding.js';

const sitting = { chairId: 'ayse', secretaryId: 'bram', members: ['ayse', 'bram', 'chantal', 'daan'] };
const vacant = { ...sitting, chairId: null, secretaryId: null };
const as = (personId: string, role: Role) => ({ personId, role });
const change = (changed: Partial<WaitingChange> = {}): WaitingChange => ({
  kind: 'roster',
  route: 'officers',
  proposedBy: 'ayse',
  confirmedBy: [],
  ...changed,
});

describe('who decides over the council', () => {
  it('is both officers as long as both are there', () => {
    expect(routeNow(sitting)).toBe('officers');
    for (const role of ['or_chair', 'or_secretary'] as const) {
      const officer = as(role === 'or_chair' ? 'ayse' : 'bram', role);
      expect(keptFromProposing('rules', sitting, officer)).toBeNull();
    }
    expect(keptFromProposing('roster', sitting, as('chantal', 'or_member'))).toBe('council.officers-only');
    expect(keptFromProposing('roster', sitting, as('ayse', 'or_member'))).toBe('council.officers-only');
    expect(keptFromConfirming(change(), sitting, as('bram', 'or_secretary'))).toBeNull();
    expect(keptFromConfirming(change(), sitting, as('ayse', 'or_chair'))).toBe('council.own-proposal');
    expect(keptFromConfirming(change(), sitting, as('chantal', 'or_member'))).toBe('council.officers-only');
    expect(stillNeeded(change(), sitting)).toBe(1);
    expect(stillNeeded(change({ confirmedBy: ['bram'] }), sitting)).toBe(0);
  });

  it('is the members where an office is vacant, over the seats and not over the rules', () => {
    for (const one of [vacant, { ...sitting, chairId: null }, { ...sitting, secretaryId: null }]) {
      expect(routeNow(one)).toBe('members');
      expect(keptFromProposing('roster', one, as('chantal', 'or_member'))).toBeNull();
      expect(keptFromProposing('roster', one, as('ruud', 'or_member'))).toBe('council.members-only');
      expect(keptFromProposing('rules', one, as('bram', 'or_secretary'))).toBe('council.rules-need-officers');
    }
  });

  it('counts each member once, and only who still has a seat', () => {
    const waiting = change({ route: 'members', proposedBy: 'chantal', confirmedBy: ['daan', 'gone'] });
    expect(membersNeeded(4)).toBe(3);
    expect(stillNeeded(waiting, vacant)).toBe(1);
    expect(keptFromConfirming(waiting, vacant, as('daan', 'or_member'))).toBe('council.confirmed-by-you');
    expect(keptFromConfirming(waiting, vacant, as('ayse', 'or_member'))).toBeNull();
    expect(stillNeeded({ ...waiting, confirmedBy: ['daan', 'ayse'] }, vacant)).toBe(0);
  });

  it('needs more than half of the members and two persons at least, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), (members) => {
        const needed = membersNeeded(members);
        expect(needed).toBeGreaterThanOrEqual(2);
        expect(needed * 2 > members).toBe(true);
        expect(members < 3 || (needed - 1) * 2 <= members).toBe(true);
      }),
    );
  });

  it('a change ends when offices were filled or fell vacant, or when its proposer went', () => {
    expect(overtakenBy(change(), sitting)).toBeNull();
    expect(overtakenBy(change(), vacant)).toBe('council.offices-changed');
    expect(overtakenBy(change({ route: 'members' }), sitting)).toBe('council.offices-changed');
    expect(overtakenBy(change({ proposedBy: 'chantal' }), sitting)).toBe('council.proposer-gone');
    expect(overtakenBy(change({ route: 'members', proposedBy: 'ruud' }), vacant)).toBe('council.proposer-gone');
  });
});

describe('the reset by the administrator', () => {
  const since = new Date('2026-03-05T09:00:00Z');
  const later = (ms: number) => new Date(administratorFrom(since).getTime() + ms);

  it('is refused while an officer is there, and while the members can still do it', () => {
    expect(keptFromReset(sitting, null, later(1))).toBe('council.officers-there');
    expect(keptFromReset({ ...vacant, chairId: 'ayse' }, since, later(1))).toBe('council.officers-there');
    expect(keptFromReset(vacant, since, later(-1))).toBe('council.members-first');
    expect(keptFromReset(vacant, since, later(0))).toBeNull();
  });

  it('is open at once where fewer than two members are left', () => {
    expect(keptFromReset({ ...vacant, members: ['daan'] }, since, since)).toBeNull();
    expect(keptFromReset({ ...vacant, members: [] }, null, since)).toBeNull();
  });
});
