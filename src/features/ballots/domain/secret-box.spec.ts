import fc from 'fast-check';
import { BOX_BYTES, changedIn, codeOfPress, hashOfCode, MOST_CHOICES, packBox, type SecretChoice, unpackBox } from './secret-box.js';
import { CHOICES } from './vote.js';

const choices: fc.Arbitrary<SecretChoice[]> = fc.uniqueArray(
  fc.record({
    codeHash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    choice: fc.constantFrom(...CHOICES),
  }),
  { maxLength: 30, selector: ({ codeHash }) => codeHash },
);

describe('the box of a secret ballot', () => {
  it('is the same bytes in whatever order the votes came, and of one size', () => {
    const inTwoOrders = choices.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(inTwoOrders, ([all, otherwise]) => {
        const box = packBox(all);
        expect(packBox(otherwise)).toEqual(box);
        expect(box).toHaveLength(BOX_BYTES);
        expect([...unpackBox(box)]).toEqual([...all].sort((a, b) => (a.codeHash < b.codeHash ? -1 : 1)));
      }),
      { numRuns: 200 },
    );
  });
  it('takes no more than fit', () => {
    const one = { codeHash: '00'.repeat(32), choice: 'consent' } as const;
    expect(() => packBox(Array.from({ length: MOST_CHOICES + 1 }, () => one))).toThrow('at most 100');
  });
  it('changes the choice under a code, and none without it', () => {
    const [mine, other] = [hashOfCode('b1', 'AAAA'), hashOfCode('b1', 'BBBB')];
    const box = [{ codeHash: mine, choice: 'consent' } as const];
    expect(changedIn(box, { codeHash: mine, choice: 'no_consent' })).toEqual([{ codeHash: mine, choice: 'no_consent' }]);
    expect(changedIn(box, { codeHash: other, choice: 'no_consent' })).toBeNull();
    expect(hashOfCode('b2', 'AAAA')).not.toBe(mine);
  });
  it('gives one press of the button one code, of sixteen characters', () => {
    expect(codeOfPress('b1', 'i_1')).toBe(codeOfPress('b1', 'i_1'));
    expect(codeOfPress('b1', 'i_1')).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(codeOfPress('b1', 'i_2')).not.toBe(codeOfPress('b1', 'i_1'));
  });
});
