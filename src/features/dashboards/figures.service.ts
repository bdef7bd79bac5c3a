import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, Problem, refused, unusable } from '../../kernel/problem.js';
import { type Dashboard, dashboardIsFor, type Metric } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { gateOf } from '../gate/index.js';
import { smallestGroup } from '../people/index.js';
import { dashboardTools, insertLook, type Look, unitsManagedBy } from './dashboards.repository.js';
import { isClosed } from './domain/closed.js';
import type { SeenGate } from './closed.views.js';
import { factsOf } from './dashboard-facts.js';
import { type DashboardLines, linesOf, TOTAL } from './domain/dashboard-lines.js';
import { dashboardsOn, smallestOfMetric } from './domain/shown.js';

/** One dashboard as one person may see it. */
export interface SeenDashboard {
  readonly gate: SeenGate;
  readonly dashboard: Dashboard;
  readonly metric: Metric;
  readonly k: number;
  /** Null while the dashboard is closed. */
  readonly figures: DashboardLines | null;
}

interface Wanted {
  readonly toolId: string;
  /** The code of the dashboard. */
  readonly code: string;
  readonly operation: 'view' | 'export';
  readonly purpose: string | null;
}

/** The groups that somebody may see: a manager those with people of their own, anybody else whom the version names all of them and their total. */
const visibleTo = async (tx: Tx, actor: Actor, dashboard: Dashboard): Promise<ReadonlySet<string>> => {
  if (actor.role !== 'manager') return new Set([...dashboard.groups.map(({ code }) => code), TOTAL]);
  const own = actor.personId === null ? new Set<string>() : await unitsManagedBy(tx, actor.personId);
  return new Set(dashboard.groups.filter(({ units }) => units.some((unit) => own.has(unit))).map(({ code }) => code));
};

@Injectable()
export class FiguresService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Shows a dashboard and writes down that it was shown, in one transaction. 404 for whoever may not know of it. */
  view(actor: Actor, toolId: string, code: string): Promise<SeenDashboard> {
    return this.logged(actor, { toolId, code, operation: 'view', purpose: null });
  }

  /** What the export form asks: the purposes that were approved. Shows no figure, so it is no look. */
  asked(actor: Actor, toolId: string, code: string): Promise<SeenDashboard> {
    return this.transactions.read(async (tx) => (await this.found(tx, actor, { toolId, code })).seen);
  }

  /** The same figures to take along, for one of the approved purposes. */
  exported(actor: Actor, toolId: string, code: string, purpose: string): Promise<SeenDashboard> {
    return this.logged(actor, { toolId, code, operation: 'export', purpose });
  }

  private async logged(actor: Actor, wanted: Wanted): Promise<SeenDashboard> {
    const startedAt = this.clock.now();
    try {
      return await this.transactions.run((tx) => this.shown(tx, actor, wanted, startedAt));
    } catch (error) {
      if (!(error instanceof Problem)) await this.failed(actor, wanted, startedAt);
      throw error;
    }
  }

  private async shown(tx: Tx, actor: Actor, wanted: Wanted, startedAt: Date): Promise<SeenDashboard> {
    const { seen, visible } = await this.found(tx, actor, wanted);
    const { gate, dashboard } = seen;
    const { purpose } = wanted;
    if (purpose !== null && !gate.dossier.purposes?.some((one) => one.code === purpose)) throw unusable('purpose', 'dashboard.purpose');
    if (isClosed(gate, actor.role)) {
      if (wanted.operation === 'export') throw refused('dashboard.closed');
      return seen;
    }
    const figures = await this.figures(tx, seen, visible);
    const groups = dashboard.groups.filter(({ code }) => visible.has(code));
    await this.written(tx, actor, wanted, {
      status: 'ok',
      startedAt,
      versionId: gate.version.id,
      groups: groups.map(({ code }) => code),
      units: groups.flatMap(({ units }) => units),
    });
    return { ...seen, figures };
  }

  /** A look that broke off is a line as well. */
  private failed(actor: Actor, wanted: Wanted, startedAt: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const [tool] = await dashboardTools(tx, wanted.toolId);
      if (tool) await this.written(tx, actor, wanted, { status: 'error', startedAt, versionId: tool.versionId, groups: [], units: [] });
    });
  }

  private async written(
    tx: Tx,
    actor: Actor,
    { toolId, code, operation, purpose }: Wanted,
    look: Pick<Look, 'status' | 'startedAt' | 'versionId' | 'groups' | 'units'>,
  ): Promise<void> {
    const who = { personId: actor.personId ?? '', role: actor.role };
    const id = await insertLook(tx, { ...look, ...who, endedAt: this.clock.now(), toolId, dashboard: code, operation, purpose });
    await record(tx, actor, look.startedAt, operation === 'export' ? 'dashboard.exported' : 'dashboard.viewed', { subjectId: id });
  }

  private async found(tx: Tx, actor: Actor, { toolId, code }: Pick<Wanted, 'toolId' | 'code'>) {
    const [tool] = await dashboardTools(tx, toolId);
    if (!tool) throw notFound();
    const gate = await gateOf(tx, tool.versionId, this.clock.now());
    const { dashboards, metrics } = gate.declarations;
    const dashboard = dashboards.find((one) => one.code === code && dashboardIsFor(one, actor.role));
    const metric = metrics.find((one) => one.code === dashboard?.metric);
    if (!dashboard || !metric) throw notFound();
    const visible = await visibleTo(tx, actor, dashboard);
    if (visible.size === 0) throw notFound();
    const k = smallestOfMetric(gate.limits, await smallestGroup(tx), gate.declarations, metric);
    const seen: SeenDashboard = { gate, dashboard, metric, k, figures: null };
    return { seen, visible };
  }

  private async figures(tx: Tx, { gate, dashboard, metric, k }: SeenDashboard, visible: ReadonlySet<string>): Promise<DashboardLines> {
    const dashboards = dashboardsOn(gate.declarations, metric);
    const { starts, lines } = linesOf(await factsOf(tx, gate.version, { dashboard, metric, dashboards, k }));
    return { starts, lines: lines.filter(({ group }) => visible.has(group)) };
  }
}
