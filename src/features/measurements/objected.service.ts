import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { lockToErase, noteErasure, type ToErase, upheldToErase } from '../objections/index.js';
import { eraseMeasured, eraseOnceReleased } from './erase-measured.repository.js';
import { heldUntil } from './retention/criteria.repository.js';
import { holdDeletion } from './retention/deletions.repository.js';
import { isKeptOnRequest } from './retention/restricted.repository.js';

/** An upheld objection takes along what was measured of its person (GDPR 17(1)(c)). No number of it is told anywhere but to that person. */
@Injectable()
export class ObjectedService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Safe to run again: what a legal hold or the person's own request keeps is looked at again, what was erased is not. */
  async eraseUpheld(): Promise<void> {
    for (const { objectionId } of await this.transactions.read(upheldToErase)) {
      await this.transactions.run(async (tx) => {
        await holdDeletion(tx);
        const found = await lockToErase(tx, objectionId);
        if (found) await this.erase(tx, found);
      });
    }
  }

  /** What a legal hold or their own evidence kept of those whose data was to be erased, once nothing keeps it. Safe to run again. */
  async eraseGranted(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await holdDeletion(tx);
      const now = this.clock.now();
      if (await eraseOnceReleased(tx, dayOf(now))) await recordConfidential(tx, now, { kind: 'measurements.erased' });
    });
  }

  private async erase(tx: Tx, { objectionId, toolId, personId }: ToErase): Promise<void> {
    const at = this.clock.now();
    const until = await heldUntil(tx, toolId, dayOf(at));
    if (until !== null) return noteErasure(tx, objectionId, { outcome: 'held', heldUntil: until, at });
    if (await isKeptOnRequest(tx, personId, toolId)) return noteErasure(tx, objectionId, { outcome: 'asked', heldUntil: null, at });
    const any = await eraseMeasured(tx, personId, toolId, dayOf(at), { butEvidence: true });
    return noteErasure(tx, objectionId, { outcome: any ? 'erased' : 'nothing', heldUntil: null, at });
  }
}
