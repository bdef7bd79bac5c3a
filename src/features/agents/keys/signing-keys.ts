import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import { type Config, ConfigToken, SettingsMistake } from '../../../platform/config/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { describeError, log } from '../../../platform/log/index.js';
import {
  makeRing,
  type OpenKey,
  openRing,
  type PublishedJwk,
  publishedKeys,
  type RingKey,
  signingKey,
} from '../../../platform/signing/index.js';

/** Another process may change the keys, or a person by the command line: this long at most until it is known here. */
const LOOK_EVERY_MS = 1000;

/** The keys that leases are signed with. The application does not start without one that is its own, and signs nothing while it cannot read them. */
@Injectable()
export class SigningKeys implements OnModuleInit, OnModuleDestroy {
  private open: readonly OpenKey[] = [];
  private dropped: readonly RingKey[] = [];
  private isListed = false;
  private looking: NodeJS.Timeout | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(
    @Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await makeRing(this.config.keyFile);
    await this.read();
    this.looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    if (this.looking) clearInterval(this.looking);
  }

  /** Reads the keys anew. @throws SettingsMistake also when their list is gone: nobody knows then which of them were withdrawn */
  async read(): Promise<void> {
    const { open, dropped, isListed } = await openRing(this.config.keyFile);
    if (this.isListed && !isListed)
      throw new SettingsMistake([`COUNTERSIGN_KEY_FILE (${this.config.keyFile}.ring): expected the list of keys; found none.`]);
    const known = new Set(this.dropped.map(({ kid }) => kid));
    const isWithdrawn = this.open.length > 0 && dropped.some(({ kid }) => !known.has(kid));
    [this.open, this.dropped, this.isListed] = [open, dropped, isListed];
    if (isWithdrawn) for (const listener of this.listeners) listener();
  }

  /** Called once this process signs with no withdrawn key any more, whoever withdrew it. */
  onWithdrawn(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The key that signs now. @throws Problem 503 when there is none, or the files cannot be read */
  signing(): OpenKey {
    const key = signingKey(this.open, this.clock.now());
    if (!key) throw new Problem(503, 'keys.unreadable');
    return key;
  }

  /** What agents may believe now (RFC 7517). */
  published(): readonly PublishedJwk[] {
    return publishedKeys(this.open, this.clock.now()).map(({ jwk }) => jwk);
  }

  /** Every key, dropped ones too, without a secret half. */
  all(): readonly RingKey[] {
    return [...this.open, ...this.dropped].map(({ kid, publishedAt, signsFrom, droppedAt }) => ({
      kid,
      publishedAt,
      signsFrom,
      droppedAt,
    }));
  }

  private async look(): Promise<void> {
    try {
      await this.read().catch(() => this.read());
    } catch (error) {
      if (this.open.length > 0) log.error({ error: describeError(error) }, 'the signing keys cannot be read: no lease is given');
      this.open = [];
    }
  }
}
