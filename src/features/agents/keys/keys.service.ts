import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import { type Clock, instant } from '../../../kernel/clock.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { dropKey, forgetKeys, keptUntil, type KeyState, planNextKey, type RingKey, stateOfKey } from '../../../platform/signing/index.js';
import { record } from '../../evidence/index.js';
import { lockKeys, signalAll } from './keys.repository.js';
import { SigningKeys } from './signing-keys.js';

export interface KeyLine extends RingKey {
  readonly state: KeyState;
  /** Until when a key that signs no more is still believed. */
  readonly until: Date | null;
}

/** Rotation of the keys that sign leases (RFC 7517). Secret halves stand in files that only the application's user reads; the log keeps who changed what. */
@Injectable()
export class KeysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: SigningKeys,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'keyFile'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(): readonly KeyLine[] {
    const now = this.clock.now();
    const all = this.keys.all();
    return all.map((key) => ({ ...key, state: stateOfKey(all, key, now), until: keptUntil(all, key, now) }));
  }

  /** A planned change: the next key is published now, and signs once every agent can know it. */
  async plan(actor: Actor): Promise<string> {
    const reference = await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockKeys(tx);
      const next = await planNextKey(this.config.keyFile, now);
      if (!next) throw refused('keys.next-waits');
      return record(tx, actor, now, 'keys.planned', {}, { key: next.kid, signsFrom: instant(next.signsFrom) });
    });
    await this.keys.read();
    return reference;
  }

  /** An emergency: nothing that this key signed is believed from now on, and every agent that listens asks for a lease again at once. */
  drop(actor: Actor, kid: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockKeys(tx);
      const dropped = await dropKey(this.config.keyFile, kid, now);
      if (!dropped) throw notFound();
      await this.keys.read();
      await signalAll(tx);
      return record(tx, actor, now, 'keys.dropped', {}, { key: kid });
    });
  }

  /** Secret halves that nobody needs any more. */
  async forget(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await lockKeys(tx);
      const now = this.clock.now();
      const keys = await forgetKeys(this.config.keyFile, now);
      if (keys > 0) await record(tx, SYSTEM, now, 'keys.forgotten', {}, { keys });
    });
    await this.keys.read();
  }
}
