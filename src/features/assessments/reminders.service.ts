import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { equatedDays } from '../people/index.js';
import { insertReminders, lockReminders, openRequests } from './advice.repository.js';
import { mailHolders } from './advice-mails.js';
import { remindersDue } from './domain/advice-terms.js';

@Injectable()
export class RemindersService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Reminds the DPO of requests that wait. However late or often it runs, each reminder goes out once, and not two at a time. */
  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockReminders(tx);
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
