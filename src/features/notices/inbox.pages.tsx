import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../platform/http/index.js';
import { formatInstant, text } from '../../platform/i18n/index.js';
import { InboxService } from './inbox.service.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { languageName } from './language-name.js';
import { ReadingService } from './translations/reading.service.js';
import { translationsCatalogue } from './translations/translations.catalogue.js';
import { YearlyService } from './yearly/yearly.service.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { inboxTitle, minePageProps } from './notices.views.js';
import { InboxPage, MinePage } from './web/inbox-pages.js';

/** Doors of features beside this one. */
const OBJECT = '/me/objections/new';
const COMPLAIN = '/complaints';

@PageController()
export class InboxPages {
  constructor(
    private readonly inboxes: InboxService,
    private readonly readings: NoticeReadingService,
    private readonly translations: ReadingService,
    private readonly yearly: YearlyService,
  ) {}

  @Get(noticePaths.inbox)
  @Allow('signed-in')
  async inbox(@Who() actor: Actor): Promise<VNode> {
    const t = text(noticesCatalogue, actor.language);
    const { lines, handOvers } = await this.inboxes.inbox(actor);
    const w = text(translationsCatalogue, actor.language);
    return (
      <InboxPage
        rows={lines.map((line) => ({
          href: noticePaths.mine(line.id),
          title: inboxTitle(line, actor.language),
          at: line.sentAt,
          state: line.acknowledgedAt ? 'acknowledged' : line.openedAt ? 'read' : 'new',
        }))}
        handOvers={handOvers.map((one) => ({
          href: noticePaths.handOver(one.id),
          text:
            one.personId === actor.personId
              ? t('inbox.handOverMine', { date: formatInstant(one.handedAt, actor.language), tool: one.toolName })
              : t('inbox.handOverWitness'),
        }))}
        readings={(await this.translations.open(actor)).map((one) => ({
          href: noticePaths.reading(one.id),
          text: w('reading.inbox', { language: languageName(one.language, actor.language) }),
        }))}
        yearly={(await this.yearly.mine(actor)).map((one) => ({ href: noticePaths.yearly(one.id), at: one.sentAt }))}
      />
    );
  }

  /** Opening while signed in is the proof of delivery. */
  @Get(noticePaths.mineOf)
  @Allow('signed-in')
  async mine(@Who() actor: Actor, @Param('noticeId') noticeId: string): Promise<VNode> {
    const delivered = await this.inboxes.open(actor, noticeId);
    const object = `${OBJECT}?tool=${encodeURIComponent(delivered.toolId)}`;
    return <MinePage {...minePageProps(delivered, await this.readings.read(actor, noticeId), { object, complain: COMPLAIN })} />;
  }

  @Post(noticePaths.acknowledgementOf)
  @Allow('signed-in')
  async acknowledge(
    @Who() actor: Actor,
    @Param('noticeId') noticeId: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    await this.inboxes.acknowledge(actor, noticeId);
    return seeOther(noticePaths.mine(noticeId), text(noticesCatalogue, actor.language)('mine.ackDone'));
  }
}
