import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import type { Metric } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { insertLook } from '../dashboards/index.js';
import { record } from '../evidence/index.js';
import { type Gate, gateOf, isCovered } from '../gate/index.js';
import { purposesOf } from '../measurements/index.js';
import { stageOf } from './domain/course.js';
import { insertLookOf, lockView, type MeasuredDay, measuredDays, type ViewRow } from './individual.repository.js';
import { openDeclaration } from './open-declaration.js';

export interface Looked {
  readonly view: ViewRow;
  /** Those that serve the purpose for which it was opened. */
  readonly metrics: readonly Metric[];
  /** Nothing where nothing was measured, and for everybody who is not measured now, whatever the reason. */
  readonly days: readonly MeasuredDay[];
}

/** The data themselves, to who asked, while it is open. Each time is a look: a line with the fields of the Logboek Dataverwerkingen. */
@Injectable()
export class LookingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  look(actor: Actor, id: string): Promise<Looked> {
    return this.transactions.run(async (tx) => {
      const view = await lockView(tx, id);
      if (!view || view.askedBy !== actor.personId) throw notFound();
      const now = this.clock.now();
      if (stageOf(view, now) !== 'open' || !(await openDeclaration(tx, view, actor.role, now))) throw refused('individual.not-open');
      const gate = await gateOf(tx, view.versionId, now);
      const metrics = gate.declarations.metrics.filter(({ category }) => purposesOf(gate.dossier, category).includes(view.purpose));
      const days = await this.daysOf(tx, gate, view, { now, metrics });
      await this.log(tx, actor, view, now);
      return { view, metrics, days };
    });
  }

  /** Whoever is paused, drawn to be left out or out of scope is nobody here: the same empty answer as for somebody of whom nothing is kept. */
  private async daysOf(
    tx: Tx,
    { version, accepted, limits }: Gate,
    view: ViewRow,
    { now, metrics }: { readonly now: Date; readonly metrics: readonly Metric[] },
  ): Promise<readonly MeasuredDay[]> {
    const covered = await isCovered(tx, version, accepted, { personId: view.personId, now }, limits.alwaysOffPercent);
    const days = await measuredDays(
      tx,
      view,
      metrics.map(({ code }) => code),
    );
    return covered ? days : [];
  }

  private async log(tx: Tx, actor: Actor, view: ViewRow, startedAt: Date): Promise<void> {
    const { toolId, versionId, purpose } = view;
    const who = { personId: actor.personId ?? '', role: actor.role };
    const what = { operation: 'individual', status: 'ok', dashboard: null, groups: [], units: [] } as const;
    const lookId = await insertLook(tx, { ...what, ...who, startedAt, endedAt: this.clock.now(), toolId, versionId, purpose });
    await insertLookOf(tx, view.id, lookId);
    await record(tx, actor, startedAt, 'individual.viewed', { subjectId: view.id }, { look: lookId });
  }
}
