import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { addDays, type Day, dayOf } from '../../kernel/clock.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { commitmentTo } from './domain/commitment.js';
import { daysToClose, paddedDay } from './domain/confidential-day.js';
import {
  assignIndexes,
  confidentialActsOn,
  firstDay,
  holdConfidentialDays,
  insertConfidentialDay,
  insertEntry,
  lastClosedDay,
  newOpening,
  takeSequencer,
} from './evidence.repository.js';

const MOST_AT_ONCE = 5000;
const KEYS_KEPT_MS = 24 * 3_600_000;

@Injectable()
export class EvidenceService {
  constructor(private readonly transactions: Transactions) {}

  /** Gives waiting entries their index. Answers how many; 0 as well when another process is doing it. */
  sequence(): Promise<number> {
    return this.transactions.run(async (tx) => ((await takeSequencer(tx)) ? assignIndexes(tx, MOST_AT_ONCE) : 0));
  }

  /** Writes the one padded entry of every day that is over. Safe twice. */
  closeDays(now: Date): Promise<number> {
    return this.transactions.run(async (tx) => {
      await holdConfidentialDays(tx);
      const lastClosed = await lastClosedDay(tx);
      const from = lastClosed === null ? await firstDay(tx) : addDays(lastClosed, 1);
      const days = from === null ? [] : daysToClose(from, dayOf(now));
      for (const day of days) await closeDay(tx, day);
      return days.length;
    });
  }

  /** Idempotency keys are kept 24 hours. */
  forgetKeys(now: Date): Promise<unknown> {
    const before = new Date(now.getTime() - KEYS_KEPT_MS);
    return this.transactions.run((tx) => tx.query(`delete from idempotency_keys where created_at < $1`, [before]));
  }
}

const closeDay = async (tx: Tx, day: Day): Promise<void> => {
  const acts = (await confidentialActsOn(tx, day)).map(commitmentTo);
  const { id } = await insertEntry(tx, {
    at: new Date(`${day}T00:00:00Z`),
    type: 'confidential.day',
    toolId: null,
    actorRole: 'system',
    body: { salt: randomBytes(32), payload: paddedDay(day, acts) },
    who: newOpening({ kind: 'confidential.day', person: null }),
    bodyPersonId: null,
    whoPersonId: null,
    reference: null,
  });
  await insertConfidentialDay(tx, day, id);
};
