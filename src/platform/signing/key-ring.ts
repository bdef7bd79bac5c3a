import type { KeyObject } from 'node:crypto';
import type { PublishedJwk } from './jwk.js';
import { SKEW_SECONDS } from './lease-token.js';

/** How long anybody may believe the published keys without asking again. */
export const JWKS_MAX_AGE_SECONDS = 300;
/** No dossier names a longer lease than a day. */
const LONGEST_LEASE_SECONDS = 86_400;

/** A new key is published this long before it signs, so that every agent that keeps the published keys knows it by then. */
export const NEXT_AFTER_MS = 2 * JWKS_MAX_AGE_SECONDS * 1000;
/** A key that signs no more stays published for as long as a lease of it can last, the skew of clocks, and what agents remember. */
const KEPT_MS = (LONGEST_LEASE_SECONDS + SKEW_SECONDS + JWKS_MAX_AGE_SECONDS) * 1000;

export interface RingKey {
  readonly kid: string;
  readonly publishedAt: Date;
  /** It signs from then on, until the next one does. */
  readonly signsFrom: Date;
  /** In an emergency: from then on nothing that it signed is believed. */
  readonly droppedAt: Date | null;
}

export interface OpenKey extends RingKey {
  readonly jwk: PublishedJwk;
  readonly key: KeyObject;
}

const isOver = (at: Date, now: Date): boolean => at.getTime() <= now.getTime();

/** The key that signs now; null when there is none, and then nothing is signed. */
export const signingKey = <K extends RingKey>(ring: readonly K[], now: Date): K | null =>
  ring
    .filter(({ droppedAt, signsFrom }) => !droppedAt && isOver(signsFrom, now))
    .reduce<K | null>((last, key) => (last && last.signsFrom > key.signsFrom ? last : key), null);

/** Until when a key that signs no more stays published; null while it signs, or has yet to. A key that was withdrawn before it ever signed followed nobody. */
export const keptUntil = (ring: readonly RingKey[], key: RingKey, now: Date): Date | null => {
  const later = ring
    .filter(({ droppedAt, signsFrom }) => signsFrom > key.signsFrom && isOver(signsFrom, now) && !(droppedAt && droppedAt <= signsFrom))
    .map(({ signsFrom }) => signsFrom.getTime());
  return later.length === 0 ? null : new Date(Math.min(...later) + KEPT_MS);
};

export type KeyState = 'next' | 'signing' | 'kept' | 'gone' | 'dropped';

export const stateOfKey = (ring: readonly RingKey[], key: RingKey, now: Date): KeyState => {
  if (key.droppedAt) return 'dropped';
  if (!isOver(key.signsFrom, now)) return 'next';
  if (signingKey(ring, now)?.kid === key.kid) return 'signing';
  const until = keptUntil(ring, key, now);
  return until && isOver(until, now) ? 'gone' : 'kept';
};

/** What agents may believe now: the key that signs, the next one, and earlier ones for as long as a lease of theirs can last. */
export const publishedKeys = <K extends RingKey>(ring: readonly K[], now: Date): readonly K[] =>
  ring.filter((key) => ['next', 'signing', 'kept'].includes(stateOfKey(ring, key, now)));
