import { caseIdOf, caseKeyOf, inGroups, lastFour, newReceiptCode, readReceiptCode, receiptSaltOf } from './receipt-code.js';

const CODE = 'K7QM2XRD9TPA4HWEN3VB00ZZ1A';

describe('the code of a receipt', () => {
  it('has 26 characters of 5 bits, and is another each time', () => {
    const codes = Array.from({ length: 500 }, newReceiptCode);
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
  it('is shown in groups and read back from them, also with letters for figures', () => {
    expect(inGroups(CODE)).toBe('K7QM-2XRD-9TPA-4HWE-N3VB-00ZZ-1A');
    expect(lastFour(CODE)).toBe('ZZ1A');
    for (const typed of [
      inGroups(CODE),
      CODE.toLowerCase(),
      `  ${inGroups(CODE).replaceAll('-', ' ')} `,
      CODE.replace('00', 'oO').replace('1A', 'lA'),
    ])
      expect(readReceiptCode(typed)).toBe(CODE);
  });
  it.each(['', CODE.slice(1), `${CODE}0`, `${CODE.slice(0, 25)}U`, `${CODE.slice(0, 25)}é`])('%s is none', (typed) =>
    expect(readReceiptCode(typed)).toBeNull(),
  );
  it('gives an id, a key and a salt that differ for each code and from each other', () => {
    const other = `${CODE.slice(0, 25)}B`;
    expect(caseIdOf(CODE)).toMatch(/^k_[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(caseIdOf(CODE)).toBe(caseIdOf(CODE));
    expect(caseIdOf(other)).not.toBe(caseIdOf(CODE));
    expect(caseKeyOf(CODE)).toHaveLength(32);
    expect(caseKeyOf(other)).not.toEqual(caseKeyOf(CODE));
    expect(caseKeyOf(CODE).toString('base64url')).not.toContain(receiptSaltOf(CODE));
  });
});
