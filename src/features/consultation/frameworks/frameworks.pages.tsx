import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { notFound } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { ButtonDto, IdentityDto, ReasonDto } from '../consultation.dto.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { type Framework, pendingOf, stateOf } from './domain/framework.js';
import { FrameworkReading } from './framework-reading.service.js';
import { FrameworkService } from './framework.service.js';
import { frameworksCatalogue } from './frameworks.catalogue.js';
import { FrameworkDecisionDto, ProposeDto } from './frameworks.dto.js';
import { frameworkPaths } from './frameworks.paths.js';
import { frameworkTyped } from './typed-framework.js';
import { ConfirmFrameworkPage, DecideFrameworkPage } from './web/decide-framework-page.js';
import { FrameworkPage } from './web/framework-page.js';
import { FrameworksPage } from './web/frameworks-page.js';
import { ProposePage } from './web/propose-page.js';

const OFFICERS: readonly string[] = ['or_chair', 'or_secretary', 'pvt_contact'];
const EMPLOYER: readonly string[] = ['director', 'hr_registrar'];

@PageController()
export class FrameworksPages {
  constructor(
    private readonly reading: FrameworkReading,
    private readonly frameworks: FrameworkService,
  ) {}

  @Get(frameworkPaths.list)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async list(@Who() actor: Actor): Promise<VNode> {
    const today = this.reading.today();
    const { frameworks, body } = await this.reading.list();
    const rows = frameworks.map((framework) => ({ framework, state: stateOf(framework, today) }));
    return <FrameworksPage rows={rows} body={body} mayPropose={actor.role === 'director'} />;
  }

  @Get(frameworkPaths.propose)
  @Allow('director')
  async proposeForm(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    const [identity, named] = await Promise.all([this.reading.identity(actor), this.reading.named()]);
    return <ProposePage {...{ identity, named, typed, errors }} keyOfPress={newId('i')} />;
  }

  @Post(frameworkPaths.list)
  @Allow('director')
  async propose(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const named = await this.reading.named();
    const done = await attempt(ProposeDto, body, actor.language, (dto) =>
      this.frameworks.propose(actor, frameworkTyped(dto, this.reading.today(), named), { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.proposeForm(actor, body, done.errors));
    const { frameworkId, reference } = done.value;
    return seeOther(frameworkPaths.framework(frameworkId), text(frameworksCatalogue, actor.language)('propose.done', { reference }));
  }

  @Get(frameworkPaths.framework(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async one(@Who() actor: Actor, @Param('id') id: string, errors?: Errors): Promise<VNode> {
    const { framework, lights, body } = await this.reading.one(actor, id);
    const state = stateOf(framework, this.reading.today());
    return <FrameworkPage {...{ framework, state, lights, body, errors }} may={mayOn(framework, state, actor)} keyOfPress={newId('i')} />;
  }

  @Get(frameworkPaths.decision(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  decisionForm(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.deciding(actor, id, false);
  }

  @Get(frameworkPaths.end(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  endForm(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.deciding(actor, id, true);
  }

  private async deciding(actor: Actor, id: string, ending: boolean, typed?: Body, errors?: Errors): Promise<VNode> {
    const { framework, identity } = await this.reading.one(actor, id);
    return <DecideFrameworkPage {...{ framework, ending, identity, typed, errors }} keyOfPress={newId('i')} />;
  }

  @Post(frameworkPaths.decision(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async record(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(FrameworkDecisionDto, body, actor.language, (dto) =>
      this.frameworks.recordDecision(actor, id, typedDecision(dto), { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.deciding(actor, id, body['decision'] === 'ended', body, done.errors));
    const { reference } = done.value;
    return seeOther(frameworkPaths.framework(id), text(frameworksCatalogue, actor.language)('decide.done', { reference }));
  }

  @Get(frameworkPaths.confirm(':id', ':decisionId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async confirmForm(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    typed?: Body,
    errors?: Errors,
  ): Promise<VNode> {
    const { framework, identity } = await this.reading.one(actor, id);
    const decision = framework.decisions.find((one) => one.id === decisionId);
    if (!decision) throw notFound();
    return <ConfirmFrameworkPage {...{ framework, decision, identity, typed, errors }} keyOfPress={newId('i')} />;
  }

  @Post(frameworkPaths.confirm(':id', ':decisionId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async confirm(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) =>
      this.frameworks.confirm(actor, decisionId, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.confirmForm(actor, id, decisionId, body, done.errors));
    return seeOther(frameworkPaths.framework(id), text(frameworksCatalogue, actor.language)('confirm.done', { reference: done.value }));
  }

  @Post(frameworkPaths.reject(':id', ':decisionId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async reject(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(ReasonDto, body, actor.language, (dto) => this.frameworks.reject(actor, decisionId, dto.reason));
    if (!done.ok) return unprocessable(await this.confirmForm(actor, id, decisionId, body, done.errors));
    return seeOther(frameworkPaths.framework(id), text(frameworksCatalogue, actor.language)('reject.done', { reference: done.value }));
  }

  @Post(frameworkPaths.presence(':id', ':decisionId'))
  @Allow('director', 'hr_registrar')
  async presence(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(ButtonDto, body, actor.language, () => this.frameworks.confirmPresence(actor, decisionId));
    if (!done.ok) return unprocessable(await this.one(actor, id, done.errors));
    return seeOther(frameworkPaths.framework(id), text(frameworksCatalogue, actor.language)('presence.done', { reference: done.value }));
  }
}

const typedDecision = (dto: FrameworkDecisionDto) => {
  const { decision, reasons, decidedOn, votesFor, votesAgainst, votesAbstained } = dto;
  const meeting = decision === 'granted';
  const written = (said: string | undefined): string | null => (meeting ? said?.trim() || null : null);
  return {
    decision,
    reasons,
    decidedOn,
    votesFor,
    votesAgainst,
    votesAbstained,
    metOn: meeting ? (dto.metOn ?? null) : null,
    minutes: written(dto.minutes),
    presentCouncil: written(dto.presentCouncil),
    presentEmployer: written(dto.presentEmployer),
  };
};

const mayOn = (framework: Framework, state: ReturnType<typeof stateOf>, actor: Actor) => {
  const pending = pendingOf(framework);
  const officer = OFFICERS.includes(actor.role);
  const waits = pending !== null && pending.confirmedAt === null && pending.recordedBy !== actor.personId;
  const absent = pending !== null && pending.decision === 'granted' && pending.presentAt === null;
  return {
    decide: officer && state === 'proposed',
    end: officer && state === 'standing' && pending === null,
    confirm: officer && waits ? pending.id : null,
    present: EMPLOYER.includes(actor.role) && absent ? pending.id : null,
  };
};
