import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical.js';
import { fromBase64url, toBase64url } from './base64url.js';

const KEY_BYTES = 32;

/** An Ed25519 public key as a JSON Web Key (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** A published key: JWKS (RFC 7517). */
export interface PublishedJwk extends PublicJwk {
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/** The public key in what came in; null when it is of another kind, malformed, or carries a private part. */
export const readPublicJwk = (value: unknown): PublicJwk | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { kty, crv, x, d } = value as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || d !== undefined) return null;
  return fromBase64url(x)?.length === KEY_BYTES ? { kty, crv, x } : null;
};

/** RFC 7638: the SHA-256 of the required members in canonical JSON. */
export const thumbprint = ({ crv, kty, x }: PublicJwk): string =>
  toBase64url(createHash('sha256').update(canonicalJson({ crv, kty, x })).digest());

export const keyOf = ({ kty, crv, x }: PublicJwk): KeyObject => createPublicKey({ key: { kty, crv, x }, format: 'jwk' });

export const jwkOf = (key: KeyObject): PublicJwk => {
  const jwk = readPublicJwk({ ...(key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }) });
  if (!jwk) throw new Error('Expected: an Ed25519 key. Found: another kind of key.');
  return jwk;
};

export const published = (jwk: PublicJwk): PublishedJwk => ({ ...jwk, kid: thumbprint(jwk), use: 'sig', alg: 'EdDSA' });
