import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SettingsMistake } from '../config/index.js';
import { jwkOf, published, type PublishedJwk } from './jwk.js';
import { openKeptFile, refuseFile } from './kept-file.js';

export interface SigningKey {
  readonly key: KeyObject;
  readonly jwk: PublishedJwk;
  readonly since: Date;
}

const newPem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const keyIn = (path: string, pem: string): KeyObject => {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : refuseFile(path, 'an Ed25519 key', 'a key of another kind');
  } catch (error) {
    if (error instanceof SettingsMistake) throw error;
    return refuseFile(path, 'a private key in PEM form', 'something else');
  }
};

/** The key that signs leases. Made at the first start; from then on a file that others can read stops the start. */
export const openSigningKey = async (path: string): Promise<SigningKey> => {
  const { content, since } = await openKeptFile({ path, make: newPem });
  const key = keyIn(path, content);
  return { key, jwk: published(jwkOf(key)), since };
};
