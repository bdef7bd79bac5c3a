import { Get, Inject, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { type Clock } from '../../kernel/clock.js';
import {
  Allow,
  ClockToken,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { toolPaths } from '../tools/index.js';
import { adviceCatalogue } from './advice.catalogue.js';
import { AdviceService } from './advice.service.js';
import { showProps, todayOf } from './advice.views.js';
import { ConditionActDto, DeviationDto } from './assessments.dto.js';
import { advicePaths, routes } from './assessments.paths.js';
import { ConditionsService } from './conditions.service.js';
import { AdviceShowPage, type AdviceShowProps } from './web/advice-show-page.js';
import { reasonField } from './web/conditions.js';

type Body = Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The advice as everyone in the chain sees it, and what each does about it. */
@PageController()
export class ConditionsPages {
  constructor(
    private readonly advices: AdviceService,
    private readonly conditions: ConditionsService,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  private async props(actor: Actor, toolId: string, number: number): Promise<AdviceShowProps> {
    const model = await this.conditions.show(toolId, number, actor.language);
    return showProps(model, actor, todayOf(this.clock, await this.advices.equatedDays()));
  }

  @Get(routes.show)
  @Allow('hr_registrar', 'privacy_officer', 'director', 'dpo', 'tool_owner', 'it_admin')
  async show(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return <AdviceShowPage {...await this.props(actor, toolId, Number(number))} />;
  }

  @Post(routes.request)
  @Allow('hr_registrar', 'privacy_officer')
  async ask(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.advices.ask(actor, toolId, Number(number));
    return seeOther(advicePaths.show(toolId, Number(number)), text(adviceCatalogue, actor.language)('show.askDone', { reference }));
  }

  @Post(routes.deviation)
  @Allow('director')
  async deviate(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const form = parse(DeviationDto, body);
    const t = text(adviceCatalogue, actor.language);
    if (!form.ok) {
      const errors = [{ field: 'reason', text: t('do.needsReason') }];
      return unprocessable(
        <AdviceShowPage {...await this.props(actor, toolId, Number(number))} reason={textOf(body['reason'])} errors={errors} />,
      );
    }
    const { kind, reason } = form.value;
    const reference = await (kind === 'negative'
      ? this.advices.deviate(actor, toolId, Number(number), reason)
      : this.advices.recordNotReceived(actor, toolId, Number(number), reason));
    return seeOther(advicePaths.show(toolId, Number(number)), t('do.done', { reference }));
  }

  @Post(routes.condition)
  @Allow('hr_registrar', 'director', 'dpo')
  async act(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('conditionId') conditionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const t = text(adviceCatalogue, actor.language);
    const kind = textOf(body['kind']);
    const field = reasonField(conditionId, kind);
    const { [field]: reason, ...rest } = body;
    const form = parse(ConditionActDto, { ...rest, reason });
    if (!form.ok) {
      const typed = { conditionId, kind, reason: textOf(reason) };
      const errors = [{ field, text: t('do.needsReason') }];
      return unprocessable(<AdviceShowPage {...await this.props(actor, toolId, Number(number))} typed={typed} errors={errors} />);
    }
    const at = { toolId, number: Number(number), conditionId };
    const reference = await this.conditions.act(actor, at, form.value.kind, form.value.reason);
    return seeOther(advicePaths.show(toolId, Number(number)), t('do.done', { reference }));
  }

  @Post(routes.amendment)
  @Allow('hr_registrar')
  async amend(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('conditionId') conditionId: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    const made = await this.conditions.amend(actor, { toolId, number: Number(number), conditionId });
    const t = text(adviceCatalogue, actor.language);
    return seeOther(toolPaths.register(toolId, made.number), t('amend.done', { number: made.number }));
  }
}
