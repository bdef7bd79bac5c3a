import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { pdfOf } from '../../platform/pdf/index.js';
import { versionAt } from '../tools/index.js';
import { languagesOf } from './domain/notice-content.js';
import { isAnnouncement } from './inbox.repository.js';
import { NoticeChainCheck } from './notice-chain-check.js';
import { type EarlierText, findText, otherLanguageOf, type PublishedText, textBefore } from './notice-content.repository.js';
import { canBePrinted } from './domain/printed-scripts.js';
import { noticePaper } from './notice-paper.js';
import { noticeDraft } from './notice-source.js';
import { type Reader, type Shown } from './notice-view.js';

export interface ReadNotice {
  readonly notice: PublishedText;
  readonly before: EarlierText | null;
  readonly reader: Reader;
  /** The languages that it can be had in. */
  readonly languages: readonly string[];
}

/** What a notice says: before it is sent, as it was sent, and on paper. It writes nothing; who may see it is for the pages. */
@Injectable()
export class NoticeReadingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: NoticeChainCheck,
  ) {}

  read(actor: Actor, noticeId: string): Promise<ReadNotice> {
    return this.transactions.read(async (tx) => {
      const notice = await findText(tx, noticeId);
      if (!notice) throw notFound();
      const other = actor.personId === null ? null : await otherLanguageOf(tx, actor.personId);
      return {
        notice,
        before: await textBefore(tx, notice.toolId, notice.publishedAt),
        reader: { language: actor.language, other },
        languages: isAnnouncement(notice.content) ? ['nl', 'en'] : languagesOf(notice.content),
      };
    });
  }

  /** The paper in one of the languages of the notice; in the reader's own where another is asked for. */
  async paper(actor: Actor, noticeId: string, asked: unknown): Promise<{ readonly name: string; readonly pdf: Buffer }> {
    const { notice, before, languages } = await this.read(actor, noticeId);
    const language = languages.find((one) => one === asked && canBePrinted(one)) ?? actor.language;
    const frame: Language = language === 'nl' || language === 'en' ? language : actor.language;
    return { name: `${notice.reference}.pdf`, pdf: await pdfOf(noticePaper(notice, before, language, frame)) };
  }

  /** The notice of a version as it would be sent now. */
  preview(toolId: string, number: number): Promise<Shown & { readonly number: number }> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      const { content } = await noticeDraft(tx, version, await this.chain.decisionOn(tx, version.id, now));
      const before = await textBefore(tx, toolId, now);
      return { kind: before ? 'change' : 'notice', toolName: version.toolName, number: version.number, content, before };
    });
  }
}
