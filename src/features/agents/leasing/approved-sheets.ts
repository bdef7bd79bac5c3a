import type { Transactions } from '../../../platform/database/index.js';
import { approvedSettings, settingsHashOf } from '../../gate/index.js';
import { readVersion } from '../../tools/index.js';

const MOST = 1000;

/** The hash of the approved sheet of versions that are fixed: their sheets change no more, so each is read once. */
export class ApprovedSheets {
  private readonly hashes = new Map<string, string>();

  /** Null: it was not read yet. */
  known(versionId: string): string | null {
    return this.hashes.get(versionId) ?? null;
  }

  async hashOf(transactions: Transactions, versionId: string): Promise<string> {
    const known = this.hashes.get(versionId);
    if (known !== undefined) return known;
    const hash = settingsHashOf(approvedSettings(await transactions.read((tx) => readVersion(tx, versionId))));
    if (this.hashes.size >= MOST) this.hashes.clear();
    this.hashes.set(versionId, hash);
    return hash;
  }
}
