import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { IdentityDto, TextDto } from '../consultation.dto.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { doneWith } from './after-doors.js';
import { isOfficer } from './officers.js';
import { AfterReading } from './after-reading.service.js';
import { RevocationDto } from './after.dto.js';
import { afterPaths } from './after.paths.js';
import { ConcernService } from './concern.service.js';
import { RevocationService } from './revocation.service.js';
import { ConcernPage, RaisePage } from './web/concern-pages.js';
import { RevocationPage, RevokePage } from './web/revocation-pages.js';

/** A concern, and where law, consent or agreement name it, taking the consent back. */
@PageController()
export class ConcernPages {
  constructor(
    private readonly reading: AfterReading,
    private readonly concerns: ConcernService,
    private readonly revocations: RevocationService,
  ) {}

  @Get(afterPaths.raise(':toolId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async raiseForm(@Who() actor: Actor, @Param('toolId') toolId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <RaisePage toolId={toolId} toolName={await this.reading.toolName(actor, toolId)} typed={typed} errors={errors} />;
  }

  @Post(afterPaths.raise(':toolId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async raise(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(TextDto, body, actor.language, (dto) => this.concerns.raise(actor, toolId, dto.text));
    if (!done.ok) return unprocessable(await this.raiseForm(actor, toolId, body, done.errors));
    return seeOther(afterPaths.concern(done.value.concernId), doneWith('concern.done', done.value.reference, actor.language));
  }

  @Get(afterPaths.concern(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director')
  async concern(@Who() actor: Actor, @Param('id') concernId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.reading.concern(actor, concernId);
    const mayAnswer = actor.role === 'director' && read.concern.answeredAt === null;
    return <ConcernPage {...read} mayAnswer={mayAnswer} typed={typed} errors={errors} />;
  }

  @Post(afterPaths.concernAnswer(':id'))
  @Allow('director')
  async answer(@Who() actor: Actor, @Param('id') concernId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(TextDto, body, actor.language, (dto) => this.concerns.answer(actor, concernId, dto.text));
    if (!done.ok) return unprocessable(await this.concern(actor, concernId, body, done.errors));
    return seeOther(afterPaths.concern(concernId), doneWith('concern.answered', done.value, actor.language));
  }

  @Get(afterPaths.revoke(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async revokeForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <RevokePage {...await this.reading.revokeForm(actor, requestId)} typed={typed} errors={errors} keyOfPress={newId('i')} />;
  }

  @Post(afterPaths.revoke(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async revoke(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(RevocationDto, body, actor.language, (dto) => {
      const { ground, explanation, password, totp } = dto;
      const typed = { ground, explanation, conditionId: dto.conditionId || null, namedWords: dto.namedWords?.trim() || null };
      return this.revocations.record(actor, requestId, typed, { identity: { password, totp }, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.revokeForm(actor, requestId, body, done.errors));
    return seeOther(afterPaths.revocation(done.value.revocationId), doneWith('revoke.done', done.value.reference, actor.language));
  }

  @Get(afterPaths.revocation(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async revocation(@Who() actor: Actor, @Param('id') revocationId: string, errors?: Errors): Promise<VNode> {
    const { revocation, identity } = await this.reading.revocation(actor, revocationId);
    const asked = isOfficer(actor) || (actor.role === 'director' && revocation.ground === 'renegotiated');
    const waits = asked && revocation.revokedAt === null;
    const own = waits && revocation.recordedBy === actor.personId;
    const confirmed = waits && revocation.confirmedBy.includes(actor.personId ?? '');
    return (
      <RevocationPage
        revocation={revocation}
        may={{ own, confirmed, confirm: waits && !own && !confirmed }}
        identity={identity}
        errors={errors}
      />
    );
  }

  @Post(afterPaths.revocation(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director')
  async confirm(@Who() actor: Actor, @Param('id') revocationId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, ({ password, totp }) =>
      this.revocations.confirm(actor, revocationId, { password, totp }),
    );
    if (!done.ok) return unprocessable(await this.revocation(actor, revocationId, done.errors));
    return seeOther(afterPaths.revocation(revocationId), doneWith('revocation.done', done.value, actor.language));
  }
}
