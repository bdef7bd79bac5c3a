import { randomFillSync, randomInt } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes, drawn many at a time: to ask for a few takes as long. */
const drawn = Buffer.alloc(4096);
let used = drawn.length;

/** What `write` makes of `count` random bytes, at most as many as are drawn; nothing is left of them. */
const ofRandom = (count: number, write: (bytes: Buffer) => string): string => {
  if (count > drawn.length) throw new Error(`Expected: at most ${drawn.length} random bytes at a time. Found: ${count}.`);
  if (used + count > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = drawn.subarray(used, used + count);
  used += count;
  const written = write(bytes);
  bytes.fill(0);
  return written;
};

const inCrockford = (bytes: Buffer): string => {
  let text = '';
  for (const byte of bytes) text += CROCKFORD[byte & 31];
  return text;
};

/** `length` random characters of Crockford's base 32 (5 bits each). */
export const crockford = (length: number): string => ofRandom(length, inCrockford);

/** What a person typed as a Crockford code, as it was written out: no spaces or dashes, I and L read as 1, O as 0. */
export const readCrockford = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

/** A random identifier with a prefix that names its kind: `t_4K7QX2MRD49T` (60 bits or more). */
export const newId = (prefix: string): string => `${prefix}_${crockford(16)}`;

/** A random secret of `bytes` bytes, base64url. */
export const newSecret = (bytes = 32): string => ofRandom(bytes, (found) => found.toString('base64url'));

/** A number from 0 up to 1, for spreading what many would do at once. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/** A reference shown to people after an act: `7QX4-M2KP`. Random, never a place in a list. */
export const newReference = (): string => `${crockford(4)}-${crockford(4)}`;
