import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { unusable } from '../../../kernel/problem.js';
import { Allow, ApiDoor, Documented, type Given, NoFields, Takes, Who } from '../../../platform/http/index.js';
import { AdviceService } from '../advice.service.js';
import { AssessmentService } from '../assessment.service.js';
import { ConditionActDto, DeviationDto } from '../assessments.dto.js';
import { ConditionsService } from '../conditions.service.js';
import { AdviceBody } from './assessments.api.dto.js';
import { ADVICE, DONE } from './assessments.shapes.js';

const CHAIN = ['hr_registrar', 'privacy_officer', 'director', 'dpo', 'tool_owner', 'it_admin'] as const;

/** The advice of the data protection officer, for programs. */
@ApiDoor('tools/:toolId/versions/:number')
export class AdviceApi {
  constructor(
    private readonly advices: AdviceService,
    private readonly conditions: ConditionsService,
    private readonly assessments: AssessmentService,
  ) {}

  @Post('advice-requests')
  @Allow('hr_registrar', 'privacy_officer', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'Ask the data protection officer for advice', gives: DONE })
  async ask(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(NoFields) _body: NoFields,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.advices.ask(actor, toolId, Number(number)) };
  }

  @Get('advice')
  @Allow(...CHAIN, 'program:chain:read')
  @Documented({ tag: 'assessment', summary: 'The advice, and how far its conditions are', gives: ADVICE })
  async show(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof ADVICE>> {
    const { found, conditions, version } = await this.conditions.show(toolId, Number(number));
    return {
      advice: found.advice?.advice ?? null,
      reasons: found.advice?.reasons ?? null,
      isAsked: found.request !== null,
      conditions: conditions.map(({ condition: { id, text, limit }, state }) => ({ conditionId: id, text, limit, state })),
      number: version.number,
    };
  }

  @Post('advices')
  @Allow('dpo', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'The data protection officer advises', gives: DONE })
  async give(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(AdviceBody) { advice, reasons, conditions }: AdviceBody,
  ): Promise<Given<typeof DONE>> {
    const given = (conditions ?? []).map(({ text, limit }) => ({ text, limit: limit ?? null }));
    if (advice === 'conditional' && given.length === 0) throw unusable('conditions', 'conditions.missing');
    if (advice !== 'conditional' && given.length > 0) throw unusable('conditions', 'conditions.superfluous');
    const { version } = await this.assessments.overview(toolId, Number(number));
    return { reference: await this.advices.give(actor, version.id, { advice, reasons, conditions: given }) };
  }

  @Post('advice-deviations')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'Go against a negative advice, or note that none came in time', gives: DONE })
  async deviate(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(DeviationDto) { kind, reason }: DeviationDto,
  ): Promise<Given<typeof DONE>> {
    const at = [toolId, Number(number), reason] as const;
    const reference = await (kind === 'negative' ? this.advices.deviate(actor, ...at) : this.advices.recordNotReceived(actor, ...at));
    return { reference };
  }

  @Post('advice-conditions/:conditionId/acts')
  @Allow('hr_registrar', 'director', 'dpo', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'Say what was done with a condition of the advice', gives: DONE })
  async act(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('conditionId') conditionId: string,
    @Takes(ConditionActDto) { kind, reason }: ConditionActDto,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.conditions.act(actor, { toolId, number: Number(number), conditionId }, kind, reason) };
  }
}
