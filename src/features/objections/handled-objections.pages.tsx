import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import {
  Allow,
  type FieldError,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { DecisionDto, ExtensionDto, MessageDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { ObjectionsService } from './objections.service.js';
import { typedIn } from './typed.js';
import { HandlerListPage, HandlerPage } from './web/handler-pages.js';

type Body = Record<string, unknown>;

@PageController()
export class HandledObjectionsPages {
  constructor(private readonly objections: ObjectionsService) {}

  @Get(objectionPaths.list)
  @Allow('objection_handler')
  async list(@Who() actor: Actor): Promise<VNode> {
    const rows = await this.objections.handled(actor);
    return (
      <HandlerListPage
        rows={rows.map(({ objection, state }) => ({
          href: objectionPaths.handled(objection.id),
          reference: objection.reference,
          tool: objection.toolName,
          state: state.name,
          dueOn: state.dueOn,
          isOverdue: state.isOverdue,
        }))}
      />
    );
  }

  @Get(objectionPaths.handledOf)
  @Allow('objection_handler')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(objectionPaths.acknowledgementOf)
  @Allow('objection_handler')
  async acknowledge(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(MessageDto, body);
    if (!parsed.ok) return this.again(actor, id, body, parsed.errors);
    await this.objections.acknowledge(actor, id, parsed.value.text);
    return this.done(actor, id);
  }

  @Post(objectionPaths.extensionOf)
  @Allow('objection_handler')
  async extend(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(ExtensionDto, body);
    if (!parsed.ok) return this.again(actor, id, body, parsed.errors);
    await this.objections.extend(actor, id, parsed.value.reason);
    return this.done(actor, id);
  }

  @Post(objectionPaths.decisionOf)
  @Allow('objection_handler')
  async decide(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(DecisionDto, body);
    if (!parsed.ok) return this.again(actor, id, body, parsed.errors);
    await this.objections.decide(actor, id, parsed.value.decision, parsed.value.reasons);
    return this.done(actor, id);
  }

  private async done(actor: Actor, id: string): Promise<PageResult> {
    const { objection } = await this.objections.handledOne(actor, id);
    return seeOther(objectionPaths.handled(id), text(objectionsCatalogue, actor.language)('case.done', { reference: objection.reference }));
  }

  private async again(actor: Actor, id: string, body: Body, faults: readonly FieldError[]): Promise<PageResult> {
    const t = text(objectionsCatalogue, actor.language);
    const fields = [...new Set(faults.map(({ field }) => field))];
    const errors = fields.map((field) => ({ field, text: t(field === 'decision' ? 'case.choose' : 'case.needed') }));
    return unprocessable(await this.page(actor, id, errors, typedIn(body)));
  }

  private async page(
    actor: Actor,
    id: string,
    errors?: readonly { field: string; text: string }[],
    typed?: Record<string, string>,
  ): Promise<VNode> {
    const { objection, acts, state } = await this.objections.handledOne(actor, id);
    return (
      <HandlerPage
        id={id}
        reference={objection.reference}
        toolName={objection.toolName}
        lodgedAt={objection.lodgedAt}
        situation={objection.situation}
        state={state.name}
        isOpen={state.isOpen}
        mayExtend={state.mayExtend}
        dueOn={state.dueOn}
        acts={acts}
        errors={errors}
        typed={typed}
      />
    );
  }
}
