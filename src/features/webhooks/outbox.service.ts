import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { eachOf } from '../../kernel/each-of.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { onRecord, type RecordedAct } from '../evidence/index.js';
import { lockTool } from '../tools/index.js';
import { changeOf } from './domain/standing.js';
import { compareAll, forgetEvents } from './events.repository.js';
import { tell } from './tell.js';

/** The acts that switch something on or off. */
const SWITCHES = /^(tool\.(activated|suspended|stopped)$|suspension\.)/;
const KEPT_MS = 90 * 86_400_000;

/** Tools of which receivers do not know how they stand. */
const behind = async (tx: Tx): Promise<readonly string[]> =>
  (await compareAll(tx)).filter(({ told, facts }) => changeOf(told, facts)).map(({ toolId }) => toolId);

/** Listens to the log: what switches a tool on or off is an event, in the transaction of the act. */
@Injectable()
export class Outbox implements OnModuleInit, OnModuleDestroy {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stopListening = onRecord((tx, now, act) => this.heard(tx, now, act));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  private async heard(tx: Tx, now: Date, { type, toolId }: RecordedAct): Promise<void> {
    if (!toolId || !SWITCHES.test(type)) return;
    await tell(tx, now, toolId, this.config.baseUrl);
  }

  /** What no act said: a suspension that was lifted before the gate held again. */
  async compare(): Promise<void> {
    await eachOf(await this.transactions.read(behind), (toolId) => this.compareOne(toolId));
  }

  private compareOne(toolId: string): Promise<void> {
    return this.transactions.serializable(async (tx) => {
      await lockTool(tx, toolId);
      await tell(tx, this.clock.now(), toolId, this.config.baseUrl);
    });
  }

  async forget(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await forgetEvents(tx, new Date(this.clock.now().getTime() - KEPT_MS));
    });
  }
}
