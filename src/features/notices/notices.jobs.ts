import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { dayOf } from '../../kernel/clock.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { record } from '../evidence/index.js';
import { REMINDER_DAYS, REMINDERS } from './domain/hand-over.js';
import { mailBatch, mailTexts } from './notice-mail.js';
import { noticePaths } from './notices.paths.js';
import { deliverToScope, findNotice, remindUnopened, standingNotices } from './notices.repository.js';
import { NoticesService } from './notices.service.js';

const TELL_CLAIM = 'notices.tell-claim';
const INFORM = 'notices.inform';
const DELIVER_TO_JOINERS = 'notices.deliver-to-joiners';
const REMIND = 'notices.remind';

type TellClaim = { readonly versionId: string; readonly ground: string };
type InformAll = { readonly versionId: string; readonly nl: AnnouncedText; readonly en: AnnouncedText };
type AnnouncedText = { readonly title: string; readonly body: string };

@Injectable()
export class NoticesJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly notices: NoticesService,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/5 * * * *', { name: DELIVER_TO_JOINERS, run: (_payload, now) => this.deliverToJoiners(now) });
    this.registry.addRegular('15 * * * *', { name: REMIND, run: (_payload, now) => this.remind(now) });
    this.registry.add({ name: TELL_CLAIM, run: (payload, now) => this.tellClaim(payload, now) });
    this.registry.add({ name: INFORM, run: (payload, now) => this.inform(payload, now) });
  }

  /** Who came into scope since a notice was sent gets it too. */
  deliverToJoiners(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const { id, toolId } of await standingNotices(tx)) {
        const batch = await deliverToScope(tx, id, dayOf(now), now);
        if (batch.people === 0) continue;
        await this.mail(tx, 'notice', id, now);
        await record(tx, SYSTEM, now, 'notice.delivered-to-joiners', { toolId, subjectId: id }, { ...batch });
      }
    });
  }

  /** Two reminders, to whoever has no proof of delivery yet. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const { noticeId, toolId, people } of await remindUnopened(tx, now, { days: REMINDER_DAYS, most: REMINDERS })) {
        await this.mail(tx, 'reminder', noticeId, now);
        await record(tx, SYSTEM, now, 'notice.reminded', { toolId, subjectId: noticeId }, { people });
      }
    });
  }

  private tellClaim(payload: Json, now: Date): Promise<void> {
    const { versionId, ground } = payload as TellClaim;
    return this.transactions.run(async (tx) => void (await this.notices.tellClaim(tx, SYSTEM, now, versionId, ground)));
  }

  private inform(payload: Json, now: Date): Promise<void> {
    const { versionId, nl, en } = payload as InformAll;
    return this.transactions.run(
      async (tx) => void (await this.notices.inform(tx, SYSTEM, now, { versionId, kind: 'information', texts: { nl, en } })),
    );
  }

  private async mail(tx: Tx, name: 'notice' | 'reminder', noticeId: string, now: Date): Promise<void> {
    const notice = await findNotice(tx, noticeId);
    if (!notice) return;
    const texts = mailTexts(name, { tool: notice.toolName, url: `${this.config.baseUrl}${noticePaths.mine(noticeId)}` });
    await mailBatch(tx, name === 'notice' ? 'sent' : 'reminded', noticeId, now, texts);
  }
}
