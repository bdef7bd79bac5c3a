import { rightToObject } from './right-to-object.js';

const resting = (...bases: (string | null)[]) => ({ purposes: bases.map((legalBasis) => ({ code: 'security', legalBasis })) });

describe('the right to object', () => {
  it.each([
    [['legitimate_interest'], true],
    [['public_task'], true],
    [['legal_obligation', 'public_task'], true],
    [['legal_obligation'], false],
    [['contract', 'consent', 'vital_interest'], false],
    [['legal_obligation', null], true],
    [['something else'], true],
    [[], true],
  ] as const)('against purposes resting on %j: %s', (bases, expected) => expect(rightToObject(resting(...bases))).toBe(expected));
  it('stands where the dossier has no purposes at all', () => expect(rightToObject({})).toBe(true));
});
