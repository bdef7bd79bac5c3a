/** What travels between server and agents, and nothing that only a server needs: the guard loads no more than this. */
export { writeProof } from './dpop.js';
export { jwkOf, thumbprint, type PublishedJwk } from './jwk.js';
export { isInSample, slotOf } from './lease-grid.js';
export { faultOfLease, LEASE_AUDIENCE, SKEW_SECONDS, type LeaseClaims } from './lease-token.js';
