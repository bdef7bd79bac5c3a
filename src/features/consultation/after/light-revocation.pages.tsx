import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { IdentityDto } from '../consultation.dto.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { doneWith } from './after-doors.js';
import { LightRevocationDto } from './after.dto.js';
import { LightRevocationService } from './light-revocation.service.js';
import { LightRevocationPage } from './web/light-revocation-page.js';

/** Taking back one consent under a framework. */
@PageController()
export class LightRevocationPages {
  constructor(private readonly revocations: LightRevocationService) {}

  @Get(frameworkPaths.revocation(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director')
  async page(@Who() actor: Actor, @Param('id') id: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <LightRevocationPage read={await this.revocations.read(actor, id)} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(frameworkPaths.revocation(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async record(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(LightRevocationDto, body, actor.language, ({ ground, explanation, namedWords, password, totp }) => {
      const typed = { ground, explanation, namedWords: namedWords?.trim() || null };
      return this.revocations.record(actor, id, typed, { identity: { password, totp }, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(frameworkPaths.revocation(id), doneWith('revoke.done', done.value, actor.language));
  }

  @Post(frameworkPaths.revocationConfirmation(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'director')
  async confirm(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, ({ password, totp }) =>
      this.revocations.confirm(actor, id, { password, totp }),
    );
    if (!done.ok) return unprocessable(await this.page(actor, id, undefined, done.errors));
    return seeOther(frameworkPaths.revocation(id), doneWith('revocation.done', done.value, actor.language));
  }
}
