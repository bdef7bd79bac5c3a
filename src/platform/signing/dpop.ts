import { createHash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { toBase64url } from './base64url.js';
import { isSignedBy, type Jws, readJws, writeJws } from './jws.js';
import { jwkOf, keyOf, type PublicJwk, readPublicJwk, thumbprint } from './jwk.js';
import { SKEW_SECONDS } from './lease-token.js';

const TYPE = 'dpop+jwt';
const LONGEST_ID = 128;
/** As far as every system in which it is remembered can hold it. */
const VISIBLE = /^[\x20-\x7e]+$/;

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
/** A proof that holds by itself: whoever made it has this key, for this request, now. Whose key it is, is the caller's to see to. */
export interface OpenedProof {
  readonly thumbprint: string;
  readonly jti: string;
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const tokenHash = (token: string): string => toBase64url(createHash('sha256').update(token).digest());

const addressOf = (url: unknown): string | null => {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { origin, pathname, username, password } = new URL(url);
  return username || password ? null : origin + pathname;
};

/** An address that is written as ours is need not be taken apart. */
const isAt = (htu: unknown, url: string): boolean => htu === url || (addressOf(htu) !== null && addressOf(htu) === addressOf(url));

const isFresh = (iat: unknown, now: Date): boolean =>
  typeof iat === 'number' && Number.isFinite(iat) && Math.abs(now.getTime() / 1000 - iat) <= SKEW_SECONDS;

export type ProofRequest = Omit<ProofExpectation, 'thumbprint'>;
interface Unproven {
  readonly jws: Jws;
  readonly jwk: PublicJwk;
  readonly jti: string;
}
/** A proof for this request as far as can be seen without its signature. */
export const readProof = (proof: unknown, expected: ProofRequest): Unproven | null => {
  const jws = typeof proof === 'string' ? readJws(proof) : null;
  if (!jws || jws.header['typ'] !== TYPE) return null;
  const jwk = readPublicJwk(jws.header['jwk']);
  if (!jwk) return null;
  const { htm, htu, iat, jti, ath } = jws.claims;
  if (htm !== expected.method || !isAt(htu, expected.url)) return null;
  if (!isFresh(iat, expected.now)) return null;
  if (expected.token !== undefined && ath !== tokenHash(expected.token)) return null;
  return typeof jti === 'string' && jti.length <= LONGEST_ID && VISIBLE.test(jti) ? { jws, jwk, jti } : null;
};

/** What a proof says, when it holds by itself (RFC 9449, 4.3); null otherwise. That its `jti` is new is the caller's to see to. */
const openProof = (proof: unknown, expected: ProofRequest): OpenedProof | null => {
  const read = readProof(proof, expected);
  return read && isSignedBy(read.jws, keyOf(read.jwk)) ? { thumbprint: thumbprint(read.jwk), jti: read.jti } : null;
};

/** Whether whoever asks holds the enrolled key, and asks exactly this, now. */
export const verifyProof = (proof: unknown, expected: ProofExpectation): Proof => {
  const opened = openProof(proof, expected);
  return opened && same(opened.thumbprint, expected.thumbprint) ? { ok: true, jti: opened.jti } : { ok: false };
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
