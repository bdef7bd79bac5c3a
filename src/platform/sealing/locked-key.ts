import { hashRaw } from '@node-rs/argon2';
import { newSecret } from '../../kernel/ids.js';
import { decrypt, encrypt, type KeyPair } from './boxes.js';

/** What a guess at the secret costs. */
export interface Cost {
  readonly memoryKib: number;
  readonly passes: number;
}
/** A secret half that only its owner's own secret opens. */
export interface LockedKey {
  readonly publicKey: Uint8Array;
  readonly locked: Uint8Array;
  readonly salt: string;
  readonly cost: Cost;
}

const STEP = 32;
const place = (publicKey: Uint8Array): string => `secret half of ${Buffer.from(publicKey).toString('base64url')}`;

const keyFrom = (secret: string, salt: string, { memoryKib, passes }: Cost): Promise<Buffer> =>
  hashRaw(secret.normalize('NFKC'), { salt: Buffer.from(salt, 'base64url'), memoryCost: memoryKib, timeCost: passes, parallelism: 1 });

/** Argon2id makes the lock's key from the secret, which is kept nowhere. */
export const lockKey = async ({ publicKey, secretKey }: KeyPair, secret: string, cost: Cost): Promise<LockedKey> => {
  const salt = newSecret(16);
  const locked = await encrypt(await keyFrom(secret, salt, cost), { plain: secretKey, place: place(publicKey), step: STEP });
  return { publicKey, locked, salt, cost };
};

/** Null when the secret is another one. */
export const unlockKey = async ({ publicKey, locked, salt, cost }: LockedKey, secret: string): Promise<KeyPair | null> => {
  const secretKey = await decrypt(await keyFrom(secret, salt, cost), locked, { place: place(publicKey), step: STEP });
  return secretKey && { publicKey, secretKey };
};
