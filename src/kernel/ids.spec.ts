import { crockford, newId, newSecret, readCrockford } from './ids.js';

describe('random identifiers', () => {
  it('are of the length that was asked, and never the same', () => {
    const ids = Array.from({ length: 20_000 }, () => newId('t'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 100)) expect(id).toMatch(/^t_[0-9A-HJKMNP-TV-Z]{16}$/);
    for (const bytes of [1, 16, 32, 4096]) expect(Buffer.from(newSecret(bytes), 'base64url')).toHaveLength(bytes);
    expect(() => newSecret(4097)).toThrow('Expected: at most 4096');
  });

  it('use every character about as often', () => {
    const counts = new Map<string, number>();
    for (const char of crockford(4096) + crockford(4096) + crockford(4096) + crockford(4096)) counts.set(char, (counts.get(char) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 512 are expected of each; the chance of less than 350 or more than 700 is below one in 10^10.
    for (const [char, count] of counts) expect([char, count > 350 && count < 700]).toEqual([char, true]);
  });

  it('are read as people type them', () => expect(readCrockford('oil4-7qx2 mr')).toBe('01147QX2MR'));
});
