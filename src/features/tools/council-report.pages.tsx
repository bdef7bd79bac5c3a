import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { keyOf, mendable, parseErrors, reasonErrors } from './form-errors.js';
import { RegistrationService } from './registration.service.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { HeardAnswerDto, HeardDto, StopOrRepairDto } from './tools.dto.js';
import { toolPaths, toolRoutes } from './tools.paths.js';
import type { ToolRow } from './version.js';
import { HeardAnswerPage, HeardPage } from './web/heard-page.js';
import { StopOrRepairPage } from './web/stop-or-repair-page.js';

type Body = Record<string, unknown>;
const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

@PageController()
export class CouncilReportPages {
  constructor(private readonly registrations: RegistrationService) {}

  @Get(toolRoutes.councilReport)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  heard(): VNode {
    return <HeardPage idempotencyKey={newId('i')} />;
  }

  @Post(toolRoutes.councilReport)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async report(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const typed = { name: words(body['name']), what: words(body['what']) };
    const again = (errors: ReturnType<typeof parseErrors>): PageResult =>
      unprocessable(<HeardPage idempotencyKey={newId('i')} typed={typed} errors={errors} />);
    const parsed = parse(HeardDto, body);
    if (!parsed.ok) return again(parseErrors(parsed.errors, actor.language));
    try {
      const input = { name: parsed.value.name, councilClaim: parsed.value.what };
      const { toolId, reference } = await this.registrations.start(actor, input, keyOf(body));
      return seeOther(toolPaths.councilReportAnswer(toolId), text(toolsCatalogue, actor.language)('heardDone', { reference }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'tool.name-taken') return again(reasonErrors(error.reasons, actor.language));
      return again(mendable(error, actor.language));
    }
  }

  @Get(toolRoutes.councilReportAnswer)
  @Allow('hr_registrar', 'director', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async answerPage(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    const tool = await this.registrations.tool(toolId);
    if (!tool.claimedByCouncil) throw notFound();
    return this.answerForm(actor, tool);
  }

  @Post(toolRoutes.councilReportAnswer)
  @Allow('hr_registrar')
  async answer(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const tool = await this.registrations.tool(toolId);
    if (!tool.claimedByCouncil) throw notFound();
    const parsed = parse(HeardAnswerDto, body);
    if (!parsed.ok) return unprocessable(this.answerForm(actor, tool, parseErrors(parsed.errors, actor.language)));
    const reference = await this.registrations.answerCouncil(actor, toolId, parsed.value.answer, keyOf(body));
    const done = text(toolsCatalogue, actor.language)('done', { reference });
    return seeOther(parsed.value.answer === 'does_not_run' ? toolPaths.councilReportAnswer(toolId) : toolPaths.register(toolId, 1), done);
  }

  private answerForm(actor: Actor, tool: ToolRow, errors?: ReturnType<typeof parseErrors>): VNode {
    return <HeardAnswerPage tool={tool} mayAnswer={actor.role === 'hr_registrar'} idempotencyKey={newId('i')} errors={errors} />;
  }

  @Get(toolRoutes.stopOrRepair)
  @Allow('director')
  async stopOrRepair(@Param('toolId') toolId: string): Promise<VNode> {
    const tool = await this.registrations.tool(toolId);
    if (!tool.runsWithoutConsent) throw notFound();
    return <StopOrRepairPage tool={tool} idempotencyKey={newId('i')} />;
  }

  @Post(toolRoutes.stopOrRepair)
  @Allow('director')
  async setStopOrRepair(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const tool = await this.registrations.tool(toolId);
    if (!tool.runsWithoutConsent) throw notFound();
    const again = (errors: ReturnType<typeof parseErrors>): PageResult =>
      unprocessable(<StopOrRepairPage tool={tool} typed={words(body['on'])} idempotencyKey={newId('i')} errors={errors} />);
    const parsed = parse(StopOrRepairDto, body);
    if (!parsed.ok) return again(parseErrors(parsed.errors, actor.language));
    try {
      const reference = await this.registrations.setStopOrRepair(actor, toolId, parsed.value.on, keyOf(body));
      return seeOther(toolPaths.dossier(toolId), text(toolsCatalogue, actor.language)('done', { reference }));
    } catch (error) {
      return again(mendable(error, actor.language));
    }
  }
}
