import { Get, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { ToolDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { type Choices, ObjectionsService } from './objections.service.js';
import { keyIn, textIn } from './typed.js';
import { OwnListPage } from './web/own-pages.js';
import { CheckPage, SITUATION_LIMIT, SituationPage, StartPage } from './web/start-pages.js';

type Body = Record<string, unknown>;

@PageController()
export class OwnObjectionsPages {
  constructor(private readonly objections: ObjectionsService) {}

  @Get(objectionPaths.mine)
  @Allow('signed-in')
  async list(@Who() actor: Actor): Promise<VNode> {
    const own = await this.objections.own(actor);
    return (
      <OwnListPage
        objections={own.map(({ objection, state }) => ({
          href: objectionPaths.own(objection.id),
          tool: objection.toolName,
          state: state.name,
          dueOn: state.dueOn,
        }))}
      />
    );
  }

  @Get(objectionPaths.start)
  @Allow('signed-in')
  async start(@Who() actor: Actor, @Query('tool') tool: unknown): Promise<VNode> {
    const { tools } = await this.objections.choices(actor);
    return <StartPage tools={tools} chosen={typeof tool === 'string' ? tool : null} />;
  }

  @Post(objectionPaths.start)
  @Allow('signed-in')
  async choose(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const { choices, tool } = await this.chosen(actor, body);
    if (!tool) return this.startAgain(actor, choices, body);
    return withStatus(200, <SituationPage toolId={tool.toolId} toolName={tool.name} situation="" />);
  }

  @Get(objectionPaths.situation)
  @Allow('signed-in')
  situationStart(): PageResult {
    return seeOther(objectionPaths.start);
  }

  @Post(objectionPaths.situation)
  @Allow('signed-in')
  async situation(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const { choices, tool } = await this.chosen(actor, body);
    if (!tool) return this.startAgain(actor, choices, body);
    return withStatus(200, <SituationPage toolId={tool.toolId} toolName={tool.name} situation={textIn(body, 'situation')} />);
  }

  @Get(objectionPaths.check)
  @Allow('signed-in')
  checkStart(): PageResult {
    return seeOther(objectionPaths.start);
  }

  @Post(objectionPaths.check)
  @Allow('signed-in')
  async check(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const { choices, tool, wayOut } = await this.chosen(actor, body);
    if (!tool) return this.startAgain(actor, choices, body);
    if (!parse(ToolDto, body).ok) return this.situationAgain(actor, tool, body);
    const situation = textIn(body, 'situation').trim();
    return withStatus(
      200,
      <CheckPage
        toolId={tool.toolId}
        toolName={tool.name}
        situation={situation}
        idempotencyKey={newId('i')}
        wayOut={wayOut}
        {...await this.objections.outlook(tool)}
        rule={choices.rule}
      />,
    );
  }

  @Post(objectionPaths.mine)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const { choices, tool } = await this.chosen(actor, body);
    if (!tool) return this.startAgain(actor, choices, body);
    const parsed = parse(ToolDto, body);
    if (!parsed.ok) return this.situationAgain(actor, tool, body);
    const id = await this.objections.lodge(actor, tool.toolId, (parsed.value.situation ?? '').trim(), keyIn(body));
    return seeOther(objectionPaths.own(id));
  }

  private async chosen(actor: Actor, body: Body) {
    const choices = await this.objections.choices(actor);
    const tool = choices.tools.find(({ toolId }) => toolId === textIn(body, 'tool')) ?? null;
    return { choices, tool, wayOut: tool ? await this.objections.wayOutOf(tool.toolId) : ('lease' as const) };
  }

  private startAgain(actor: Actor, choices: Choices, body: Body): PageResult {
    const errors = [{ field: 'tool', text: text(objectionsCatalogue, actor.language)('start.toolNeeded') }];
    return unprocessable(<StartPage tools={choices.tools} chosen={textIn(body, 'tool')} errors={errors} />);
  }

  private situationAgain(actor: Actor, tool: { toolId: string; name: string }, body: Body): PageResult {
    const situation = body['situation'];
    if (situation !== undefined && typeof situation !== 'string')
      throw new Problem(422, 'input.unusable', [{ code: 'input.unusable', field: 'situation' }]);
    if ((situation ?? '').length <= SITUATION_LIMIT) throw new Problem(422, 'input.unusable');
    const errors = [{ field: 'situation', text: text(objectionsCatalogue, actor.language)('situation.tooLong', { n: SITUATION_LIMIT }) }];
    return unprocessable(<SituationPage toolId={tool.toolId} toolName={tool.name} situation={situation ?? ''} errors={errors} />);
  }
}
