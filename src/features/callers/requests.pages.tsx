import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  explain,
  type FieldError,
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
import { AcknowledgementDto, DecisionDto, ExtensionDto, IdentityDto, QuestionDto } from './callers.dto.js';
import { callerPaths } from './callers.paths.js';
import { requestsCatalogue } from './requests.catalogue.js';
import { CallerRequestsService } from './requests.service.js';
import { HandlerListPage } from './web/handler-list-page.js';
import { HandlerPage } from './web/handler-page.js';

type Body = Record<string, unknown>;
type Errors = readonly { readonly field: string; readonly text: string }[];
const CHOICES = ['way', 'decision', 'measures'];

/** Requests of people outside, to handler and deputy. */
@PageController()
export class CallerRequestPages {
  constructor(private readonly requests: CallerRequestsService) {}

  @Get(callerPaths.handled)
  @Allow('objection_handler')
  async list(@Who() actor: Actor): Promise<VNode> {
    const rows = await this.requests.list(actor);
    return <HandlerListPage rows={rows.map(({ request, state }) => ({ ...request, state }))} />;
  }

  @Get(callerPaths.handledOneOf)
  @Allow('objection_handler')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(callerPaths.actOf('set-apart'))
  @Allow('objection_handler')
  async setApart(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    return this.done(actor, id, await this.requests.setApart(actor, id));
  }

  @Post(callerPaths.actOf('identity-confirmation'))
  @Allow('objection_handler')
  async confirmIdentity(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    return this.done(actor, id, await this.requests.confirmIdentity(actor, id));
  }

  @Post(callerPaths.actOf('acknowledgement'))
  @Allow('objection_handler')
  acknowledge(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.act(actor, id, body, AcknowledgementDto, ({ message }) => this.requests.acknowledge(actor, id, message));
  }

  @Post(callerPaths.actOf('question'))
  @Allow('objection_handler')
  ask(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.act(actor, id, body, QuestionDto, ({ question }) => this.requests.ask(actor, id, question));
  }

  @Post(callerPaths.actOf('identity'))
  @Allow('objection_handler')
  askIdentity(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.act(actor, id, body, IdentityDto, ({ way, doubt }) => this.requests.askIdentity(actor, id, way, doubt));
  }

  @Post(callerPaths.actOf('extension'))
  @Allow('objection_handler')
  extend(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.act(actor, id, body, ExtensionDto, ({ reason }) => this.requests.extend(actor, id, reason));
  }

  @Post(callerPaths.actOf('decision'))
  @Allow('objection_handler')
  decide(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.act(actor, id, body, DecisionDto, ({ decision, reasons, measures }) =>
      this.requests.decide(actor, id, { decision, reasons, measures: measures ?? [] }),
    );
  }

  private async act<Dto extends object>(
    actor: Actor,
    id: string,
    body: Body,
    Form: new () => Dto,
    work: (dto: Dto) => Promise<string>,
  ): Promise<PageResult> {
    const parsed = parse(Form, body);
    if (!parsed.ok) return unprocessable(await this.page(actor, id, this.wordsFor(actor, parsed.errors), body));
    try {
      return this.done(actor, id, await work(parsed.value));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      const errors = error.reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, actor.language).title }));
      return unprocessable(await this.page(actor, id, errors, body));
    }
  }

  private wordsFor(actor: Actor, faults: readonly FieldError[]): Errors {
    const t = text(requestsCatalogue, actor.language);
    return faults
      .filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at)
      .map(({ field, code }) => {
        if (CHOICES.includes(field)) return { field, text: t('case.choose') };
        return { field, text: t(code === 'maxLength' ? 'case.tooLong' : 'case.needed') };
      });
  }

  private done(actor: Actor, id: string, reference: string): PageResult {
    return seeOther(callerPaths.handledOne(id), text(requestsCatalogue, actor.language)('case.done', { reference }));
  }

  private async page(actor: Actor, id: string, errors?: Errors, typed?: Body): Promise<VNode> {
    return <HandlerPage {...await this.requests.one(actor, id)} errors={errors} typed={typed} />;
  }
}
