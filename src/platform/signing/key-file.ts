import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SettingsMistake } from '../config/index.js';
import { jwkOf, published, type PublishedJwk } from './jwk.js';
import { openKeptFile, openMadeFile, refuseFile } from './kept-file.js';

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

const signingKeyIn = (path: string, { content, since }: { content: string; since: Date }): SigningKey => {
  const key = keyIn(path, content);
  return { key, jwk: published(jwkOf(key)), since };
};

/** The key that signs leases. Made at the first start; from then on a file that others can read stops the start. */
export const openSigningKey = async (path: string): Promise<SigningKey> => signingKeyIn(path, await openKeptFile({ path, make: newPem }));

/** One that was made before. None is made in its place: what vanished stops the signing, and nobody signs on with a key that no one decided on. */
export const readSigningKey = async (path: string): Promise<SigningKey> => signingKeyIn(path, await openMadeFile(path));
