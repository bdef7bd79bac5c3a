import type { PublishedJwk } from '../platform/signing/wire.js';
import { deviceClocks } from './device.js';

const REFETCH_AFTER_MS = 30_000;
/** How long the keys may be believed without asking again: the server says so with them, too. */
const MAX_AGE_MS = 300_000;
const PATIENCE_MS = 10_000;

/**
 * The server's published keys. An unknown key makes it look again, at most once in 30 seconds; and so does age, since a key that was withdrawn must be
 * forgotten where nobody ever shows another one. When the server cannot be reached, what it said last stands, so that leases can be verified offline.
 */
export class KeySet {
  private keys: readonly PublishedJwk[] = [];
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly server: string,
    private readonly monotonic: () => number = () => deviceClocks().monotonic,
  ) {}

  /** The keys, among them the one with this id when the server publishes it. */
  async with(kid: unknown): Promise<readonly PublishedJwk[]> {
    await this.asking?.catch(() => undefined);
    const now = this.monotonic();
    const isKnown = this.keys.some((key) => key.kid === kid);
    if ((isKnown && now - this.fetchedAt < MAX_AGE_MS) || now - this.triedAt < REFETCH_AFTER_MS) return this.keys;
    this.triedAt = now;
    try {
      await (this.asking = this.fetch().finally(() => (this.asking = null)));
    } catch (error) {
      this.triedAt = isKnown ? now : -Infinity;
      if (!isKnown) throw error;
    }
    return this.keys;
  }

  private async fetch(): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${this.server}/.well-known/jwks.json`, { cache: 'no-store', redirect: 'error', signal });
    if (!answer.ok) throw new Error(`the keys answer ${answer.status}`);
    const { keys } = (await answer.json()) as { keys?: readonly PublishedJwk[] };
    this.keys = Array.isArray(keys) ? keys : [];
    this.fetchedAt = this.monotonic();
  }
}
