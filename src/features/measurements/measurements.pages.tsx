import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { attempt, type Body, typedIn } from './doors.js';
import { MeasuredService } from './measured.service.js';
import { measurementsCatalogue } from './measurements.catalogue.js';
import { CriterionForm, HoldForm, LockForm } from './measurements.dto.js';
import { measurementPaths } from './measurements.paths.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { RetentionService } from './retention/retention.service.js';
import { MeasuredToolsPage } from './web/list-page.js';
import { READS_BREACHES } from './locked.pages.js';
import { ToolPage } from './web/tool-page.js';

/** What of each tool is kept, refused, erased, held and locked; the privacy officer acts on it. */
@PageController()
export class MeasurementsPages {
  constructor(
    private readonly measured: MeasuredService,
    private readonly retention: RetentionService,
    private readonly quarantine: QuarantineService,
  ) {}

  @Get(measurementPaths.list)
  @Allow('privacy_officer', 'dpo', 'or_chair', 'or_secretary', 'or_member')
  async list(): Promise<VNode> {
    return <MeasuredToolsPage tools={await this.measured.list()} />;
  }

  @Get(measurementPaths.toolOf)
  @Allow('privacy_officer', 'dpo', 'or_chair', 'or_secretary', 'or_member')
  one(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    return this.page(actor, toolId);
  }

  @Post(measurementPaths.holdsOf)
  @Allow('privacy_officer')
  async hold(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(HoldForm, body, actor.language, (form) =>
      this.retention.placeHold(actor, toolId, form.holdReason.trim(), form.holdEndsOn),
    );
    if (!done.ok) return unprocessable(await this.page(actor, toolId, done.errors, body));
    return seeOther(measurementPaths.tool(toolId), text(measurementsCatalogue, actor.language)('hold.done'));
  }

  @Post(measurementPaths.criteriaOf)
  @Allow('privacy_officer')
  async criterion(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(CriterionForm, body, actor.language, (form) =>
      this.retention.recordCriterion(actor, toolId, form.purpose, form.happenedOn),
    );
    if (!done.ok) return unprocessable(await this.page(actor, toolId, done.errors, body));
    return seeOther(measurementPaths.tool(toolId), text(measurementsCatalogue, actor.language)(`criterion.${done.done}`));
  }

  @Post(measurementPaths.quarantinesOf)
  @Allow('privacy_officer')
  async lock(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(LockForm, body, actor.language, (form) =>
      this.quarantine.open(actor, { toolId, cause: form.lockCause, fromOn: form.lockFrom, reason: form.lockReason.trim() }),
    );
    if (!done.ok) return unprocessable(await this.page(actor, toolId, done.errors, body));
    return seeOther(measurementPaths.quarantine(done.done), text(measurementsCatalogue, actor.language)('lock.done'));
  }

  private async page(actor: Actor, toolId: string, errors?: readonly FieldError[], body: Body = {}): Promise<VNode> {
    const measured = await this.measured.one(toolId);
    return (
      <ToolPage
        measured={measured}
        mayAct={actor.role === 'privacy_officer'}
        readsBreaches={READS_BREACHES.some((role) => role === actor.role)}
        typed={typedIn(body)}
        errors={errors}
      />
    );
  }
}
