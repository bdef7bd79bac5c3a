import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { toolPaths } from '../../tools/index.js';
import { IdentityDto, ReasonDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Body, type Errors, numberOf } from '../doors.js';
import { CompetenceConfirmPage, CompetencePage } from '../web/competence-pages.js';
import { competenceCatalogue } from './competence.catalogue.js';
import { CompetenceDto } from './competence.dto.js';
import { CompetenceService } from './competence.service.js';

const said = (key: 'done' | 'confirm.said' | 'end.said', reference: string, { language }: Actor): string =>
  text(competenceCatalogue, language)(key, { reference });

@PageController()
export class CompetencePages {
  constructor(private readonly competences: CompetenceService) {}

  @Get(consultationPaths.competence(':toolId', ':number'))
  @Allow('director', 'hr_registrar', 'or_chair', 'or_secretary')
  async form(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    return <CompetencePage {...await this.competences.form(actor, toolId, numberOf(number))} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.competence(':toolId', ':number'))
  @Allow('director', 'hr_registrar', 'or_chair', 'or_secretary')
  async claim(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(CompetenceDto, body, actor.language, (dto) =>
      this.competences.claim(actor, toolId, numberOf(number), { level: dto.level, bodyName: dto.bodyName, ground: dto.ground }, dto),
    );
    if (!done.ok) return unprocessable(await this.form(actor, toolId, number, body, done.errors));
    return seeOther(toolPaths.dossier(toolId), said('done', done.value, actor));
  }

  @Get(consultationPaths.competenceConfirmation(':id'))
  @Allow('or_chair', 'or_secretary', 'group_officer')
  async confirmForm(@Who() actor: Actor, @Param('id') claimId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <CompetenceConfirmPage {...await this.competences.read(actor, claimId)} reader={actor} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.competenceConfirmation(':id'))
  @Allow('or_chair', 'or_secretary', 'group_officer')
  async confirm(@Who() actor: Actor, @Param('id') claimId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) => this.competences.confirm(actor, claimId, dto));
    if (!done.ok) return unprocessable(await this.confirmForm(actor, claimId, body, done.errors));
    return seeOther(consultationPaths.council, said('confirm.said', done.value, actor));
  }

  @Post(consultationPaths.competenceEnd(':id'))
  @Allow('or_chair', 'or_secretary', 'group_officer')
  async end(@Who() actor: Actor, @Param('id') claimId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReasonDto, body, actor.language, (dto) => this.competences.end(actor, claimId, dto.reason));
    if (!done.ok) return unprocessable(await this.confirmForm(actor, claimId, body, done.errors));
    return seeOther(consultationPaths.council, said('end.said', done.value, actor));
  }
}
