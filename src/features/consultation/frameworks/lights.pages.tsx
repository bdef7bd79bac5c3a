import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { toolPaths } from '../../tools/index.js';
import { IdentityDto, ReasonDto } from '../consultation.dto.js';
import { attempt, type Body, type Errors, keyOf, numberOf, unmetOf } from '../doors.js';
import { FrameworkReading } from './framework-reading.service.js';
import { frameworksCatalogue } from './frameworks.catalogue.js';
import { TellDto } from './frameworks.dto.js';
import { frameworkPaths } from './frameworks.paths.js';
import { LightService } from './light.service.js';
import { LightPage } from './web/light-page.js';
import { TellPage } from './web/tell-page.js';

const MEMBERS: readonly string[] = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact'];
const OFFICERS: readonly string[] = ['or_chair', 'or_secretary', 'pvt_contact'];
/** Also one that was taken back: there its reason stands. */
const REVOCABLE: readonly string[] = ['stands', 'revoked'];
const ACCEPTABLE: readonly string[] = ['unmailed', 'running', 'yes_missing'];

@PageController()
export class LightsPages {
  constructor(
    private readonly reading: FrameworkReading,
    private readonly lights: LightService,
  ) {}

  @Get(frameworkPaths.version(':toolId', ':number'))
  @Allow('director', 'hr_registrar', 'privacy_officer')
  async tellForm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    const { version, judged, isOpen, told, unmet, papersComplete, identity } = await this.reading.tellForm(actor, toolId, numberOf(number));
    return (
      <TellPage
        toolId={toolId}
        toolName={version.toolName}
        number={version.number}
        dossierHref={toolPaths.dossier(toolId)}
        judged={judged}
        isOpen={isOpen}
        toldId={told?.id ?? null}
        unmet={unmetOf(unmet, actor.language)}
        papersComplete={papersComplete}
        mayTell={actor.role === 'director'}
        identity={identity}
        keyOfPress={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Post(frameworkPaths.version(':toolId', ':number'))
  @Allow('director')
  async tell(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(TellDto, body, actor.language, (dto) => {
      const typed = { frameworkId: dto.frameworkId, explanation: dto.explanation };
      return this.lights.tell(actor, toolId, numberOf(number), typed, { identity: dto, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.tellForm(actor, toolId, number, body, done.errors));
    const { consentId, reference } = done.value;
    return seeOther(frameworkPaths.light(consentId), text(frameworksCatalogue, actor.language)('tell.done', { reference }));
  }

  @Get(frameworkPaths.light(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  light(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  private async page(actor: Actor, id: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.reading.light(actor, id);
    const said = read.light.acceptances.some(({ byPerson, byRole }) => byPerson === actor.personId || byRole === actor.role);
    const may = {
      object: MEMBERS.includes(actor.role) && read.mayObject && read.state !== 'full_case',
      revoke: [...MEMBERS, 'director'].includes(actor.role) && REVOCABLE.includes(read.state),
      accept: OFFICERS.includes(actor.role) && read.light.agreed.colour === 'amber' && ACCEPTABLE.includes(read.state) && !said,
    };
    return <LightPage read={read} may={may} identity={read.identity} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(frameworkPaths.objection(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async object(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReasonDto, body, actor.language, (dto) => this.lights.object(actor, id, dto.reason));
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(frameworkPaths.light(id), text(frameworksCatalogue, actor.language)('object.done', { reference: done.value }));
  }

  @Post(frameworkPaths.acceptance(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async accept(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) =>
      this.lights.accept(actor, id, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(frameworkPaths.light(id), text(frameworksCatalogue, actor.language)('accept.done', { reference: done.value }));
  }
}
