import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, link, mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crockford } from '../../kernel/ids.js';
import { SettingsMistake } from '../config/index.js';
import { jwkOf, published, type PublishedJwk } from './jwk.js';

export interface SigningKey {
  readonly key: KeyObject;
  readonly jwk: PublishedJwk;
  readonly since: Date;
}

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

const refuse = (path: string, expected: string, found: string): never => {
  throw new SettingsMistake([`COUNTERSIGN_KEY_FILE (${path}): expected ${expected}; found ${found}.`]);
};

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
const octal = (mode: number): string => `mode ${(mode & 0o777).toString(8).padStart(3, '0')}`;

/** Another process may start at the same moment: the first whole file stands. */
const create = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${crockford(12)}`;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    await writeFile(draft, pem, { mode: 0o600, flag: 'wx' });
    await chmod(draft, 0o600);
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const checkFolder = async (path: string): Promise<void> => {
  const folder = await stat(dirname(path));
  if ((folder.mode & OTHERS_WRITE) !== 0 && (folder.mode & STICKY) === 0)
    refuse(path, 'a folder that only its owner can write in', octal(folder.mode));
};

const read = async (path: string): Promise<SigningKey> => {
  await checkFolder(path);
  const file = await open(path, 'r');
  try {
    const { mode, uid, mtime } = await file.stat();
    if (uid !== process.getuid?.()) refuse(path, 'a file of the user that runs the application', 'a file of another user');
    if ((mode & OTHERS) !== 0) refuse(path, 'a file that only its owner can read (mode 600)', octal(mode));
    const key = keyIn(path, await file.readFile('utf8'));
    return { key, jwk: published(jwkOf(key)), since: mtime };
  } finally {
    await file.close();
  }
};

const keyIn = (path: string, pem: string): KeyObject => {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : refuse(path, 'an Ed25519 key', 'a key of another kind');
  } catch (error) {
    if (error instanceof SettingsMistake) throw error;
    return refuse(path, 'a private key in PEM form', 'something else');
  }
};

/** The key that signs leases. Made at the first start; from then on a file that others can read stops the start. */
export const openSigningKey = async (path: string): Promise<SigningKey> => {
  try {
    return await read(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await create(path);
    return read(path);
  }
};
