import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { type Dashboard, dashboardIsFor } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type Gate, gateOf, platformIsActive } from '../gate/index.js';
import { smallestGroup } from '../people/index.js';
import { dashboardTools, unitsManagedBy } from './dashboards.repository.js';

export interface OverviewTool {
  readonly gate: Gate;
  /** Those that the reader may see. */
  readonly dashboards: readonly Dashboard[];
}
export interface Overview {
  /** While Countersign is not active as a dossier of its own, nothing is shown. */
  readonly open: boolean;
  /** The smallest group of which this house shows figures. */
  readonly smallest: number;
  readonly tools: readonly OverviewTool[];
}

@Injectable()
export class DashboardsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  smallest(): Promise<number> {
    return this.transactions.read((tx) => smallestGroup(tx));
  }

  /**
   * The gate of every tool that the reader may know of, as it stands now: a stored state would show too much for a minute.
   * A manager knows of every tool; anybody else of those that have a dashboard for them.
   */
  overview(actor: Actor): Promise<Overview> {
    return this.transactions.read(async (tx) => {
      const smallest = await smallestGroup(tx);
      if (!(await platformIsActive(tx))) return { open: false, smallest, tools: [] };
      const now = this.clock.now();
      const isShown = await this.shownTo(tx, actor);
      const tools: OverviewTool[] = [];
      for (const { versionId } of await dashboardTools(tx)) {
        const gate = await gateOf(tx, versionId, now);
        const dashboards = gate.declarations.dashboards.filter(isShown);
        if (actor.role === 'manager' || dashboards.length > 0) tools.push({ gate, dashboards });
      }
      return { open: true, smallest, tools };
    });
  }

  private async shownTo(tx: Tx, actor: Actor): Promise<(dashboard: Dashboard) => boolean> {
    if (actor.role !== 'manager' || actor.personId === null) return (dashboard) => dashboardIsFor(dashboard, actor.role);
    const own = await unitsManagedBy(tx, actor.personId);
    return (dashboard) =>
      dashboardIsFor(dashboard, actor.role) && dashboard.groups.some(({ units }) => units.some((unit) => own.has(unit)));
  }
}
