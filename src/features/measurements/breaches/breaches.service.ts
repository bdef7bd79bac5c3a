import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { type BreachRow, findBreach, insertDecision, takeUnreminded } from './breaches.repository.js';
import { tellOfficers } from './note-breach.js';

const DAY_MS = 86_400_000;

export interface BreachDecided {
  readonly decision: 'reported' | 'not_reported';
  readonly reasons: string;
  readonly authorityReference: string | null;
}

/** The privacy officer decides within 72 hours whether the authority is told (GDPR 33); the reasons are kept either way (33(5)). */
@Injectable()
export class BreachesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async read(id: string): Promise<BreachRow & { readonly isLate: boolean }> {
    const breach = await this.transactions.read((tx) => findBreach(tx, id));
    if (!breach) throw notFound();
    return { ...breach, isLate: (breach.decidedAt ?? this.clock.now()) > breach.reportBy };
  }

  decide(actor: Actor, id: string, { decision, reasons, authorityReference }: BreachDecided): Promise<void> {
    return this.transactions.run(async (tx) => {
      const breach = await findBreach(tx, id);
      if (!breach) throw notFound();
      if (decision === 'reported' && authorityReference === null) throw unusable('authorityReference', 'breach.reference_needed');
      const now = this.clock.now();
      const decided = await insertDecision(tx, { id, decision, reasons, authorityReference, by: actor.personId ?? '', at: now });
      if (!decided) throw refused('breach.decided');
      const late = now > breach.reportBy;
      await record(tx, actor, now, 'breach.decided', { toolId: breach.toolId, subjectId: id }, { decision, late });
    });
  }

  /** A day before the end of the 72 hours, or as soon after that as this runs; once. */
  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      for (const breach of await takeUnreminded(tx, now, new Date(now.getTime() + DAY_MS))) {
        const late = now > breach.reportBy;
        await tellOfficers(tx, late ? 'breachLate' : 'breachDue', breach, this.config.baseUrl);
        await record(tx, SYSTEM, now, 'breach.reminded', { toolId: breach.toolId, subjectId: breach.id }, { late });
      }
    });
  }
}
