import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { newSecret } from '../../kernel/ids.js';
import { openKeptFile, refuseFile } from './kept-file.js';

/** What seals values in the database. It is kept outside the database: a copy of the database alone opens nothing. */
export type SealKey = Buffer;

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Made at the first start, beside the key that signs leases. */
export const openSealKey = async (path: string): Promise<SealKey> => {
  const { content } = await openKeptFile({ path, make: () => newSecret(KEY_BYTES) });
  const key = Buffer.from(content.trim(), 'base64url');
  return key.length === KEY_BYTES ? key : refuseFile(path, `${KEY_BYTES} bytes in base64url`, `${key.length} bytes`);
};

const keyFor = (key: SealKey, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES));

/** AES-256-GCM under a key of its own for each purpose: a value sealed for one opens for no other. */
export const seal = (key: SealKey, purpose: string, plain: Buffer): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, purpose), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Null when the key is another one, or a bit was changed. */
export const unseal = (key: SealKey, purpose: string, sealed: Buffer): Buffer | null => {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, purpose), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
};
