import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../../kernel/actor.js';
import { isRecorded, isSmallestGroup, keptFromSigning, seesProposals, sideOf, type Signature, stillWaiting } from './agreement.js';

const AT = new Date('2026-03-02T09:00:00Z');
const by = (byPerson: string, byRole: string): Signature => ({ byPerson, byRole, at: AT });
const director = by('p_d', 'director');
const chair = by('p_c', 'or_chair');
const secretary = by('p_s', 'or_secretary');

describe('an agreement', () => {
  it('is recorded by the director and two officers, in whatever order, and by no fewer', () => {
    for (const all of [
      [director, chair, secretary],
      [secretary, director, chair],
      [chair, secretary, director],
    ])
      expect(isRecorded(all)).toBe(true);
    for (const few of [[], [director], [chair, secretary], [director, chair], [director, by('p_e', 'director'), chair]])
      expect(isRecorded(few)).toBe(false);
  });

  it('says for whom it waits', () => {
    expect(stillWaiting([])).toEqual({ director: 1, officers: 2 });
    expect(stillWaiting([chair])).toEqual({ director: 1, officers: 1 });
    expect(stillWaiting([director, chair, secretary])).toEqual({ director: 0, officers: 0 });
  });

  it('is recorded by nobody twice, and by no third of a side', () => {
    expect(keptFromSigning([chair], 'p_c', 'body')).toBe('agreement.recorded-by-you');
    expect(keptFromSigning([chair, secretary], 'p_x', 'body')).toBe('agreement.side-done');
    expect(keptFromSigning([director], 'p_e', 'employer')).toBe('agreement.side-done');
    expect(keptFromSigning([director, chair], 'p_s', 'body')).toBeNull();
  });

  it('has the director on the one side and the officers of the body that is there on the other', () => {
    const sides = (body: 'or' | 'pvt') =>
      Object.fromEntries(ROLES.map((role) => [role, sideOf({ role }, body)]).filter(([, side]) => side));
    expect(sides('or')).toEqual({ director: 'employer', or_chair: 'body', or_secretary: 'body' });
    expect(sides('pvt')).toEqual({ director: 'employer', pvt_contact: 'body' });
  });

  it('shows what is proposed to the two sides only', () => {
    const readers = ROLES.filter((role) => seesProposals({ role }, 'or'));
    expect(readers).toEqual(['director', 'or_member', 'or_chair', 'or_secretary']);
  });

  it('names no group under five', () =>
    expect([4, 5, 100, 101, 7.5, Number.NaN].map(isSmallestGroup)).toEqual([false, true, true, false, false, false]));
});
