import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { text } from '../../../platform/i18n/index.js';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { queueMails } from '../../../platform/mail/index.js';
import { record } from '../../evidence/index.js';
import { noticePaths } from '../notices.paths.js';
import { yearlyCatalogue } from './yearly.catalogue.js';
import { RECIPIENTS, remindYearly, type YearlyLine, yearlyOf, yearlyReminder, type YearlyReminder } from './yearly.repository.js';

const REMIND_YEARLY = 'notices.remind-yearly';

/** Once a year each person hears which tools are on for their group, and that they can object. */
@Injectable()
export class YearlyService implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('40 5 * * *', { name: REMIND_YEARLY, run: async (_payload, now) => void (await this.remind(now)) });
  }

  /** Whoever's turn it is on this day. Running it twice reminds nobody twice. Answers how many were reminded. */
  remind(now: Date): Promise<number> {
    return this.transactions.run(async (tx) => {
      const id = newId('y');
      const batch = await remindYearly(tx, id, dayOf(now), now);
      if (batch.people === 0) return 0;
      for (const language of ['nl', 'en'] as const) {
        const t = text(yearlyCatalogue, language);
        const body = t('mail.text', { url: `${this.config.baseUrl}${noticePaths.yearly(id)}` });
        await queueMails(tx, { subject: t('mail.subject'), text: body, recipients: { sql: RECIPIENTS, parameters: [id, language] } });
      }
      await record(tx, SYSTEM, now, 'notice.yearly-reminded', { subjectId: id }, { ...batch });
      return batch.people;
    });
  }

  mine(actor: Actor): Promise<readonly YearlyLine[]> {
    const { personId } = actor;
    return personId === null ? Promise.resolve([]) : this.transactions.read((tx) => yearlyOf(tx, personId));
  }

  one(actor: Actor, reminderId: string): Promise<YearlyReminder> {
    return this.transactions.read(async (tx) => {
      const found = actor.personId === null ? null : await yearlyReminder(tx, reminderId, actor.personId);
      if (!found) throw notFound();
      return found;
    });
  }
}
