import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { insertReminders, openRequests } from './advice.repository.js';
import { mailHolders } from './advice-mails.js';
import { remindersDue } from './domain/advice-terms.js';
import { equatedDays } from './equated-days.js';

const EVERY_MORNING = '0 6 * * *';

/** Reminds the DPO of requests that wait. However late or often it runs, each reminder goes out once, and not two at a time. */
@Injectable()
export class AdviceJobs implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular(EVERY_MORNING, { name: 'advice.remind', run: async () => this.remind() });
  }

  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await tx.query(`select pg_advisory_xact_lock(hashtext('advice.remind'))`);
      const equated = await equatedDays(tx);
      for (const request of await openRequests(tx)) {
        const due = remindersDue(dayOf(request.askedAt), dayOf(now), equated).filter((day) => !request.reminded.includes(day));
        if (due.length === 0) continue;
        await insertReminders(tx, request.id, due, now);
        await mailHolders(tx, ['dpo'], 'reminder', request);
      }
    });
  }
}
