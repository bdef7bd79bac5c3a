import { Get, Param, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, file, PageController, type PageResult, Who } from '../../platform/http/index.js';
import { formatInstantDay, text } from '../../platform/i18n/index.js';
import { InboxService } from './inbox.service.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { noticeText } from './notice-view.js';
import { PreviewPage, SentTextPage } from './web/text-pages.js';

const PDF = 'application/pdf';
const numberOf = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);

/** What notices say, on the screen and on paper. */
@PageController()
export class NoticeTextPages {
  constructor(
    private readonly readings: NoticeReadingService,
    private readonly inboxes: InboxService,
  ) {}

  @Get(noticePaths.previewOf)
  @Allow('hr_registrar', 'dpo', 'privacy_officer', 'director')
  async preview(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const shown = await this.readings.preview(toolId, numberOf(number));
    return (
      <PreviewPage
        notice={noticeText(shown, { language: actor.language, other: null })}
        toolName={shown.toolName}
        number={shown.number}
        backHref={noticePaths.draft(toolId, shown.number)}
      />
    );
  }

  @Get(noticePaths.textOf)
  @Allow('hr_registrar', 'dpo', 'privacy_officer', 'director', 'or_member', 'or_chair', 'or_secretary')
  async sent(@Who() actor: Actor, @Param('noticeId') noticeId: string): Promise<VNode> {
    const { notice, before, languages } = await this.readings.read(actor, noticeId);
    const t = text(noticesCatalogue, actor.language);
    return (
      <SentTextPage
        notice={noticeText({ ...notice, before }, { language: actor.language, other: null })}
        backHref={noticePaths.published(noticeId)}
        sent={t('mine.sent', {
          date: formatInstantDay(notice.publishedAt, actor.language),
          reference: notice.reference,
          number: notice.versionNumber,
        })}
        papers={languages.map((language) => ({ language, href: noticePaths.paper(noticeId, language) }))}
      />
    );
  }

  @Get(noticePaths.paperOf)
  @Allow('hr_registrar', 'dpo', 'privacy_officer', 'director', 'or_member', 'or_chair', 'or_secretary')
  async paper(@Who() actor: Actor, @Param('noticeId') noticeId: string, @Query('language') asked?: unknown): Promise<PageResult> {
    const { name, pdf } = await this.readings.paper(actor, noticeId, asked);
    return file(pdf, PDF, name);
  }

  /** Opening the paper while signed in proves as much as opening the page. */
  @Get(noticePaths.ownPaperOf)
  @Allow('signed-in')
  async ownPaper(@Who() actor: Actor, @Param('noticeId') noticeId: string, @Query('language') asked?: unknown): Promise<PageResult> {
    await this.inboxes.open(actor, noticeId);
    const { name, pdf } = await this.readings.paper(actor, noticeId, asked);
    return file(pdf, PDF, name);
  }
}
