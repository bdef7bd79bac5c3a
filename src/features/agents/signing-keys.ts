import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { openSigningKey, type PublishedJwk, type SigningKey } from '../../platform/signing/index.js';

/** The keys that leases are signed with. The application does not start without one that is its own. */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private current: SigningKey | null = null;

  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    this.current = await openSigningKey(this.config.keyFile);
  }

  signing(): SigningKey {
    if (!this.current) throw new Error('Expected: a signing key. Found: an application that has not started.');
    return this.current;
  }

  published(): readonly PublishedJwk[] {
    return [this.signing().jwk];
  }
}
