import { Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  file,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { inLanguage, pdfOf } from '../../platform/pdf/index.js';
import { attempt, type Attempt, type Body } from './doors.js';
import { handledPage } from './handled-page.js';
import { HandlingService } from './handling.service.js';
import { decisionPaper } from './objection-papers.js';
import type { ObjectionView } from './objection-views.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { DecisionDto, DutyDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { ObjectionsService } from './objections.service.js';
import type { Decision } from './procedure.repository.js';
import { HandledReading } from './reading.service.js';
import { typedIn } from './typed.js';

/** The decision on an objection, its paper, and what follows from it. */
@PageController()
export class DecisionPages {
  constructor(
    private readonly reading: HandledReading,
    private readonly handling: HandlingService,
    private readonly objections: ObjectionsService,
  ) {}

  @Post(objectionPaths.decisionOf)
  @Allow('objection_handler')
  async decide(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DecisionDto, body, actor.language, (dto) =>
      this.handling.decide(
        actor,
        id,
        {
          decision: dto.decision,
          reasons: dto.reasons,
          ground: dto.ground || null,
          demonstration: dto.demonstration ?? '',
          deviation: dto.deviation ?? '',
          alternative: dto.alternative ?? '',
        },
        { password: dto.password, totp: dto.totp },
      ),
    );
    return this.after(actor, id, body, done);
  }

  @Post(objectionPaths.dutiesOf)
  @Allow('objection_handler')
  async doDuty(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DutyDto, body, actor.language, ({ duty, note }) => this.handling.doDuty(actor, id, duty, note));
    return this.after(actor, id, body, done);
  }

  @Post(objectionPaths.tellingOf)
  @Allow('objection_handler')
  async told(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.handling.toldInPerson(actor, id);
    return this.after(actor, id, body, { ok: true, value: undefined });
  }

  @Get(objectionPaths.decisionPdfOf)
  @Allow('objection_handler')
  async pdf(@Who() actor: Actor, @Param('id') id: string, @Query('language') language?: unknown): Promise<PageResult> {
    return paperOf(await this.reading.one(actor, id), language);
  }

  @Get(objectionPaths.ownDecisionPdfOf)
  @Allow('signed-in')
  async ownPdf(@Who() actor: Actor, @Param('id') id: string, @Query('language') language?: unknown): Promise<PageResult> {
    return paperOf(await this.objections.ownOne(actor, id), language);
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

const paperOf = async (view: ObjectionView & { readonly decision: Decision | null }, language: unknown): Promise<PageResult> => {
  if (view.decision === null) throw notFound();
  const bytes = await pdfOf(inLanguage(decisionPaper(view, view.decision), language === 'en' ? 'en' : 'nl'));
  return file(bytes, 'application/pdf', 'besluit.pdf');
};
