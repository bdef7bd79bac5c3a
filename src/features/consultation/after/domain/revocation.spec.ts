import { type RevocationFacts, type TypedRevocation, whyNotRevoked } from './revocation.js';

const FACTS: RevocationFacts = {
  conditions: [
    { id: 'c_kept', kept: true },
    { id: 'c_broken', kept: false },
  ],
  endsOn: '2026-09-01',
  newerVersion: null,
  words: ['Stijgt het ziekteverzuim boven 6 procent, dan trekken wij de instemming in.'],
  today: '2026-09-01',
};
const code = (typed: Partial<TypedRevocation>, facts: Partial<RevocationFacts> = {}): string | null =>
  whyNotRevoked({ ground: 'other', explanation: 'x', conditionId: null, namedWords: null, ...typed }, { ...FACTS, ...facts })?.code ?? null;

describe('a consent is taken back', () => {
  it('on a broken condition, not on one that is kept or on none', () => {
    expect(code({ ground: 'condition_breached', conditionId: 'c_broken' })).toBeNull();
    expect(code({ ground: 'condition_breached', conditionId: 'c_kept' })).toBe('revocation.no-breach');
    expect(code({ ground: 'condition_breached', conditionId: 'c_unknown' })).toBe('revocation.condition-missing');
    expect(code({ ground: 'condition_breached' })).toBe('revocation.condition-missing');
  });
  it('after its last day, not on it', () => {
    expect(code({ ground: 'expired' }, { today: '2026-09-02' })).toBeNull();
    expect(code({ ground: 'expired' })).toBe('revocation.not-expired');
    expect(code({ ground: 'expired' }, { endsOn: null, today: '2099-01-01' })).toBe('revocation.not-expired');
  });
  it('when what runs is to change, not when nothing changes', () => {
    expect(code({ ground: 'material_change' }, { newerVersion: 2 })).toBeNull();
    expect(code({ ground: 'material_change' })).toBe('revocation.no-change');
  });
  it('when both sides agree on it', () => expect(code({ ground: 'renegotiated' })).toBeNull());
  it('on a ground that the consent names, in its own words', () => {
    expect(code({ ground: 'named', namedWords: 'stijgt het ziekteverzuim  boven 6 procent' })).toBeNull();
    expect(code({ ground: 'named', namedWords: 'als wij van mening veranderen' })).toBe('revocation.not-named');
    expect(code({ ground: 'named', namedWords: 'dan' })).toBe('revocation.not-named');
    expect(code({ ground: 'named' })).toBe('revocation.not-named');
  });
  it('on no other ground', () => expect(code({ ground: 'other' })).toBe('revocation.other-ground'));
});
