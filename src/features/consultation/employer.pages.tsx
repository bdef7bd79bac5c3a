import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { unusable } from '../../kernel/problem.js';
import { Allow, isUpload, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { toolPaths } from '../tools/index.js';
import { ClaimService } from './claim.service.js';
import { ClaimDto, FinalDto, PersonnelMeetingDto, RulingDto } from './consultation.dto.js';
import { heldAgainst } from './conditions/held-against.js';
import { consultationPaths } from './consultation.paths.js';
import { takenOverBy } from './domain/representation.js';
import { attempt, type Body, doneText, type Errors, keyOf, numberOf, unmetOf } from './doors.js';
import { FinalDecisionService } from './final.service.js';
import { ReadingService } from './reading.service.js';
import { RulingService } from './ruling.service.js';
import { StaffService } from './staff.service.js';
import { ClaimPage, RulingPage } from './web/claim-pages.js';
import { PersonnelMeetingPage } from './web/employer-pages.js';
import { FinalPage } from './web/final-page.js';

@PageController()
export class EmployerPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly finals: FinalDecisionService,
    private readonly claims: ClaimService,
    private readonly rulings: RulingService,
    private readonly staff: StaffService,
  ) {}

  @Get(consultationPaths.final(':toolId', ':number'))
  @Allow('director')
  async finalForm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    const { version, inHand, unmet, identity } = await this.reading.finalForm(actor, toolId, numberOf(number));
    const { needsConsent, final } = inHand.acts;
    return (
      <FinalPage
        {...placeOf(version)}
        afterConsent={needsConsent}
        conditions={needsConsent ? takenOverBy(inHand.acts) : []}
        unmet={unmetOf(unmet, actor.language)}
        made={final}
        version={heldAgainst(version, this.reading.now())}
        identity={identity}
        keyOfPress={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.final(':toolId', ':number'))
  @Allow('director')
  async decide(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(FinalDto, body, actor.language, (dto) => {
      const { text, effectiveOn, takesOver = [], leavesOut } = dto;
      const typed = { text, effectiveOn, takesOver, leavesOut: leavesOut === 'yes' };
      return this.finals.decide(actor, toolId, numberOf(number), typed, { identity: dto, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.finalForm(actor, toolId, number, body, done.errors));
    return seeOther(toolPaths.dossier(toolId), doneText('finalForm.done', done.value.reference, actor.language));
  }

  @Get(consultationPaths.claim(':toolId', ':number'))
  @Allow('director', 'hr_registrar')
  async claimForm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    const { version, identity } = await this.reading.versionForm(actor, toolId, numberOf(number));
    return <ClaimPage {...placeOf(version)} mayAgreement={actor.role === 'director'} identity={identity} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.claim(':toolId', ':number'))
  @Allow('director', 'hr_registrar')
  async claim(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(ClaimDto, body, actor.language, (dto) => {
      const typed = {
        route: dto.route,
        ground: dto.ground,
        agreementReference: dto.agreementReference?.trim() || null,
        agreementSubstantive: dto.agreementSubstantive === 'yes',
      };
      return this.claims.claim(actor, toolId, numberOf(number), typed, dto);
    });
    if (!done.ok) return unprocessable(await this.claimForm(actor, toolId, number, body, done.errors));
    return seeOther(toolPaths.dossier(toolId), doneText('claim.done', done.value, actor.language));
  }

  @Get(consultationPaths.ruling(':toolId', ':number'))
  @Allow('director')
  async rulingForm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    const { version } = await this.reading.versionForm(actor, toolId, numberOf(number));
    return <RulingPage {...placeOf(version)} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.ruling(':toolId', ':number'))
  @Allow('director')
  async ruling(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(RulingDto, body, actor.language, (dto) => {
      if (!isUpload(dto.file)) throw unusable('file', 'ruling.file-missing');
      const { kind, outcome, reference, ruledOn } = dto;
      return this.rulings.upload(
        actor,
        toolId,
        numberOf(number),
        { kind, outcome, reference, ruledOn, ground: dto.ground ?? null },
        dto.file,
      );
    });
    if (!done.ok) return unprocessable(await this.rulingForm(actor, toolId, number, body, done.errors));
    return seeOther(toolPaths.dossier(toolId), doneText('ruling.done', done.value, actor.language));
  }

  @Get(consultationPaths.personnelMeeting(':id'))
  @Allow('director')
  async personnelForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId);
    return <PersonnelMeetingPage request={request} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.personnelMeeting(':id'))
  @Allow('director')
  async recordPersonnel(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(PersonnelMeetingDto, body, actor.language, (dto) => {
      const { heldOn, minutes } = dto;
      return this.staff.recordPersonnelMeeting(actor, requestId, {
        heldOn,
        minutes,
        quarterAffected: dto.quarterAffected === 'yes',
        adviceAsked: dto.adviceAsked === 'yes',
      });
    });
    if (!done.ok) return unprocessable(await this.personnelForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.request(requestId), doneText('staffMeeting.done', done.value, actor.language));
  }
}

const placeOf = ({ toolId, toolName, number }: { toolId: string; toolName: string; number: number }) => ({
  toolId,
  toolName,
  number,
  dossierHref: toolPaths.dossier(toolId),
});
