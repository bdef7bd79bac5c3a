import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, file, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { IdentityDto } from '../consultation.dto.js';
import { doneWith } from './after-doors.js';
import { isOfficer } from './officers.js';
import { letterOnPage } from './after-papers.js';
import { AfterReading } from './after-reading.service.js';
import { NullityDto, RatificationDto } from './after.dto.js';
import { afterPaths } from './after.paths.js';
import { NullityService } from './nullity.service.js';
import { InvokePage } from './web/invoke-page.js';
import { NullityPage, RatifyPage } from './web/nullity-pages.js';

const shownReason = (typed: Body | undefined): string =>
  typeof typed?.['reason'] === 'string' && typed['reason'] !== '' ? typed['reason'] : '…';

@PageController()
export class NullityPages {
  constructor(
    private readonly reading: AfterReading,
    private readonly nullities: NullityService,
  ) {}

  @Get(afterPaths.invoke(':toolId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async form(@Who() actor: Actor, @Param('toolId') toolId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.reading.invokeForm(actor, toolId);
    const facts = {
      toolName: read.toolName,
      why: read.why ?? ('told' as const),
      startedOn: read.startedOn ?? read.today,
      lastDay: read.lastDay,
    };
    const letter = letterOnPage({ ...facts, decidedOn: null, reason: shownReason(typed), writtenOn: read.today }, actor.language);
    return <InvokePage {...read} letter={letter} typed={typed} errors={errors} keyOfPress={newId('i')} />;
  }

  @Post(afterPaths.invoke(':toolId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async invoke(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(NullityDto, body, actor.language, (dto) => {
      const { why, periodStartedOn, reason } = dto;
      const typed = { why, periodStartedOn, reason, decidedOn: dto.decidedOn ?? null };
      return this.nullities.invoke(actor, toolId, typed, { identity: identityOf(dto), key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.form(actor, toolId, body, done.errors));
    return seeOther(afterPaths.nullity(done.value), doneWith('nullity.done', done.value, actor.language));
  }

  @Get(afterPaths.nullity(':reference'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async one(@Who() actor: Actor, @Param('reference') reference: string): Promise<VNode> {
    const { nullity } = await this.reading.nullity(actor, reference);
    const letter = letterOnPage({ ...nullity, writtenOn: dayOf(nullity.invokedAt) }, actor.language);
    const mayRatify = isOfficer(actor) && nullity.ratifiedOn === null && nullity.invokedBy !== actor.personId;
    return <NullityPage nullity={nullity} letter={letter} mayRatify={mayRatify} own={nullity.invokedBy === actor.personId} />;
  }

  @Get(afterPaths.letter(':reference'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async letter(@Who() actor: Actor, @Param('reference') reference: string): Promise<PageResult> {
    return file(await this.reading.letter(actor, reference), 'application/pdf', `${reference}.pdf`);
  }

  @Get(afterPaths.ratification(':reference'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async ratifyForm(@Who() actor: Actor, @Param('reference') reference: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <RatifyPage {...await this.reading.nullity(actor, reference)} typed={typed} errors={errors} />;
  }

  @Post(afterPaths.ratification(':reference'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async ratify(@Who() actor: Actor, @Param('reference') reference: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(RatificationDto, body, actor.language, (dto) => {
      const { decidedOn, votesFor, votesAgainst, votesAbstained } = dto;
      return this.nullities.ratify(actor, reference, { decidedOn, votesFor, votesAgainst, votesAbstained }, identityOf(dto));
    });
    if (!done.ok) return unprocessable(await this.ratifyForm(actor, reference, body, done.errors));
    return seeOther(afterPaths.nullity(reference), doneWith('ratify.done', done.value, actor.language));
  }
}

const identityOf = ({ password, totp }: IdentityDto) => ({ password, totp });
