import fc from 'fast-check';
import { type Competence, competentLevel, CONFIRMING_ROLES, missingFrom } from './competence.js';

const at = new Date('2026-03-02T09:00:00Z');
const CLAIM: Competence = {
  id: 'k_1',
  level: 'cor',
  bodyName: 'COR',
  ground: 'Alle ondernemingen',
  reference: 'R',
  claimedBy: 'director',
  claimedRole: 'director',
  claimedAt: at,
  endedAt: null,
  confirmations: [],
};
const by = (byRole: string, byPerson: string) => ({ byRole, byPerson, at });
const ALL = [by('or_chair', 'a'), by('or_secretary', 'b'), by('group_officer', 'c')];

describe('which council is competent', () => {
  it('is the group council once chair, secretary and a group officer, three persons, said so', () => {
    expect(competentLevel([{ ...CLAIM, confirmations: ALL }])).toBe('cor');
    expect(competentLevel([{ ...CLAIM, level: 'gor', confirmations: ALL }])).toBe('gor');
    for (const missing of CONFIRMING_ROLES) {
      const confirmations = ALL.filter(({ byRole }) => byRole !== missing);
      expect([missingFrom({ ...CLAIM, confirmations }), competentLevel([{ ...CLAIM, confirmations }])]).toEqual([[missing], null]);
    }
  });

  it('is the local one when one person stands in two places, or who claimed it confirms it', () => {
    const twice = [by('or_chair', 'a'), by('or_secretary', 'b'), by('group_officer', 'a')];
    expect(competentLevel([{ ...CLAIM, confirmations: twice }])).toBeNull();
    expect(competentLevel([{ ...CLAIM, claimedBy: 'a', confirmations: ALL }])).toBeNull();
    expect(competentLevel([{ ...CLAIM, claimedBy: 'a', confirmations: [...ALL, by('or_chair', 'd')] }])).toBe('cor');
  });

  it('is the local one after a no, and without any claim', () => {
    expect(competentLevel([{ ...CLAIM, confirmations: ALL, endedAt: at }])).toBeNull();
    expect(competentLevel([])).toBeNull();
  });

  it('never is the group council on the word of fewer than three others', () => {
    const person = fc.constantFrom('director', 'a', 'b', 'c', 'd');
    const word = fc.record({
      byRole: fc.constantFrom(...CONFIRMING_ROLES, 'or_member', 'director'),
      byPerson: person,
      at: fc.constant(at),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), person, (confirmations, claimedBy) => {
        const others = new Set(confirmations.filter(({ byPerson }) => byPerson !== claimedBy).map(({ byPerson }) => byPerson));
        return competentLevel([{ ...CLAIM, claimedBy, confirmations }]) === null || others.size >= 3;
      }),
      { numRuns: 1000 },
    );
  });
});
