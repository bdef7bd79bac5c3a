import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import type { Metric } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { declarationsOf, findTool } from '../tools/index.js';
import { breachesOf, lastActivation, measuredTools, type MeasuredTool, refusedSince, type RefusedRow } from './measured.repository.js';
import { quarantinesOf, type QuarantineRow } from './quarantine/quarantine.repository.js';
import { holdsOf, type HoldRow } from './retention/criteria.repository.js';
import { type DeletionRow, deletionsOf } from './retention/deletions.repository.js';
import { type KeptPurpose, purposesKept } from './retention/purposes-kept.js';
import { RetentionPlans } from './retention-plan.js';

const REFUSED_DAYS = 30;

export interface KeptMetric {
  readonly metric: Metric;
  /** At the place where it is kept longest; null: nobody said. */
  readonly days: number | null;
}
export interface MeasuredOfTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly metrics: readonly KeptMetric[];
  /** Of every version of which anything is kept. */
  readonly purposes: readonly KeptPurpose[];
  readonly refused: readonly RefusedRow[];
  readonly deletions: readonly DeletionRow[];
  readonly holds: readonly HoldRow[];
  readonly quarantines: readonly QuarantineRow[];
  readonly breaches: readonly { readonly id: string; readonly knownAt: Date; readonly decided: boolean }[];
}

/** What of a tool is kept, refused, deleted, held and locked: numbers of lines, never of people. */
@Injectable()
export class MeasuredService {
  private readonly plans = new RetentionPlans();

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(): Promise<readonly MeasuredTool[]> {
    return this.transactions.read((tx) => measuredTools(tx, dayOf(this.clock.now())));
  }

  one(toolId: string): Promise<MeasuredOfTool> {
    return this.transactions.read(async (tx) => {
      const tool = await findTool(tx, toolId);
      if (!tool) throw notFound();
      const today = dayOf(this.clock.now());
      return {
        toolId,
        toolName: tool.name,
        ...(await this.kept(tx, toolId)),
        refused: await refusedSince(tx, toolId, addDays(today, -REFUSED_DAYS)),
        deletions: await deletionsOf(tx, toolId),
        holds: await holdsOf(tx, toolId),
        quarantines: await quarantinesOf(tx, toolId),
        breaches: await breachesOf(tx, toolId),
      };
    });
  }

  private async kept(tx: Tx, toolId: string): Promise<Pick<MeasuredOfTool, 'metrics' | 'purposes'>> {
    const activation = await lastActivation(tx, toolId);
    if (!activation) return { metrics: [], purposes: [] };
    const { versionId } = activation;
    const plan = await this.plans.of(tx, activation);
    const declared = (await declarationsOf(tx, [versionId])).get(versionId)?.metrics ?? [];
    const longest = (category: string): number | null => {
      const days = ['home', 'office'].map((place) => plan(category, place)).filter((found): found is number => found !== null);
      return days.length > 0 ? Math.max(...days) : null;
    };
    return { metrics: declared.map((metric) => ({ metric, days: longest(metric.category) })), purposes: await purposesKept(tx, toolId) };
  }
}
