import type { KeyObject } from 'node:crypto';
import { keyOf, type PublicJwk, thumbprint } from './jwk.js';

export interface ReadKey {
  readonly key: KeyObject;
  readonly thumbprint: string;
}

const MOST = 20_000;

/** Public keys that came before, read and named once: an agent comes back with its own every few minutes. Whether a key is enrolled is asked each time. */
export class ReadKeys {
  private readonly known = new Map<string, ReadKey>();

  of(jwk: PublicJwk): ReadKey {
    const before = this.known.get(jwk.x);
    if (before) return before;
    const read = { key: keyOf(jwk), thumbprint: thumbprint(jwk) };
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(jwk.x, read);
    return read;
  }
}
