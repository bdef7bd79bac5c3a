import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { attempt, type Body } from '../doors.js';
import { objectionPaths } from '../objections.paths.js';
import { keyIn, textIn, typedIn } from '../typed.js';
import { DetrimentFormPage } from '../web/detriment-form.js';
import { DetrimentListPage, DetrimentReportPage } from '../web/detriment-pages.js';
import { detrimentCatalogue } from './detriment.catalogue.js';
import { DetrimentDto, DetrimentMessageDto } from './detriment.dto.js';
import { DetrimentService, type NewReport } from './detriment.service.js';

export const reportIn = (dto: DetrimentDto): NewReport => ({
  objectionId: dto.objection || null,
  receipt: dto.receipt ?? '',
  what: dto.what,
  happenedOn: dto.happenedOn,
  story: dto.story.trim(),
});

/** *Ik word benadeeld*: reported by the person, read by confidential adviser and DPO. */
@PageController()
export class OwnDetrimentPages {
  constructor(private readonly detriment: DetrimentService) {}

  @Get(objectionPaths.detriment)
  @Allow('signed-in')
  async list(@Who() actor: Actor): Promise<VNode> {
    const views = await this.detriment.own(actor);
    const rows = views.map(({ report, isClosed }) => ({ ...report, isClosed, href: objectionPaths.ownDetriment(report.id) }));
    return <DetrimentListPage own rows={rows} newHref={objectionPaths.detrimentNew} />;
  }

  @Get(objectionPaths.detrimentNew)
  @Allow('signed-in')
  form(@Who() actor: Actor, @Query('objection') objection?: unknown): Promise<VNode> {
    return this.page(actor, typeof objection === 'string' ? { objection } : {});
  }

  @Post(objectionPaths.detriment)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const own = { ...actor, role: 'employee' as const };
    const done = await attempt(DetrimentDto, body, actor.language, (dto) => this.detriment.lodge(own, reportIn(dto), keyIn(body)));
    if (!done.ok) return unprocessable(await this.page(actor, typedIn(body), done.errors));
    return seeOther(objectionPaths.ownDetriment(done.value));
  }

  @Get(objectionPaths.ownDetrimentOf)
  @Allow('signed-in')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.report(actor, id);
  }

  @Post(objectionPaths.ownDetrimentMessageOf)
  @Allow('signed-in')
  async add(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DetrimentMessageDto, body, actor.language, (dto) => this.detriment.add(actor, id, dto.text.trim()));
    if (!done.ok) return unprocessable(await this.report(actor, id, textIn(body, 'text'), done.errors));
    return seeOther(objectionPaths.ownDetriment(id), text(detrimentCatalogue, actor.language)('one.sent'));
  }

  private async page(actor: Actor, typed: Record<string, string>, errors?: readonly FieldError[]): Promise<VNode> {
    const form = await this.detriment.form({ ...actor, role: 'employee' });
    return <DetrimentFormPage action={objectionPaths.detriment} {...form} idempotencyKey={newId('i')} typed={typed} errors={errors} />;
  }

  private async report(actor: Actor, id: string, typed?: string, errors?: readonly FieldError[]): Promise<VNode> {
    const view = await this.detriment.ownOne(actor, id);
    return <DetrimentReportPage {...view} own typed={typed === undefined ? undefined : { text: typed }} errors={errors} />;
  }
}
