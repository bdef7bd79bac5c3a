import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { type Clock, instant } from '../../kernel/clock.js';
import { fingerprint } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { forgetOld, insertBatch, takeUnbatched, toolsToBatch } from './lease-batches.repository.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A proof can be made a minute ahead and used until a minute after: ten minutes is ample. */
const PROOFS_MS = 10 * MINUTE_MS;
const LEASES_MS = 30 * DAY_MS;
const REFUSALS_MS = 90 * DAY_MS;

/** Leases enter the log in groups: for each tool and minute how many there were, and the hash of their names. */
@Injectable()
export class LeaseBatches {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Closes the group of every tool up to the minute that runs now. */
  async closeAll(): Promise<void> {
    const until = new Date(Math.floor(this.clock.now().getTime() / MINUTE_MS) * MINUTE_MS);
    const tools = await this.transactions.read((tx) => toolsToBatch(tx, until));
    for (const toolId of tools) await this.close(toolId, until);
  }

  /** Closes the group of one tool at once: it was switched on, or stopped. */
  closeNow(toolId: string): Promise<void> {
    return this.close(toolId, new Date(this.clock.now().getTime() + 1));
  }

  private close(toolId: string, until: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const jtis = await takeUnbatched(tx, toolId, until);
      if (jtis.length === 0) return;
      const batch = { id: newId('b'), toolId, hash: fingerprint(jtis), until, jtis };
      await insertBatch(tx, batch);
      const payload = { leases: jtis.length, hash: batch.hash, until: instant(until) };
      await record(tx, SYSTEM, now, 'leases.issued', { toolId, subjectId: batch.id }, payload);
    });
  }

  /** What agents asked and got shows who worked when. It goes: proofs after minutes, leases after 30 days, refusals after 90. */
  forget(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const before = (ms: number): Date => new Date(now.getTime() - ms);
      const leases = await forgetOld(tx, { proofs: before(PROOFS_MS), leases: before(LEASES_MS), refusals: before(REFUSALS_MS) });
      if (leases > 0) await record(tx, SYSTEM, now, 'leases.forgotten', {}, { leases });
    });
  }
}
