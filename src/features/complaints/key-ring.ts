import { Injectable } from '@nestjs/common';
import type { KeyPair } from '../../platform/sealing/index.js';

/** A handler's key that is open in one session: in memory alone, and never longer than half an hour unused. */
export interface OpenKey extends KeyPair {
  readonly keyId: string;
  readonly personId: string;
}
const IDLE_MS = 30 * 60_000;

@Injectable()
export class KeyRing {
  private readonly open = new Map<string, { readonly key: OpenKey; usedAt: number }>();

  put(sessionId: string, key: OpenKey, now: Date): void {
    this.sweep(now);
    this.open.set(sessionId, { key, usedAt: now.getTime() });
  }

  /** The key of this person in this session, while it is open. */
  use(sessionId: string | null, personId: string | null, now: Date): OpenKey | null {
    this.sweep(now);
    const held = sessionId === null ? undefined : this.open.get(sessionId);
    if (!held || held.key.personId !== personId) return null;
    held.usedAt = now.getTime();
    return held.key;
  }

  lock(sessionId: string): void {
    this.open.get(sessionId)?.key.secretKey.fill(0);
    this.open.delete(sessionId);
  }

  private sweep(now: Date): void {
    for (const [sessionId, { usedAt }] of this.open) if (now.getTime() - usedAt > IDLE_MS) this.lock(sessionId);
  }
}
