import { endOf, keyIn, stateOfKey } from './api-keys.js';

const KEY = `ck_${'a'.repeat(43)}`;
const NOW = new Date('2026-03-05T09:00:00Z');

describe('a key in a request', () => {
  it('is what stands behind Bearer', () => {
    expect([keyIn(`Bearer ${KEY}`), keyIn(`bearer ${KEY}`)]).toEqual([KEY, KEY]);
  });
  it.each([undefined, '', KEY, `Basic ${KEY}`, `Bearer ${KEY}x`, `Bearer ${KEY} `, `Bearer x${KEY}`, 'Bearer ck_short', `DPoP ${KEY}`])(
    'is not found in %s',
    (header) => expect(keyIn(header)).toBeNull(),
  );
});

describe('a key', () => {
  const expiresAt = endOf(NOW, 30);
  it('works until the instant it ends', () => {
    expect(expiresAt.toISOString()).toBe('2026-04-04T09:00:00.000Z');
    expect(stateOfKey({ expiresAt, revokedAt: null }, new Date(expiresAt.getTime() - 1))).toBe('works');
    expect(stateOfKey({ expiresAt, revokedAt: null }, expiresAt)).toBe('expired');
  });
  it('is over when it was taken back', () => expect(stateOfKey({ expiresAt, revokedAt: NOW }, NOW)).toBe('revoked'));
});
