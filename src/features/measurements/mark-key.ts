import { createHmac } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { openSealKey, type SealKey } from '../../platform/signing/index.js';

export type MarkPurpose = 'batch' | 'slot';
/** 43 letters of base64url: the same for the same content, and nothing to whoever lacks the key. */
export type Mark = (purpose: MarkPurpose, content: string | Buffer) => string;

export const markUnder =
  (key: SealKey): Mark =>
  (purpose, content) =>
    createHmac('sha256', key).update(`${purpose}\n`).update(content).digest('base64url');

/**
 * What an agent sent is recognised by a mark. People, metrics and times can be guessed, so a hash would tell who was measured when: the key is a file beside
 * the one that signs leases, never in the database.
 */
@Injectable()
export class MarkKey implements OnModuleInit {
  private mark: Mark | null = null;

  constructor(@Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>) {}

  async onModuleInit(): Promise<void> {
    this.mark = markUnder(await openSealKey(join(dirname(this.config.keyFile), 'measurement-marks.key')));
  }

  of: Mark = (purpose, content) => {
    if (!this.mark) throw new Error('Expected: the key of marks. Found: an application that has not started.');
    return this.mark(purpose, content);
  };
}
