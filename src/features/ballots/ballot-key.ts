import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dirname, join } from 'node:path';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { openSealKey, type SealKey } from '../../platform/signing/index.js';

/** What the boxes of secret ballots are sealed with: a file beside the key that signs leases, never in the database. */
@Injectable()
export class BallotKey implements OnModuleInit {
  private current: SealKey | null = null;

  constructor(@Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>) {}

  async onModuleInit(): Promise<void> {
    this.current = await openSealKey(join(dirname(this.config.keyFile), 'ballot-seal.key'));
  }

  sealing(): SealKey {
    if (!this.current) throw new Error('Expected: the key of ballots. Found: an application that has not started.');
    return this.current;
  }
}
