import type { PublishedJwk } from '../platform/signing/wire.js';
import { deviceClocks } from './device.js';

const REFETCH_AFTER_MS = 30_000;
const PATIENCE_MS = 10_000;

/** The server's published keys. An unknown key makes it look again, at most once in 30 seconds. */
export class KeySet {
  private keys: readonly PublishedJwk[] = [];
  private fetchedAt = -Infinity;

  constructor(private readonly server: string) {}

  /** The keys, among them the one with this id when the server publishes it. */
  async with(kid: unknown): Promise<readonly PublishedJwk[]> {
    if (!this.keys.some((key) => key.kid === kid) && deviceClocks().monotonic - this.fetchedAt >= REFETCH_AFTER_MS) await this.fetch();
    return this.keys;
  }

  private async fetch(): Promise<void> {
    const answer = await fetch(`${this.server}/.well-known/jwks.json`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`the keys answer ${answer.status}`);
    const { keys } = (await answer.json()) as { keys?: readonly PublishedJwk[] };
    this.keys = Array.isArray(keys) ? keys : [];
    this.fetchedAt = deviceClocks().monotonic;
  }
}
