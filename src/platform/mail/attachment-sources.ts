import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';

/** The bytes under a key, or null when there are none any more. */
export type ReadAttachment = (tx: Tx, key: string) => Promise<Buffer | null>;

/** Who keeps files that go with mails: each feature names its own source once, at start. */
@Injectable()
export class AttachmentSources {
  private readonly sources = new Map<string, ReadAttachment>();

  add(source: string, read: ReadAttachment): void {
    this.sources.set(source, read);
  }

  async read(tx: Tx, source: string, key: string): Promise<Buffer> {
    const bytes = await this.sources.get(source)?.(tx, key);
    if (!bytes) throw new Error(`Expected: a file of ${source} to go with a mail. Found: none.`);
    return bytes;
  }
}
