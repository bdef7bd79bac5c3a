import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { describeError, log } from '../../../platform/log/index.js';
import { type OpenKey, openRing, type PublishedJwk, publishedKeys, type RingKey, signingKey } from '../../../platform/signing/index.js';

/** Another process may change the keys, or a person by the command line: this long at most until it is known here. */
const LOOK_EVERY_MS = 1000;

/** The keys that leases are signed with. The application does not start without one that is its own, and signs nothing while it cannot read them. */
@Injectable()
export class SigningKeys implements OnModuleInit, OnModuleDestroy {
  private open: readonly OpenKey[] = [];
  private dropped: readonly RingKey[] = [];
  private looking: NodeJS.Timeout | null = null;

  constructor(
    @Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.read();
    this.looking = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    if (this.looking) clearInterval(this.looking);
  }

  /** Reads the keys anew. @throws SettingsMistake */
  async read(): Promise<void> {
    const { open, dropped } = await openRing(this.config.keyFile);
    this.open = open;
    this.dropped = dropped;
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
      await this.read();
    } catch (error) {
      if (this.open.length > 0) log.error({ error: describeError(error) }, 'the signing keys cannot be read: no lease is given');
      this.open = [];
    }
  }
}
