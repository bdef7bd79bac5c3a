import { readySodium } from './sodium.js';

/** Two halves of one key (X25519): anyone seals with the public half, only the secret half opens. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

export const newKeyPair = async (): Promise<KeyPair> => {
  const { publicKey, privateKey } = (await readySodium()).crypto_box_keypair();
  return { publicKey, secretKey: privateKey };
};

/** Seals for whoever holds the secret half. Nobody else can open it, not even whoever sealed it. */
export const sealTo = async (publicKey: Uint8Array, plain: Uint8Array): Promise<Buffer> =>
  Buffer.from((await readySodium()).crypto_box_seal(plain, publicKey));

/** Null when it was sealed for another key, or a bit was changed. */
export const openWith = async ({ publicKey, secretKey }: KeyPair, sealed: Uint8Array): Promise<Buffer | null> => {
  const sodium = await readySodium();
  try {
    return Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, secretKey));
  } catch {
    return null;
  }
};

/** What is sealed, what it is, and in steps of how many bytes its size may show. */
export interface Content {
  readonly plain: Uint8Array;
  /** What it belongs to: sealed for one place, it opens in no other. */
  readonly place: string;
  readonly step: number;
}

/** XChaCha20-Poly1305 under a key of 32 bytes. The size tells no more than how many steps it fills. */
export const encrypt = async (key: Uint8Array, { plain, place, step }: Content): Promise<Buffer> => {
  const sodium = await readySodium();
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const padded = sodium.pad(plain, step);
  return Buffer.concat([nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, place, null, nonce, key)]);
};

/** Null when the key, the place or a bit is another. */
export const decrypt = async (key: Uint8Array, sealed: Uint8Array, { place, step }: Omit<Content, 'plain'>): Promise<Buffer | null> => {
  const sodium = await readySodium();
  const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  try {
    const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(nonceBytes),
      place,
      sealed.subarray(0, nonceBytes),
      key,
    );
    return Buffer.from(sodium.unpad(padded, step));
  } catch {
    return null;
  }
};
