import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dirname, join } from 'node:path';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { openSealKey, openSigningKey, type SealKey, type SigningKey } from '../../platform/signing/index.js';

/** What signs receipts, and what keeps a code until its owner fetches it: files beside the key that signs leases. */
@Injectable()
export class HouseKeys implements OnModuleInit {
  private signing: SigningKey | null = null;
  private sealing: SealKey | null = null;

  constructor(@Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>) {}

  async onModuleInit(): Promise<void> {
    const folder = dirname(this.config.keyFile);
    this.signing = await openSigningKey(join(folder, 'receipt-signing.pem'));
    this.sealing = await openSealKey(join(folder, 'complaint-claims.key'));
  }

  receipts(): SigningKey {
    if (!this.signing) throw new Error('Expected: the key of receipts. Found: an application that has not started.');
    return this.signing;
  }

  claims(): SealKey {
    if (!this.sealing) throw new Error('Expected: the key of claims. Found: an application that has not started.');
    return this.sealing;
  }
}
