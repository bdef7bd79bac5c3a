import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { addDays, dayOf } from '../../kernel/clock.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { gateOf } from '../gate/index.js';
import { smallestGroup } from '../people/index.js';
import { factsOf } from './dashboard-facts.js';
import { closePeriod, countNothing, keepTold, type RunningVersion, versionsWithDashboards } from './dashboards.repository.js';
import { toKeep } from './domain/dashboard-lines.js';
import { closable, endOf } from './domain/periods.js';
import { dashboardsOn, smallestGroupOf, smallestOfMetric } from './domain/shown.js';
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

  private closeOf({ toolId, versionId, since }: RunningVersion, now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const gate = await gateOf(tx, versionId, now);
      const ofHouse = await smallestGroup(tx);
      const { dashboards, metrics } = gate.declarations;
      const units = [...new Set(dashboards.flatMap(({ groups }) => groups.flatMap((group) => group.units)))];
      const smallest = smallestGroupOf(gate.limits, ofHouse);
      const codes = metrics.map(({ code }) => code);
      const closed: string[] = [];
      for (const period of KINDS) {
        for (const start of closable(period, dayOf(since), dayOf(now))) {
          const added = await closePeriod(tx, {
            versionId,
            period,
            start,
            lastDay: addDays(endOf(period, start), -1),
            units,
            smallest,
            now,
          });
          if (added === 0) continue;
          await countNothing(tx, { toolId, versionId, period, start, metrics: codes });
          closed.push(`${period} ${start}`);
        }
      }
      if (closed.length === 0) return;
      await this.keepTold(tx, { toolId, versionId }, gate, ofHouse);
      await record(tx, SYSTEM, now, 'dashboard.period-closed', { subjectId: versionId }, { closed });
    });
  }

  /** What is told of a period is told once: it does not change when what came before it is deleted. */
  private async keepTold(
    tx: Tx,
    { toolId, versionId }: Pick<RunningVersion, 'toolId' | 'versionId'>,
    { declarations, limits }: Awaited<ReturnType<typeof gateOf>>,
    ofHouse: number,
  ): Promise<void> {
    const { dashboards, metrics } = declarations;
    for (const dashboard of dashboards) {
      const metric = metrics.find(({ code }) => code === dashboard.metric);
      if (!metric) continue;
      const k = smallestOfMetric(limits, ofHouse, declarations, metric);
      const on = dashboardsOn(declarations, metric);
      const facts = await factsOf(tx, { id: versionId, toolId }, { dashboard, metric, dashboards: on, k });
      await keepTold(tx, { versionId, dashboard }, toKeep(facts));
    }
  }
}
