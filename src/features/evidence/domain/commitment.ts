import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type Json } from '../../../kernel/canonical.js';

/** What a commitment hides: the canonical JSON and the 32 random bytes that it was made with. Without both, nobody can tell what was meant. */
export interface Opening {
  readonly salt: Buffer;
  readonly payload: string;
}

/** `hmac-sha256:` and the HMAC in base64url, keyed with the salt, over the canonical payload. */
export const commitmentTo = ({ salt, payload }: Opening): string =>
  `hmac-sha256:${createHmac('sha256', salt).update(payload).digest('base64url')}`;

export interface LeafParts {
  /** To the second, `2026-03-05T09:00:00Z`. */
  readonly at: string;
  readonly type: string;
  /** The tool's random pseudonym; left out when the act belongs to no tool. */
  readonly case?: string;
  /** A commitment to what was done. */
  readonly body: string;
  /** A commitment to who did it, apart, so that the person can be erased and the act stays provable. */
  readonly who?: string;
}

/** The bytes of an entry: canonical JSON with ASCII keys, strings and one integer. */
export const leafOf = (parts: LeafParts): Buffer => Buffer.from(canonicalJson({ ...parts, v: 1 }), 'utf8');

/** RFC 6962: SHA-256 of a zero byte and the entry. */
export const leafHash = (leaf: Uint8Array): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(leaf)
    .digest();

export const openingOf = (payload: Json, salt: Buffer): Opening => ({ salt, payload: canonicalJson(payload) });
