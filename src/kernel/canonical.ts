import { hash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Canonical JSON (RFC 8785): sorted keys, no white space, `undefined` members left out. */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item as Json)).join(',')}]`;
  const members = Object.entries(value as { readonly [key: string]: Json | undefined })
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
};

/** `sha-256:` and the digest in base64url, of a text in UTF-8 or of bytes. */
export const sha256 = (content: string | Uint8Array): string => `sha-256:${hash('sha256', content, 'base64url')}`;

/** The fingerprint (controlecode) of a value: SHA-256 of its canonical JSON. */
export const fingerprint = (value: Json): string => sha256(canonicalJson(value));
