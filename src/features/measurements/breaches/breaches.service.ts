import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { breachesDue, type BreachRow, findBreach, insertDecision } from './breaches.repository.js';
import { tellOfficers } from './note-breach.js';

const HOUR_MS = 3_600_000;
const REMINDED_HOURS = 24;

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

  /** A day before the end of the 72 hours, once: run every hour. */
  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const ends = Math.floor(this.clock.now().getTime() / HOUR_MS) * HOUR_MS + REMINDED_HOURS * HOUR_MS;
      for (const breach of await breachesDue(tx, new Date(ends), new Date(ends + HOUR_MS)))
        await tellOfficers(tx, 'breachDue', breach, this.config.baseUrl);
    });
  }
}
