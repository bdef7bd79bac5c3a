import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dirname, join } from 'node:path';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { openSealKey, seal, type SealKey, unseal } from '../../platform/signing/index.js';

const PURPOSE = 'webhook-secret';

/** What the secrets of receivers are sealed with: a file beside the key that signs leases, never in the database. */
@Injectable()
export class WebhookKey implements OnModuleInit {
  private current: SealKey | null = null;

  constructor(@Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>) {}

  async onModuleInit(): Promise<void> {
    this.current = await openSealKey(join(dirname(this.config.keyFile), 'webhook-secrets.key'));
  }

  seal(receiverId: string, secret: Buffer): Buffer {
    return seal(this.key(), `${PURPOSE} ${receiverId}`, secret);
  }

  /** Null when the file is another one than when the secret was made. */
  unseal(receiverId: string, sealed: Buffer): Buffer | null {
    return unseal(this.key(), `${PURPOSE} ${receiverId}`, sealed);
  }

  private key(): SealKey {
    if (!this.current) throw new Error('Expected: the key of receivers’ secrets. Found: an application that has not started.');
    return this.current;
  }
}
