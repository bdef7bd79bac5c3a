import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { isDueForReminder, keptThrough } from './domain/caller-request.js';
import { actsOn, endedBefore, eraseWords, openRequests } from './requests.repository.js';
import { tellHandlers } from './tell-handlers.js';

/** Shorter than six months ever are: what ended later is not looked at. */
const KEPT_AT_LEAST_MS = 180 * 86_400_000;

@Injectable()
export class CallersJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('40 6 * * 1-5', { name: 'callers.remind', run: (_payload, now) => this.remind(now) });
    this.registry.addRegular('20 2 * * *', { name: 'callers.erase', run: (_payload, now) => this.erase(now) });
  }

  /** One mail to the handlers of each kind, whatever the number of requests. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const open = await openRequests(tx);
      const acts = await actsOn(
        tx,
        open.map(({ id }) => id),
      );
      const due = open.filter((request) => isDueForReminder(request, acts.get(request.id) ?? [], now));
      for (const kind of new Set(due.map((request) => request.kind))) await tellHandlers(tx, kind, 'due', this.config.baseUrl);
    });
  }

  /** Six months after the answer nothing is left of what the caller and the handler wrote. */
  erase(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const ended = await endedBefore(tx, new Date(now.getTime() - KEPT_AT_LEAST_MS));
      const today = dayOf(now);
      const over = ended.filter(({ endedAt }) => today > keptThrough(endedAt));
      if (over.length === 0) return;
      await eraseWords(
        tx,
        over.map(({ id }) => ({ id, actId: newId('a') })),
        now,
      );
      await recordConfidential(tx, now, { kind: 'caller.erased', requests: over.map(({ id }) => id) });
    });
  }
}
