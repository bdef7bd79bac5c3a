import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { fingerprint } from '../../kernel/canonical.js';
import { type Clock, instant } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { forgetBatches, insertGroup, takeUngrouped, toolsToGroup } from './batch-groups.repository.js';
import { destroyCountKeys } from './rollups.repository.js';
import { forgetSlots } from './slots.repository.js';

const HOUR_MS = 3_600_000;
const REMEMBERED_MS = 48 * HOUR_MS;

/** Batches enter the log in groups: for each tool and hour how many lines were taken in and refused, and the hash of the batches' names. */
@Injectable()
export class BatchGroups {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async closeAll(): Promise<void> {
    const until = new Date(Math.floor(this.clock.now().getTime() / HOUR_MS) * HOUR_MS);
    for (const toolId of await this.transactions.read((tx) => toolsToGroup(tx, until))) await this.close(toolId, until);
  }

  private close(toolId: string, until: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const taken = await takeUngrouped(tx, toolId, until);
      if (taken.length === 0) return;
      const [accepted, refused] = [sum(taken.map((one) => one.accepted)), sum(taken.map((one) => one.refused))];
      const batches = taken.map(({ id }) => id);
      const group = { id: newId('b'), toolId, hash: fingerprint(batches), until, accepted, refused, batches };
      await insertGroup(tx, group);
      const payload = { batches: batches.length, accepted, refused, hash: group.hash, until: instant(until) };
      await record(tx, SYSTEM, this.clock.now(), 'measurements.received', { toolId, subjectId: group.id }, payload);
    });
  }

  /** What is left of batches goes after two days; the keys with which people were counted when their week or month is over. */
  forget(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const batches = await forgetBatches(tx, new Date(now.getTime() - REMEMBERED_MS));
      await forgetSlots(tx, new Date(now.getTime() - REMEMBERED_MS));
      const keys = await destroyCountKeys(tx, now);
      if (batches + keys > 0) await record(tx, SYSTEM, now, 'measurements.forgotten', {}, { batches, keys });
    });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
