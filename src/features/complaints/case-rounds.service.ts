import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { recordConfidential } from '../evidence/index.js';
import { holdersOf, mailPersons } from '../people/index.js';
import { caseMail } from './complaints.mail.js';
import { complaintPaths } from './complaints.paths.js';
import { assign, casesToErase, casesToPassOn, casesToRemind, casesUnconfirmed, insertMessage } from './complaints.repository.js';
import { acknowledgeBy, endedBefore, type MessageKind, REMINDER_DAYS } from './domain/complaint-state.js';
import { eraseContents, forgetLooseFiles, openersOf } from './sealed.repository.js';
import { tellHandler } from './store-complaint.js';

/** What happens to cases by itself, once a day. No key is needed for it, and none is there. */
@Injectable()
export class CaseRoundsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** A late case, or one whose handler left, goes to the deputy: somebody for whom it was sealed, so who may handle it and can open it. Never to HR. */
  passOn(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const holders = (await holdersOf(tx, ['complaint_handler', 'trusted_person'])).map(({ personId }) => personId);
      for (const { id, handlerId } of await casesToPassOn(tx, dayOf(now))) {
        const next = (await openersOf(tx, id)).find((personId) => personId !== handlerId && holders.includes(personId));
        if (!next) continue;
        await assign(tx, id, next);
        await this.note(tx, id, 'handed_over', now);
        await recordConfidential(tx, now, { kind: 'complaint.handed_over', complaint: id });
        await tellHandler(tx, next, this.config.baseUrl);
      }
    });
  }

  /** Receipt that no handler confirmed by the last day is confirmed by the system. It stands with the case; nobody is mailed. */
  acknowledge(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const waiting = (await casesUnconfirmed(tx)).filter((complaint) => acknowledgeBy(complaint) <= dayOf(now));
      for (const { id } of waiting) {
        await this.note(tx, id, 'acknowledged', now);
        await recordConfidential(tx, now, { kind: 'complaint.acknowledged', complaint: id });
      }
    });
  }

  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const due = await casesToRemind(tx, addDays(dayOf(now), REMINDER_DAYS));
      for (const { id } of due) await this.note(tx, id, 'reminded', now);
      const handlers = [...new Set(due.map(({ handlerId }) => handlerId))];
      if (handlers.length > 0) await mailPersons(tx, handlers, caseMail('due', `${this.config.baseUrl}${complaintPaths.cases}`));
    });
  }

  /** A year after the end texts, files and keys go. */
  erase(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const cases = await casesToErase(tx, endedBefore(dayOf(now)));
      await eraseContents(
        tx,
        cases.map(({ id }) => id),
      );
      for (const { id } of cases) {
        await this.note(tx, id, 'erased', now);
        await recordConfidential(tx, now, { kind: 'complaint.erased', complaint: id });
      }
    });
  }

  forgetDrafts(now: Date): Promise<void> {
    return this.transactions.run((tx) => forgetLooseFiles(tx, addDays(dayOf(now), -1)));
  }

  private note(tx: Tx, complaintId: string, kind: MessageKind, now: Date): Promise<void> {
    return insertMessage(tx, { id: newId('m'), complaintId, kind, side: 'house', onDay: dayOf(now) });
  }
}
