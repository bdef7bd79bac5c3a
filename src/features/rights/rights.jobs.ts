import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOf } from '../../kernel/clock.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { caseMail } from '../objections/index.js';
import { mailPersons } from '../people/index.js';
import { rightsPaths } from './rights.paths.js';
import { handlersOfDue, liftRestrictions } from './rights.repository.js';

/** So many days before the last day, on it, and once after it. */
const REMINDED = [7, 2, 0, -1];

@Injectable()
export class RightsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/15 * * * *', { name: 'rights.lift-restrictions', run: (_payload, now) => this.liftRestrictions(now) });
    this.registry.addRegular('40 6 * * *', { name: 'rights.remind', run: (_payload, now) => this.remind(now) });
  }

  /** Safe twice: what is lifted is not lifted again. */
  liftRestrictions(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const requests = await liftRestrictions(tx, dayOf(now), now);
      if (requests.length > 0) await recordConfidential(tx, now, { kind: 'right.restriction_lifted', requests });
    });
  }

  /** One mail to each handler, whatever the number of requests. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const today = dayOf(now);
      const handlers = await handlersOfDue(
        tx,
        REMINDED.map((days) => addDays(today, days)),
      );
      if (handlers.length > 0) await mailPersons(tx, handlers, caseMail('due', `${this.config.baseUrl}${rightsPaths.list}`));
    });
  }
}
