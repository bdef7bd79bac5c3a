import { createHash } from 'node:crypto';
import { CHOICES, type Choice } from './vote.js';

/** A choice in a secret ballot. The hash of its change code is all it is known by. */
export interface SecretChoice {
  readonly codeHash: string;
  readonly choice: Choice;
}

const HASH_BYTES = 32;
const SLOT = HASH_BYTES + 1;
/** More than any council and its deputies. */
export const MOST_CHOICES = 100;
/** The same for an empty ballot and a full one. */
export const BOX_BYTES = 2 + MOST_CHOICES * SLOT;

/** Always sorted by hash and always of one size: neither order nor length tells who voted when, or how many did. */
export const packBox = (choices: readonly SecretChoice[]): Buffer => {
  if (choices.length > MOST_CHOICES) throw new Error(`Expected: at most ${MOST_CHOICES} choices. Found: ${choices.length}.`);
  const box = Buffer.alloc(BOX_BYTES);
  box.writeUInt16BE(choices.length, 0);
  [...choices]
    .sort((a, b) => (a.codeHash < b.codeHash ? -1 : 1))
    .forEach(({ codeHash, choice }, at) => {
      Buffer.from(codeHash, 'hex').copy(box, 2 + at * SLOT);
      box.writeUInt8(CHOICES.indexOf(choice), 2 + at * SLOT + HASH_BYTES);
    });
  return box;
};

export const unpackBox = (box: Buffer): readonly SecretChoice[] =>
  Array.from({ length: box.readUInt16BE(0) }, (_, at) => {
    const from = 2 + at * SLOT;
    return {
      codeHash: box.subarray(from, from + HASH_BYTES).toString('hex'),
      choice: CHOICES[box.readUInt8(from + HASH_BYTES)] ?? 'abstention',
    };
  });

/** What a choice is known by: never the code itself. */
export const hashOfCode = (ballotId: string, code: string): string =>
  createHash('sha256').update(`countersign.change-code|${ballotId}|${code}`).digest('hex');

/** The choice under this hash becomes this one; null when nobody voted with that code. */
export const changedIn = (box: readonly SecretChoice[], { codeHash, choice }: SecretChoice): readonly SecretChoice[] | null =>
  box.some((one) => one.codeHash === codeHash) ? box.map((one) => (one.codeHash === codeHash ? { codeHash, choice } : one)) : null;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;

const lettersOf = (ballotId: string, pressKey: string, purpose: string, length: number): string => {
  const digest = createHash('sha256').update(`countersign.${purpose}|${ballotId}|${pressKey}`).digest();
  return Array.from({ length }, (_, at) => CROCKFORD[(digest[at] ?? 0) % 32]).join('');
};

/** The change code that one press of the button gives: pressed twice, the voter reads the same code, though it is kept nowhere. */
export const codeOfPress = (ballotId: string, pressKey: string): string => lettersOf(ballotId, pressKey, 'code-of-press', CODE_LENGTH);
/** The reference in the log, which tells nothing of the code. */
export const referenceOfPress = (ballotId: string, pressKey: string): string =>
  lettersOf(ballotId, pressKey, 'reference-of-press', 8).replace(/^(.{4})/, '$1-');
