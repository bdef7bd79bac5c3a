import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { addDays, dayOf } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { declarationsOf } from '../tools/index.js';
import { closePeriod, type RunningVersion, versionsWithDashboards } from './dashboards.repository.js';
import { closable, endOf } from './domain/periods.js';
import type { PeriodKind } from './domain/suppression.js';

const KINDS: readonly PeriodKind[] = ['week', 'month'];

@Injectable()
export class ClosingService {
  constructor(private readonly transactions: Transactions) {}

  /** Closes every period that is over, of every version with a dashboard: from then on it is shown, with the sizes that its groups had. Twice does no harm. */
  async close(now: Date): Promise<void> {
    const running = await this.transactions.read((tx) => versionsWithDashboards(tx));
    for (const version of running) await this.closeOf(version, now);
  }

  private closeOf({ versionId, since }: RunningVersion, now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const declared = (await declarationsOf(tx, [versionId])).get(versionId);
      const units = [...new Set(declared?.dashboards.flatMap(({ groups }) => groups.flatMap((group) => group.units)) ?? [])];
      const closed: string[] = [];
      for (const period of KINDS)
        for (const start of closable(period, dayOf(since), dayOf(now))) {
          const added = await closePeriod(tx, { versionId, period, start, lastDay: addDays(endOf(period, start), -1), units, now });
          if (added > 0) closed.push(`${period} ${start}`);
        }
      if (closed.length > 0) await record(tx, SYSTEM, now, 'dashboard.period-closed', { subjectId: versionId }, { closed });
    });
  }
}
