import { sign, verify, type KeyObject } from 'node:crypto';
import { fromBase64url, isBase64url, toBase64url } from './base64url.js';

/** The one algorithm that is written and taken: Ed25519 (RFC 8037). RFC 9864 calls it `Ed25519`; agents know it under this name. */
const ALGORITHM = 'EdDSA';

const LONGEST = 16_384;

export interface Jws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signed: string;
  /** As it stands there, in base64url. */
  readonly signature: string;
}

const readObject = (part: string): Readonly<Record<string, unknown>> | null => {
  const bytes = fromBase64url(part);
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

const MOST = 20_000;
const LONGEST_KEPT = 400;
const headers = new Map<string, Readonly<Record<string, unknown>>>();

/** A header, read once: whoever signs comes back with the same one every few minutes. What it says is no more to be believed for that. */
const readHeader = (part: string): Readonly<Record<string, unknown>> | null => {
  const known = headers.get(part);
  if (known) return known;
  const header = readObject(part);
  if (!header || part.length > LONGEST_KEPT) return header;
  if (headers.size >= MOST) headers.clear();
  // A copy: a part of a token would keep all of the token with it.
  headers.set(Buffer.from(part).toString('latin1'), header);
  return header;
};

/** A compact JWS taken apart; null for anything else. Nothing in it is to be believed before `isSignedBy` says so. */
export const readJws = (token: string): Jws | null => {
  if (token.length > LONGEST) return null;
  const parts = token.split('.');
  const [head = '', body = '', signature = ''] = parts;
  const header = readHeader(head);
  const claims = readObject(body);
  if (parts.length !== 3 || !header || !claims || !isBase64url(signature)) return null;
  return { header, claims, signed: token.slice(0, -signature.length - 1), signature };
};

/** Exactly one algorithm is taken, whatever a header asks for. */
export const isOurAlgorithm = ({ header }: Jws): boolean => header['alg'] === ALGORITHM;

/** The algorithm is ours, and nothing critical is asked that we do not know. */
export const asksNothingElse = (jws: Jws): boolean => isOurAlgorithm(jws) && jws.header['crit'] === undefined;

/** True when the algorithm is ours, nothing critical is asked that we do not know, and the key signed it. */
export const isSignedBy = (jws: Jws, key: KeyObject): boolean =>
  asksNothingElse(jws) &&
  key.asymmetricKeyType === 'ed25519' &&
  verify(null, Buffer.from(jws.signed), key, Buffer.from(jws.signature, 'base64url'));

/** A header as it stands in a JWS. */
export const headerOf = (header: Readonly<Record<string, unknown>>): string => toBase64url(JSON.stringify({ ...header, alg: ALGORITHM }));

const toSign = (header: Readonly<Record<string, unknown>>, claims: object): string =>
  `${headerOf(header)}.${toBase64url(JSON.stringify(claims))}`;

export const writeJws = (header: Readonly<Record<string, unknown>>, claims: object, key: KeyObject): string => {
  const signed = toSign(header, claims);
  return `${signed}.${toBase64url(sign(null, Buffer.from(signed), key))}`;
};
