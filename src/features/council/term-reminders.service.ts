import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { formatDay } from '../../platform/i18n/index.js';
import { record } from '../evidence/index.js';
import { councilMembers } from '../people/index.js';
import { councilPaths } from './council.paths.js';
import { councilText } from './council-texts.js';
import { termReminderDue } from './domain/term.js';
import { mailMembers } from './mail-members.js';
import { lockRoster } from './rosters.repository.js';
import { currentSeating, insertTermReminder, termReminders } from './seatings.repository.js';

/** Reminds the members that their term of office ends. It ends nothing: the council itself changes who is in it. */
@Injectable()
export class TermRemindersService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** However late or often it runs, each reminder goes out once. */
  remindOfTerm(): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      const { termEndsOn } = await currentSeating(tx, now);
      if (termEndsOn === null) return;
      const due = termReminderDue(termEndsOn, dayOf(now), await termReminders(tx, termEndsOn));
      if (due === null) return;
      await insertTermReminder(tx, termEndsOn, due, now);
      await mailMembers(tx, await councilMembers(tx), (language) => {
        const t = councilText(language);
        const link = `${this.config.baseUrl}${councilPaths.settings}`;
        return { subject: t('mail.term'), text: t('mail.termText', { to: formatDay(termEndsOn, language), link }) };
      });
      await record(tx, SYSTEM, now, 'council.term-reminded', {}, { endsOn: termEndsOn, days: due });
    });
  }
}
