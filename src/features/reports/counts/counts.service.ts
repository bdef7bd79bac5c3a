import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { record } from '../../evidence/index.js';
import { publishable, type PublishedCell } from '../domain/published.js';
import { dueParts } from '../domain/quarters.js';
import {
  cellsIn,
  countedParts,
  countedTools,
  firstDay,
  insertPublished,
  lockCounting,
  markCounted,
  publishedCells,
} from './counts.repository.js';

export interface CountsRead {
  readonly quarters: readonly Day[];
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly cells: readonly PublishedCell[];
  /** Quarters of which it is also told how the cases ended. */
  readonly ended: readonly Day[];
}
/** So many quarters stand on the page. */
const SHOWN = 8;

/** Objections, complaints and reports of detriment in numbers, each quarter counted once: what is published never changes. */
@Injectable()
export class CountsService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('20 5 * * *', { name: 'reports.count-quarters', run: (_payload, now) => this.publish(now) });
  }

  publish(now: Date = this.clock.now()): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockCounting(tx);
      const first = await firstDay(tx);
      if (first === null) return;
      const done = new Set((await countedParts(tx)).map(({ quarter, part }) => `${quarter} ${part}`));
      const due = dueParts(first, dayOf(now)).filter(({ quarter, part }) => !done.has(`${quarter} ${part}`));
      if (due.length === 0) return;
      const cells = await cellsIn(tx, [...new Set(due.map(({ quarter }) => quarter))]);
      await markCounted(tx, due, now);
      await insertPublished(tx, publishable(due, cells));
      await record(tx, SYSTEM, now, 'counts.published', {}, { parts: due.map(({ quarter, part }) => `${quarter} ${part}`) });
    });
  }

  read(): Promise<CountsRead> {
    return this.transactions.read(async (tx) => {
      const counted = await countedParts(tx);
      const of = (part: string): readonly Day[] => counted.filter((one) => one.part === part).map(({ quarter }) => quarter);
      return {
        quarters: of('received').slice(0, SHOWN),
        ended: of('outcomes'),
        tools: await countedTools(tx),
        cells: await publishedCells(tx),
      };
    });
  }
}
