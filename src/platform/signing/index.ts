export { type AlikeClaims, AlikeLeases, type OwnClaims } from './alike-leases.js';
export { keyOfProof, type OpenedProof, verifyProof, writeProof, type Proof, type ProofExpectation } from './dpop.js';
export { jwkOf, published, readPublicJwk, thumbprint, type PublicJwk, type PublishedJwk } from './jwk.js';
export { openSigningKey, type SigningKey } from './key-file.js';
export {
  JWKS_MAX_AGE_SECONDS,
  type KeyState,
  type OpenKey,
  publishedKeys,
  type RingKey,
  keptUntil,
  signingKey,
  stateOfKey,
} from './key-ring.js';
export { dropKey, forgetKeys, makeRing, openRing, planNextKey } from './key-ring-files.js';
export { isSignedBy, readJws, writeJws } from './jws.js';
export { isInSample } from './lease-grid.js';
export { faultOfLease, LEASE_AUDIENCE, signLease, type LeaseClaims, type LeaseExpectation } from './lease-token.js';
export { openProofApart } from './open-proof-apart.js';
export { openSealKey, seal, unseal, type SealKey } from './seal.js';
