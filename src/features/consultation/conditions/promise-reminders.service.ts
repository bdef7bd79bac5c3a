import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor.js';
import { addDays, type Clock, dayOf } from '../../../kernel/clock.js';
import { formatDay, text } from '../../../platform/i18n/index.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { queueMail } from '../../../platform/mail/index.js';
import { councilMembers, type Holder, holdersOf } from '../../people/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { isGroup } from '../domain/body.js';
import { REMIND_AT, reminderDue } from '../domain/promises.js';
import { conditionsCatalogue } from './conditions.catalogue.js';
import { promisers } from './promise-owners.js';
import { insertReminders, lockReminders, waitingPromises, type WaitingPromise } from './promises.repository.js';

interface Due extends WaitingPromise {
  readonly daysLeft: number;
}
const STAFF_CONTACT: readonly Role[] = ['pvt_contact', 'group_officer'];
const onceEach = <T extends Pick<Holder, 'personId'>>(people: readonly T[]): readonly T[] =>
  people.filter(({ personId }, at) => people.findIndex((other) => other.personId === personId) === at);

/** Reminds of promises; it decides nothing. What is overdue closes the gate by the day itself. */
@Injectable()
export class PromiseRemindersService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  /** However late or often it runs, each reminder goes out once: the nearest that has been reached, to the owner and to the council. */
  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const today = dayOf(now);
      await lockReminders(tx);
      const due: Due[] = (await waitingPromises(tx, addDays(today, Math.max(...REMIND_AT)))).flatMap((promise) => {
        const daysLeft = reminderDue(promise.dueOn, today, promise.reminded);
        return daysLeft === null ? [] : [{ ...promise, daysLeft }];
      });
      if (due.length === 0) return;
      await insertReminders(tx, due, now);
      const owners = await promisers(tx);
      const council = onceEach<Holder>([...(await councilMembers(tx)), ...(await holdersOf(tx, STAFF_CONTACT))]);
      for (const promise of due) {
        const owner = owners.filter(({ personId }) => personId === promise.ownerId);
        await this.mail(tx, owner, promise, consultationPaths.ownPromise(promise.id));
        const told = council.filter(({ role }) => role !== 'group_officer' || isGroup(promise.body));
        await this.mail(tx, told, promise, consultationPaths.promise(promise.id));
      }
    });
  }

  private async mail(tx: Tx, people: readonly Holder[], promise: Due, path: string): Promise<void> {
    const kind = promise.daysLeft > 0 ? 'due' : promise.daysLeft === 0 ? 'last' : 'late';
    for (const { mailAddress, language } of people) {
      if (mailAddress === null) continue;
      const t = text(conditionsCatalogue, language);
      const values = {
        tool: promise.toolName,
        days: Math.max(promise.daysLeft, 0),
        due: formatDay(promise.dueOn, language),
        url: `${this.config.baseUrl}${path}`,
      };
      await queueMail(tx, { to: mailAddress, subject: t(`mail.${kind}.subject`), text: t(`mail.${kind}.text`, values) });
    }
  }
}
