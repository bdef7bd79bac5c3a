import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { ObjectionAdviceService } from './advice.service.js';
import { attempt, type Body } from './doors.js';
import { AdviceDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { procedureCatalogue } from './procedure.catalogue.js';
import { typedIn } from './typed.js';
import { AdviceListPage, AdvicePage } from './web/advice-pages.js';

/** The DPO's advice on an objection, where the handler asked for it. */
@PageController()
export class ObjectionAdvicePages {
  constructor(private readonly advice: ObjectionAdviceService) {}

  @Get(objectionPaths.adviceList)
  @Allow('dpo')
  async list(@Who() actor: Actor): Promise<VNode> {
    const rows = await this.advice.list(actor);
    return (
      <AdviceListPage
        rows={rows.map(({ objection, state }) => ({
          href: objectionPaths.advice(objection.id),
          reference: objection.reference,
          tool: objection.toolName,
          standing: state.advice.stance ? 'given' : state.isOpen ? 'open' : 'over',
          waitsUntil: state.advice.waitsUntil,
        }))}
      />
    );
  }

  @Get(objectionPaths.adviceOf)
  @Allow('dpo')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(objectionPaths.adviceOf)
  @Allow('dpo')
  async advise(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(AdviceDto, body, actor.language, ({ stance, reasons }) => this.advice.advise(actor, id, stance, reasons));
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(objectionPaths.advice(id), text(procedureCatalogue, actor.language)('advice.done'));
  }

  private async page(actor: Actor, id: string, body?: Body, errors?: readonly FieldError[]): Promise<VNode> {
    const { objection, acts, state } = await this.advice.one(actor, id);
    return (
      <AdvicePage
        id={id}
        reference={objection.reference}
        toolName={objection.toolName}
        situation={objection.situation}
        acts={acts}
        mayAdvise={state.isOpen && state.advice.stance === null}
        typed={body && typedIn(body)}
        errors={errors}
      />
    );
  }
}
