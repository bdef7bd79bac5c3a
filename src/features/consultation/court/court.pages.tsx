import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { unusable } from '../../../kernel/problem.js';
import {
  Allow,
  file,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { ButtonDto, IdentityDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { casePage } from '../case/case.pages.js';
import { CaseService } from '../case/case.service.js';
import { attempt, type Body, doneText, type Errors } from '../doors.js';
import { ReadingService } from '../reading.service.js';
import { PetitionConfirmPage, PetitionPage } from '../web/court-pages.js';
import { PetitionDto } from './court.dto.js';
import { CourtService } from './court.service.js';

@PageController()
export class CourtPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly court: CourtService,
    private readonly cases: CaseService,
  ) {}

  @Get(consultationPaths.petition(':id'))
  @Allow('director')
  async form(@Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId);
    return <PetitionPage request={request} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.petition(':id'))
  @Allow('director')
  async file(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(PetitionDto, body, actor.language, (dto) => {
      const { file: document, ...typed } = dto;
      if (!isUpload(document)) throw unusable('file', 'ruling.file-missing');
      return this.court.file(actor, requestId, typed, document);
    });
    if (!done.ok) return unprocessable(await this.form(requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('answer.done', done.value, actor.language));
  }

  @Get(consultationPaths.petitionConfirmation(':petitionId'))
  @Allow('or_secretary', 'pvt_contact', 'group_officer')
  async confirmForm(@Who() actor: Actor, @Param('petitionId') petitionId: string, errors?: Errors): Promise<VNode> {
    return <PetitionConfirmPage {...await this.court.confirmForm(actor, petitionId)} errors={errors} />;
  }

  @Post(consultationPaths.petitionConfirmation(':petitionId'))
  @Allow('or_secretary', 'pvt_contact', 'group_officer')
  async confirm(@Who() actor: Actor, @Param('petitionId') petitionId: string, @RawBody() body: Body): Promise<PageResult> {
    const { request } = await this.court.confirmForm(actor, petitionId);
    const done = await attempt(IdentityDto, body, actor.language, (dto) => this.court.confirm(actor, petitionId, dto));
    if (!done.ok) return unprocessable(await this.confirmForm(actor, petitionId, done.errors));
    return seeOther(consultationPaths.casePage(request.id, 'decisions'), doneText('rulingConfirm.done', done.value, actor.language));
  }

  @Post(consultationPaths.petitionWithdrawal(':petitionId'))
  @Allow('director')
  async withdraw(@Who() actor: Actor, @Param('petitionId') petitionId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ButtonDto, body, actor.language, () => this.court.withdraw(actor, petitionId));
    if (!done.ok) {
      const requestId = await this.court.requestOf(petitionId);
      return unprocessable(await casePage(this.cases, actor, requestId, 'decisions', { errors: done.errors }));
    }
    const { requestId, reference } = done.value;
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('answer.done', reference, actor.language));
  }

  @Get(consultationPaths.petitionFile(':petitionId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'dpo')
  async document(@Param('petitionId') petitionId: string): Promise<PageResult> {
    const stored = await this.court.document(petitionId);
    return file(stored.bytes, stored.type, stored.name);
  }
}
