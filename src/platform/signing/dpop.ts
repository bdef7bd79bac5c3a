import { createHash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { toBase64url } from './base64url.js';
import { isSignedBy, readJws, writeJws } from './jws.js';
import { jwkOf, keyOf, readPublicJwk, thumbprint } from './jwk.js';
import { SKEW_SECONDS } from './lease-token.js';

const TYPE = 'dpop+jwt';
const LONGEST_ID = 128;

export interface ProofExpectation {
  /** The thumbprint of the key that was enrolled. */
  readonly thumbprint: string;
  readonly method: string;
  /** The address as agents know it; its query does not count. */
  readonly url: string;
  readonly now: Date;
  /** The token that the request carries: the proof must name it (RFC 9449, 7). */
  readonly token?: string;
}

export type Proof = { readonly ok: true; readonly jti: string } | { readonly ok: false };
const REFUSED: Proof = { ok: false };

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const tokenHash = (token: string): string => toBase64url(createHash('sha256').update(token).digest());

const addressOf = (url: unknown): string | null => {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { origin, pathname, username, password } = new URL(url);
  return username || password ? null : origin + pathname;
};

const isFresh = (iat: unknown, now: Date): boolean =>
  typeof iat === 'number' && Number.isFinite(iat) && Math.abs(now.getTime() / 1000 - iat) <= SKEW_SECONDS;

/** Whether whoever asks holds the enrolled key, and asks exactly this, now (RFC 9449, 4.3). That its `jti` is new is the caller's to see to. */
export const verifyProof = (proof: unknown, expected: ProofExpectation): Proof => {
  const jws = typeof proof === 'string' ? readJws(proof) : null;
  if (!jws || jws.header['typ'] !== TYPE) return REFUSED;
  const jwk = readPublicJwk(jws.header['jwk']);
  if (!jwk || !same(thumbprint(jwk), expected.thumbprint) || !isSignedBy(jws, keyOf(jwk))) return REFUSED;
  const { htm, htu, iat, jti } = jws.claims;
  if (htm !== expected.method || addressOf(htu) === null || addressOf(htu) !== addressOf(expected.url)) return REFUSED;
  if (!isFresh(iat, expected.now)) return REFUSED;
  if (expected.token !== undefined && jws.claims['ath'] !== tokenHash(expected.token)) return REFUSED;
  return typeof jti === 'string' && jti.length > 0 && jti.length <= LONGEST_ID ? { ok: true, jti } : REFUSED;
};

/** The proof that an agent makes for one request. */
export const writeProof = (
  request: { readonly method: string; readonly url: string; readonly jti: string; readonly now: Date; readonly token?: string },
  key: KeyObject,
): string => {
  const { method, url, jti, now, token } = request;
  const named = token === undefined ? {} : { ath: tokenHash(token) };
  return writeJws({ typ: TYPE, jwk: jwkOf(key) }, { htm: method, htu: url, jti, iat: Math.floor(now.getTime() / 1000), ...named }, key);
};

/** The thumbprint of the key that a proof was made with, before anything in it is believed; null: it is no proof. */
export const keyOfProof = (proof: unknown): string | null => {
  const jwk = typeof proof === 'string' ? readPublicJwk(readJws(proof)?.header['jwk']) : null;
  return jwk ? thumbprint(jwk) : null;
};
