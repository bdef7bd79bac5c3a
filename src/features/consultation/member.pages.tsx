import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { ClaimService } from './claim.service.js';
import { DisputeDto, IdentityDto, TextDto } from './consultation.dto.js';
import { consultationPaths } from './consultation.paths.js';
import { CouncilService } from './council.service.js';
import { attempt, type Body, doneText, type Errors } from './doors.js';
import { ReadingService } from './reading.service.js';
import { RulingService } from './ruling.service.js';
import { ClaimConfirmPage, RulingConfirmPage } from './web/confirm-claim-pages.js';
import { DisputeAnswerPage, DisputePage } from './web/member-pages.js';

@PageController()
export class MemberPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly council: CouncilService,
    private readonly claims: ClaimService,
    private readonly rulings: RulingService,
  ) {}

  @Get(consultationPaths.dispute(':toolId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async disputeForm(@Who() actor: Actor, @Param('toolId') toolId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { toolName } = await this.reading.toolForm(actor, toolId);
    return <DisputePage toolId={toolId} toolName={toolName} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.dispute(':toolId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async dispute(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(DisputeDto, body, actor.language, (dto) =>
      this.council.dispute(actor, toolId, { about: dto.about ?? '', text: dto.text }),
    );
    if (!done.ok) return unprocessable(await this.disputeForm(actor, toolId, body, done.errors));
    return seeOther(consultationPaths.council, doneText('dispute.done', done.value, actor.language));
  }

  @Get(consultationPaths.disputeAnswer(':disputeId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async disputeAnswerForm(@Who() actor: Actor, @Param('disputeId') disputeId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const dispute = (await this.reading.council(actor)).disputes.find(({ id }) => id === disputeId);
    if (!dispute) throw notFound();
    return <DisputeAnswerPage disputeId={disputeId} said={`${dispute.toolName}: ${dispute.text}`} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.disputeAnswer(':disputeId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async answerDispute(@Who() actor: Actor, @Param('disputeId') disputeId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(TextDto, body, actor.language, (dto) => this.council.answerDispute(actor, disputeId, dto.text));
    if (!done.ok) return unprocessable(await this.disputeAnswerForm(actor, disputeId, body, done.errors));
    return seeOther(consultationPaths.council, doneText('disputeAnswer.done', done.value, actor.language));
  }

  @Get(consultationPaths.claimConfirmation(':claimId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'dpo', 'employee')
  async claimForm(@Who() actor: Actor, @Param('claimId') claimId: string, errors?: Errors): Promise<VNode> {
    return <ClaimConfirmPage {...await this.reading.claimForm(actor, claimId)} errors={errors} />;
  }

  @Post(consultationPaths.claimConfirmation(':claimId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'dpo', 'employee')
  async confirmClaim(@Who() actor: Actor, @Param('claimId') claimId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) => this.claims.confirm(actor, claimId, dto));
    if (!done.ok) return unprocessable(await this.claimForm(actor, claimId, done.errors));
    return seeOther(
      actor.role === 'employee' ? consultationPaths.informations : consultationPaths.council,
      doneText('claimConfirm.done', done.value, actor.language),
    );
  }

  @Get(consultationPaths.rulingConfirmation(':rulingId'))
  @Allow('or_secretary', 'pvt_contact', 'dpo')
  async rulingForm(@Who() actor: Actor, @Param('rulingId') rulingId: string, errors?: Errors): Promise<VNode> {
    const ruling = (await this.reading.council(actor)).rulings.find(({ id }) => id === rulingId);
    if (!ruling) throw notFound();
    return <RulingConfirmPage ruling={ruling} identity={await this.reading.identity(actor)} errors={errors} />;
  }

  @Post(consultationPaths.rulingConfirmation(':rulingId'))
  @Allow('or_secretary', 'pvt_contact', 'dpo')
  async confirmRuling(@Who() actor: Actor, @Param('rulingId') rulingId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) => this.rulings.confirm(actor, rulingId, dto));
    if (!done.ok) return unprocessable(await this.rulingForm(actor, rulingId, done.errors));
    return seeOther(consultationPaths.council, doneText('rulingConfirm.done', done.value, actor.language));
  }

  @Get(consultationPaths.rulingFile(':rulingId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'dpo')
  async rulingFile(@Param('rulingId') rulingId: string): Promise<PageResult> {
    const stored = await this.rulings.read(rulingId);
    return file(stored.bytes, stored.type, stored.name);
  }
}
