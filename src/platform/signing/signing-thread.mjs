// A thread that does nothing but look at signatures and sign (signing-thread.ts). What it is sent it answers whole and in order.
import { createPublicKey, sign, verify } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

const MOST = 20_000;
/** Public keys that came before, read once: an agent comes back with its own every few minutes. */
const keys = new Map();

const keyOf = (x) => {
  const known = keys.get(x);
  if (known) return known;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  if (keys.size >= MOST) keys.clear();
  keys.set(x, key);
  return key;
};

/** What cannot be looked at did not hold; it is nobody else's trouble. */
const holds = ({ text, x, signature }) => {
  try {
    return verify(null, Buffer.from(text), keyOf(x), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};

parentPort.on('message', ({ checks, orders }) => {
  const held = checks.map(holds);
  const signatures = orders.map(({ key, begun, ends }) =>
    ends.map((end) => sign(null, Buffer.from(begun + end), key).toString('base64url')),
  );
  parentPort.postMessage({ held, signatures });
});
