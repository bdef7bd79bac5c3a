import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Language } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { formatInstant, text } from '../../platform/i18n/index.js';
import { jobPaths } from '../jobs/index.js';
import { handOverFrom } from './domain/hand-over.js';
import { CoverageService } from './coverage.service.js';
import { deliveryCatalogue } from './delivery.catalogue.js';
import { readDraftForm } from './draft-form.js';
import { HandOversService } from './hand-overs.service.js';
import { HandOverDto } from './notices.dto.js';
import { noticePaths } from './notices.paths.js';
import { NoticesService } from './notices.service.js';
import { noticesCatalogue, type NoticesKey } from './notices.catalogue.js';
import { draftErrors, draftPageProps, formOf } from './draft-views.js';
import { DraftPage } from './web/draft-page.js';
import { PublishedPage } from './web/published-page.js';

type Body = Record<string, unknown>;

const numberOf = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);
const words = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const handOverError = (code: string, language: Language): string =>
  code === 'handOver.self' ? text(deliveryCatalogue, language)('paper.self.refused') : text(noticesCatalogue, language)(code as NoticesKey);

@PageController()
export class NoticesPages {
  constructor(
    private readonly notices: NoticesService,
    private readonly handOvers: HandOversService,
    private readonly coverages: CoverageService,
  ) {}

  @Get(noticePaths.draftOf)
  @Allow('hr_registrar', 'dpo', 'privacy_officer', 'director')
  async draft(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const view = await this.notices.draft(toolId, numberOf(number));
    const shown = { language: actor.language, mayWrite: actor.role === 'hr_registrar', idempotencyKey: newId('i') };
    return <DraftPage {...draftPageProps(view, shown)} />;
  }

  @Post(noticePaths.draftOf)
  @Allow('hr_registrar')
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const view = await this.notices.draft(toolId, numberOf(number));
    const typed = readDraftForm(body, formOf(view));
    if (typed.errors.length > 0) {
      const errors = draftErrors(typed, actor.language);
      return unprocessable(
        <DraftPage {...draftPageProps(view, { language: actor.language, mayWrite: true, idempotencyKey: newId('i'), typed, errors })} />,
      );
    }
    await this.notices.save(actor, toolId, numberOf(number), typed.texts, typed.others);
    return seeOther(noticePaths.draft(toolId, numberOf(number)), text(noticesCatalogue, actor.language)('draft.saved'));
  }

  @Post(noticePaths.publicationOf)
  @Allow('hr_registrar')
  async publish(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    refuseFields(body);
    const key = body['_idempotency'];
    const { reference, jobId } = await this.notices.publish(actor, toolId, numberOf(number), typeof key === 'string' ? key : undefined);
    const next = jobId ? jobPaths.job(jobId) : noticePaths.draft(toolId, numberOf(number));
    return seeOther(next, text(noticesCatalogue, actor.language)('draft.sent', { reference }));
  }

  @Get(noticePaths.publishedOf)
  @Allow('hr_registrar', 'dpo', 'privacy_officer', 'director', 'or_member', 'or_chair', 'or_secretary')
  published(@Who() actor: Actor, @Param('noticeId') noticeId: string): Promise<VNode> {
    return this.publishedPage(actor, noticeId);
  }

  @Post(noticePaths.handOversOf)
  @Allow('hr_registrar')
  async handOver(@Who() actor: Actor, @Param('noticeId') noticeId: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(noticesCatalogue, actor.language);
    const parsed = parse(HandOverDto, body);
    if (!parsed.ok) {
      const errors = parsed.errors.map(({ field }) => ({ field, text: t('handOver.needed') }));
      return unprocessable(await this.publishedPage(actor, noticeId, errors, words(body)));
    }
    const { staffNumber, way, statement } = parsed.value;
    const witnessNumber = parsed.value.witnessNumber.trim() || null;
    try {
      await this.handOvers.handOver(actor, noticeId, { staffNumber, way, statement, witnessNumber });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      const errors = error.reasons.map(({ field, code }) => ({ field: field ?? '', text: handOverError(code, actor.language) }));
      return unprocessable(await this.publishedPage(actor, noticeId, errors, words(body)));
    }
    const done = witnessNumber ? t('handOver.done') : text(deliveryCatalogue, actor.language)('paper.done');
    return seeOther(noticePaths.published(noticeId), done);
  }

  private async publishedPage(
    actor: Actor,
    noticeId: string,
    errors?: readonly { field: string; text: string }[],
    typed?: Record<string, string>,
  ): Promise<VNode> {
    const { notice, coverage, going } = await this.coverages.published(noticeId);
    return (
      <PublishedPage
        toolName={notice.toolName}
        backHref={noticePaths.draft(notice.toolId, notice.versionNumber)}
        textHref={noticePaths.text(noticeId)}
        number={notice.versionNumber}
        reference={notice.reference}
        publishedAt={notice.publishedAt}
        coverage={coverage}
        going={going && { ...going, href: going.startedBy === actor.personId ? jobPaths.job(going.id) : null }}
        mayHandOver={actor.role === 'hr_registrar'}
        handOverFrom={formatInstant(handOverFrom({ sentAt: notice.publishedAt }), actor.language)}
        handOverAction={noticePaths.handOvers(noticeId)}
        errors={errors}
        typed={typed}
      />
    );
  }
}
