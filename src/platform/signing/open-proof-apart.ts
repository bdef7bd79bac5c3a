import { type OpenedProof, type ProofRequest, readProof } from './dpop.js';
import { asksNothingElse } from './jws.js';
import { type PublicJwk, thumbprint } from './jwk.js';
import { signingThread } from './signing-thread.js';

const MOST = 20_000;
const known = new Map<string, string>();

/** The thumbprints of keys that came before: an agent comes back with its own every few minutes. Whether a key is enrolled is asked each time. */
const thumbprintOf = (jwk: PublicJwk): string => {
  const before = known.get(jwk.x);
  if (before !== undefined) return before;
  const name = thumbprint(jwk);
  if (known.size >= MOST) known.clear();
  known.set(jwk.x, name);
  return name;
};

/** What a proof says, when it holds by itself, its signature looked at on another thread; null otherwise. That its `jti` is new is the caller's to see to. */
export const openProofApart = async (proof: unknown, expected: ProofRequest): Promise<OpenedProof | null> => {
  const read = readProof(proof, expected);
  if (!read || !asksNothingElse(read.jws)) return null;
  const { jws, jwk, jti } = read;
  return (await signingThread.check(jwk.x, jws.signed, jws.signature)) ? { thumbprint: thumbprintOf(jwk), jti } : null;
};
