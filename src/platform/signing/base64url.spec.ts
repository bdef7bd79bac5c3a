import fc from 'fast-check';
import { fromBase64url, toBase64url } from './base64url.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const inAlphabet = fc.string({ unit: fc.constantFrom(...ALPHABET.split('')), maxLength: 12 });

describe('base64url', () => {
  it('reads exactly what it writes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => fromBase64url(toBase64url(bytes))?.equals(bytes) === true));
  });

  it('takes a text only when its bytes are written so', () => {
    fc.assert(
      fc.property(inAlphabet, (text) => {
        const bytes = Buffer.from(text, 'base64url');
        expect(fromBase64url(text)).toEqual(bytes.toString('base64url') === text ? bytes : null);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes every end that needs no spare bits, and no other', () => {
    for (const length of [2, 3])
      for (const last of ALPHABET) {
        const text = 'A'.repeat(length - 1) + last;
        expect([text, fromBase64url(text) !== null]).toEqual([text, Buffer.from(text, 'base64url').toString('base64url') === text]);
      }
  });

  it('takes no padding, white space or other letters', () => {
    for (const text of ['AA==', 'AA=', ' AA', 'AA\n', 'A+/A', 'é', 'A']) expect([text, fromBase64url(text)]).toEqual([text, null]);
  });
});
