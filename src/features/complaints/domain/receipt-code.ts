import { hkdfSync } from 'node:crypto';
import { crockford, readCrockford } from '../../../kernel/ids.js';

const LENGTH = 26;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 130 bits of chance: whoever has it reads the case, and nothing that is kept leads to it. */
export const newReceiptCode = (): string => crockford(LENGTH);

/** A code as typed, with or without dashes; null when it cannot be one. */
export const readReceiptCode = (typed: string): string | null => {
  const code = readCrockford(typed);
  return code.length === LENGTH && /^[0-9A-HJKMNP-TV-Z]*$/.test(code) ? code : null;
};

/** In groups of four, as people write it down. */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** What is typed back to show that the code was written down. */
export const lastFour = (code: string): string => code.slice(-4);

const derive = (code: string, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', code, 'countersign complaint', purpose, bytes));

const ID_BYTES = 10;
/** Sixteen characters that follow from the code, and do not lead back to it. */
export const caseIdOf = (code: string): string => {
  const bits = [...derive(code, 'id', ID_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return `k_${(bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')}`;
};

/** Everything of the case is sealed with this. */
export const caseKeyOf = (code: string): Buffer => derive(code, 'key', 32);
/** Mixed into what the receipt says of the text, so that nobody can guess a short text from it. */
export const receiptSaltOf = (code: string): string => derive(code, 'receipt', 16).toString('base64url');
