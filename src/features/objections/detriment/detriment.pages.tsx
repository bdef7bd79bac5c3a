import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { attempt, type Body } from '../doors.js';
import { objectionPaths } from '../objections.paths.js';
import { keyIn, typedIn } from '../typed.js';
import { DetrimentFormPage } from '../web/detriment-form.js';
import { DetrimentListPage, DetrimentReportPage } from '../web/detriment-pages.js';
import { detrimentCatalogue } from './detriment.catalogue.js';
import { DetrimentAnswerDto, DetrimentDto } from './detriment.dto.js';
import { DetrimentService } from './detriment.service.js';
import { reportIn } from './own-detriment.pages.js';

/** Reports of detriment, to the confidential adviser and the DPO; the adviser can make one for somebody. */
@PageController()
export class DetrimentPages {
  constructor(private readonly detriment: DetrimentService) {}

  @Get(objectionPaths.detrimentReports)
  @Allow('trusted_person', 'dpo')
  async list(@Who() actor: Actor): Promise<VNode> {
    const views = await this.detriment.reports(actor);
    const rows = views.map(({ report, isClosed }) => ({ ...report, isClosed, href: objectionPaths.detrimentReport(report.id) }));
    return <DetrimentListPage own={false} rows={rows} newHref={actor.role === 'trusted_person' ? objectionPaths.detrimentBehalf : null} />;
  }

  @Get(objectionPaths.detrimentBehalf)
  @Allow('trusted_person')
  form(@Who() actor: Actor): Promise<VNode> {
    return this.page(actor, {});
  }

  @Post(objectionPaths.detrimentBehalf)
  @Allow('trusted_person')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DetrimentDto, body, actor.language, (dto) => this.detriment.lodge(actor, reportIn(dto), keyIn(body)));
    if (!done.ok) return unprocessable(await this.page(actor, typedIn(body), done.errors));
    return seeOther(objectionPaths.detrimentReport(done.value));
  }

  @Get(objectionPaths.detrimentReportOf)
  @Allow('trusted_person', 'dpo')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.report(actor, id);
  }

  @Post(objectionPaths.detrimentMessageOf)
  @Allow('trusted_person', 'dpo')
  async answer(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DetrimentAnswerDto, body, actor.language, (dto) =>
      this.detriment.answer(actor, id, dto.kind, dto.text.trim()),
    );
    if (!done.ok) return unprocessable(await this.report(actor, id, typedIn(body), done.errors));
    return seeOther(objectionPaths.detrimentReport(id), text(detrimentCatalogue, actor.language)('one.sent'));
  }

  private async page(actor: Actor, typed: Record<string, string>, errors?: readonly FieldError[]): Promise<VNode> {
    const form = await this.detriment.form(actor);
    return (
      <DetrimentFormPage
        action={objectionPaths.detrimentBehalf}
        forOther
        {...form}
        idempotencyKey={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  private async report(actor: Actor, id: string, typed?: Record<string, string>, errors?: readonly FieldError[]): Promise<VNode> {
    return <DetrimentReportPage {...await this.detriment.one(actor, id)} own={false} typed={typed} errors={errors} />;
  }
}
