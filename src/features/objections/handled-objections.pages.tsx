import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { attempt, type Attempt, type Body } from './doors.js';
import { handledPage } from './handled-page.js';
import { HandlingService } from './handling.service.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { ExtensionDto, MessageDto, QuestionDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { HandledReading } from './reading.service.js';
import { typedIn } from './typed.js';
import { HandlerListPage } from './web/handler-pages.js';

@PageController()
export class HandledObjectionsPages {
  constructor(
    private readonly reading: HandledReading,
    private readonly handling: HandlingService,
  ) {}

  @Get(objectionPaths.list)
  @Allow('objection_handler')
  async list(@Who() actor: Actor): Promise<VNode> {
    const rows = await this.reading.list(actor);
    return (
      <HandlerListPage
        rows={rows.map(({ objection, state, duties }) => ({
          href: objectionPaths.handled(objection.id),
          reference: objection.reference,
          tool: objection.toolName,
          state: state.name,
          dueOn: state.dueOn,
          isOverdue: state.isOverdue || duties.some(({ isOverdue }) => isOverdue),
        }))}
      />
    );
  }

  @Get(objectionPaths.handledOf)
  @Allow('objection_handler')
  async one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return handledPage(await this.reading.one(actor, id));
  }

  @Post(objectionPaths.acknowledgementOf)
  @Allow('objection_handler')
  async acknowledge(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(MessageDto, body, actor.language, (dto) => this.handling.acknowledge(actor, id, dto.text));
    return this.after(actor, id, body, done);
  }

  @Post(objectionPaths.questionOf)
  @Allow('objection_handler')
  async ask(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(QuestionDto, body, actor.language, (dto) => this.handling.ask(actor, id, dto.question));
    return this.after(actor, id, body, done);
  }

  @Post(objectionPaths.adviceRequestOf)
  @Allow('objection_handler')
  async askAdvice(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.handling.askAdvice(actor, id);
    return this.after(actor, id, body, { ok: true, value: undefined });
  }

  @Post(objectionPaths.extensionOf)
  @Allow('objection_handler')
  async extend(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ExtensionDto, body, actor.language, ({ cause, reason, told }) =>
      this.handling.extend(actor, id, { cause, reason, toldInPerson: told === 'yes' }),
    );
    return this.after(actor, id, body, done);
  }

  private async after(actor: Actor, id: string, body: Body, done: Attempt<void>): Promise<PageResult> {
    const view = await this.reading.one(actor, id);
    if (!done.ok) return unprocessable(handledPage(view, typedIn(body), done.errors));
    return seeOther(
      objectionPaths.handled(id),
      text(objectionsCatalogue, actor.language)('case.done', { reference: view.objection.reference }),
    );
  }
}
