import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Allow, explain, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { toolPaths } from '../tools/index.js';
import { IdentityDto, PrepareDto, ReasonDto } from './consultation.dto.js';
import { consultationPaths } from './consultation.paths.js';
import { hasMembers } from './domain/body.js';
import { gapsAmongPapers, gapsIn, UNPREPARED } from './domain/completeness.js';
import { touchedGrounds } from './domain/grounds.js';
import { decisionOn, isPositive } from './domain/standing-acts.js';
import { attempt, type Body, doneText, type Errors, keyOf, numberOf, unmetOf } from './doors.js';
import { ReadingService } from './reading.service.js';
import { RequestService } from './request.service.js';
import { WithdrawPage } from './web/employer-pages.js';
import { PreparePage } from './web/prepare-page.js';

@PageController()
export class RequestPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly requests: RequestService,
  ) {}

  @Get(consultationPaths.prepare(':toolId', ':number'))
  @Allow('hr_registrar', 'director')
  prepareForm(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return this.preparePage(actor, toolId, number);
  }

  private async preparePage(actor: Actor, toolId: string, number: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { version, draft, inHand, attached, unmet, onePage, identity } = await this.reading.preparation(actor, toolId, numberOf(number));
    const touched = touchedGrounds(attached.dossier);
    const gaps = [...gapsIn(draft ?? UNPREPARED, touched, dayOf(this.reading.now())), ...gapsAmongPapers(attached)];
    const waiting = inHand.file.requests.findLast(
      ({ id, withdrawnAt }) => !withdrawnAt && (!decisionOn(inHand.file, id) || isPositive(decisionOn(inHand.file, id))),
    );
    return (
      <PreparePage
        toolId={toolId}
        toolName={version.toolName}
        number={version.number}
        dossierHref={toolPaths.dossier(toolId)}
        withMembers={hasMembers(inHand.standing.body)}
        touched={touched}
        gaps={gaps.map(({ code, place, stops }) => ({ text: explain({ code }, actor.language).title, place, stops }))}
        unmet={unmetOf(unmet, actor.language).map((one, at) => ({
          ...one,
          href: `${toolPaths.dossier(toolId)}#${unmet[at]?.requirement ?? ''}`,
        }))}
        onePage={onePage}
        standing={waiting && !version.isRenewal ? { requestId: waiting.id } : null}
        maySend={actor.role === 'director'}
        identity={identity}
        keyOfPress={newId('i')}
        typed={
          typed ??
          (draft
            ? { ...draft, alsoAdvice: draft.alsoAdvice ? 'yes' : undefined }
            : { grounds: ['k', 'l', ...touched.map(({ ground }) => ground)] })
        }
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.prepare(':toolId', ':number'))
  @Allow('hr_registrar', 'director')
  async prepare(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(PrepareDto, body, actor.language, (dto) => {
      const { intendedDecision = '', reasons = '', consequences = '', grounds = [] } = dto;
      const draft = {
        intendedDecision,
        reasons,
        consequences,
        grounds,
        alsoAdvice: dto.alsoAdvice === 'yes',
        intendedStartOn: dto.intendedStartOn ?? null,
        evaluationOn: dto.evaluationOn ?? null,
        trialUntil: dto.trialUntil ?? null,
      };
      return this.requests.prepare(actor, toolId, numberOf(number), draft);
    });
    if (!done.ok) return unprocessable(await this.preparePage(actor, toolId, number, body, done.errors));
    return seeOther(consultationPaths.prepare(toolId, numberOf(number)), doneText('prepare.saved', done.value, actor.language));
  }

  @Post(consultationPaths.send(':toolId', ':number'))
  @Allow('director')
  async send(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) =>
      this.requests.send(actor, toolId, numberOf(number), { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.preparePage(actor, toolId, number, undefined, done.errors));
    return seeOther(consultationPaths.request(done.value.requestId), doneText('send.done', done.value.reference, actor.language));
  }

  @Get(consultationPaths.withdrawal(':id'))
  @Allow('director')
  async withdrawForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId);
    return <WithdrawPage request={request} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.withdrawal(':id'))
  @Allow('director')
  async withdraw(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReasonDto, body, actor.language, (dto) => this.requests.withdraw(actor, requestId, dto.reason));
    if (!done.ok) return unprocessable(await this.withdrawForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.request(requestId), doneText('withdraw.done', done.value, actor.language));
  }
}
