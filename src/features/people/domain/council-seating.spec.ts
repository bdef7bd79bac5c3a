import type { Role } from '../../../kernel/actor.js';
import { type CouncilGrant, followSeating } from './council-seating.js';

const AT = new Date('2026-01-05T08:00:00Z');
const grant = (personId: string, role: Role, accepted = true): CouncilGrant => ({
  id: `${personId}-${role}${accepted ? '' : '-offer'}`,
  personId,
  role,
  acceptedAt: accepted ? AT : null,
});
const NOW = [grant('ayse', 'or_chair'), grant('bram', 'or_secretary'), grant('chantal', 'or_member')];
const follow = (persons: readonly string[], chairId = 'ayse', secretaryId = 'bram', grants: readonly CouncilGrant[] = NOW) => {
  const { ends, offers } = followSeating(grants, { persons, chairId, secretaryId });
  return { ends: ends.map(({ id }) => id), offers: offers.map(({ personId, role }) => `${personId} ${role}`) };
};

describe('roles that follow the seats of the council', () => {
  it('stay as they are when nobody comes or goes', () => {
    expect(follow(['ayse', 'bram', 'chantal'])).toEqual({ ends: [], offers: [] });
  });

  it('are offered to whoever is new and end for whoever is out', () => {
    expect(follow(['ayse', 'bram', 'daan'])).toEqual({ ends: ['chantal-or_member'], offers: ['daan or_member'] });
  });

  it('an officer who keeps a seat stays in office while the successor has not said yes', () => {
    expect(follow(['ayse', 'bram', 'chantal'], 'chantal')).toEqual({ ends: [], offers: ['chantal or_chair'] });
  });

  it('an officer who loses the seat leaves at once', () => {
    expect(follow(['bram', 'chantal'], 'chantal')).toEqual({ ends: ['ayse-or_chair'], offers: ['chantal or_chair'] });
  });

  it('an offer of an office that is not wanted any more is taken back, and membership offered in its place', () => {
    const grants = [...NOW, grant('daan', 'or_chair', false)];
    expect(follow(['ayse', 'bram', 'chantal', 'daan'], 'ayse', 'bram', grants)).toEqual({
      ends: ['daan-or_chair-offer'],
      offers: ['daan or_member'],
    });
  });

  it('chair and secretary can change places: each is offered the office of the other', () => {
    expect(follow(['ayse', 'bram', 'chantal'], 'bram', 'ayse')).toEqual({ ends: [], offers: ['bram or_chair', 'ayse or_secretary'] });
  });
});
