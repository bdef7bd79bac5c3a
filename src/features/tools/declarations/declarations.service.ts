import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import type { Declarations, Enforcement, Grade } from '../../../policy/index.js';
import { smallestGroup } from '../../people/index.js';
import { unitNamesOf } from '../answers.repository.js';
import { lockTool, versionAt } from '../read-version.js';
import type { Version } from '../version.js';
import { writeDashboards, writeGrade, writeIndividualView, writeMetrics } from './write-declarations.js';

/** What of a version's declarations is to be replaced; what is absent stays as it is. */
export interface DeclaredInput {
  readonly metrics?: Declarations['metrics'];
  readonly dashboards?: Declarations['dashboards'];
  readonly grade?: { readonly enforcement: Enforcement } & Grade;
  readonly individualView?: Declarations['individualView'];
}
/** What the forms let people choose from. */
export interface DeclaredChoices {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly smallestGroup: number;
}

@Injectable()
export class DeclarationsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The departments in scope by name, and the house's smallest group. */
  choices({ scope }: Version): Promise<DeclaredChoices> {
    return this.transactions.read(async (tx) => {
      const names = await unitNamesOf(tx, scope.units);
      const units = scope.units.map((id) => ({ id, name: names.get(id) ?? id })).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
      return { units, smallestGroup: await smallestGroup(tx) };
    });
  }

  /** 403 for another role's part, 422 with every field that does not fit, 409 once the version is fixed. */
  save(actor: Actor, place: { readonly toolId: string; readonly number: number }, input: DeclaredInput): Promise<Version> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockTool(tx, place.toolId);
      const { id } = await versionAt(tx, place.toolId, place.number);
      if (input.metrics) await writeMetrics(tx, actor, now, id, input.metrics);
      if (input.dashboards) await writeDashboards(tx, actor, now, id, input.dashboards);
      if (input.grade) await writeGrade(tx, actor, now, id, input.grade);
      if (input.individualView !== undefined) await writeIndividualView(tx, actor, now, id, input.individualView);
      return versionAt(tx, place.toolId, place.number);
    });
  }
}
