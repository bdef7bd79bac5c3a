import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Problem } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { noticePaths } from '../notices.paths.js';
import { ReadingService } from './reading.service.js';
import { readingPageProps } from './translation.views.js';
import { translationsCatalogue } from './translations.catalogue.js';
import { ReviewDto } from './translations.dto.js';
import { ReadingPage } from './web/reading-page.js';

type Body = Record<string, unknown>;

/** For the one person who was asked to read a translation over; for anyone else there is no such page. */
@PageController()
export class ReadingPages {
  constructor(private readonly readings: ReadingService) {}

  @Get(noticePaths.readingOf)
  @Allow('signed-in')
  async reading(@Who() actor: Actor, @Param('requestId') requestId: string): Promise<VNode> {
    return <ReadingPage {...readingPageProps(await this.readings.look(actor, requestId), actor.language)} />;
  }

  @Post(noticePaths.readingReviewOf)
  @Allow('signed-in')
  async review(@Who() actor: Actor, @Param('requestId') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(translationsCatalogue, actor.language);
    const parsed = parse(ReviewDto, body);
    if (!parsed.ok) {
      const errors = parsed.errors.map(({ field }) => ({
        field,
        text: t(field === 'remark' ? 'reading.needRemark' : 'reading.needVerdict'),
      }));
      return this.again(actor, requestId, errors, body);
    }
    const { covers, verdict } = parsed.value;
    const remark = (parsed.value.remark ?? '').trim();
    if (verdict === 'wrong' && remark === '')
      return this.again(actor, requestId, [{ field: 'remark', text: t('reading.needRemark') }], body);
    try {
      await this.readings.answer(actor, requestId, { covers, verdict, remark });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return this.again(actor, requestId, [{ field: 'verdict', text: t('reading.changed') }], body);
    }
    return seeOther(noticePaths.reading(requestId), t('reading.done'));
  }

  private async again(actor: Actor, requestId: string, errors: readonly FieldError[], body: Body): Promise<PageResult> {
    const typed = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
    const shown = { verdict: typed('verdict'), remark: typed('remark'), errors };
    return unprocessable(<ReadingPage {...readingPageProps(await this.readings.look(actor, requestId), actor.language, shown)} />);
  }
}
