// A thread that does nothing but look at signatures and sign (signing-thread.ts). What it is sent it answers whole and in order.
import { parentPort } from 'node:worker_threads';
import sodium from 'sodium-native';

const bytesOf = (text) => Buffer.from(text, 'base64url');

/** What cannot be looked at did not hold; it is nobody else's trouble. */
const holds = (x, text, signature) => {
  try {
    return sodium.crypto_sign_verify_detached(bytesOf(signature), Buffer.from(text), bytesOf(x));
  } catch {
    return false;
  }
};

/** `checks`: a key, a text and a signature in turn. */
const lookAt = (checks) => {
  const held = [];
  for (let at = 0; at < checks.length; at += 3) held.push(holds(checks[at], checks[at + 1], checks[at + 2]));
  return held;
};

const signAll = ({ key, begun, ends }) => {
  const seed = bytesOf(key.export({ format: 'jwk' }).d);
  const secret = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES), secret, seed);
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
  const signatures = ends.map((end) => {
    sodium.crypto_sign_detached(signature, Buffer.from(begun + end), secret);
    return signature.toString('base64url');
  });
  for (const bytes of [seed, secret]) bytes.fill(0);
  return signatures;
};

parentPort.on('message', ({ checks, orders }) => parentPort.postMessage({ held: lookAt(checks), signatures: orders.map(signAll) }));
