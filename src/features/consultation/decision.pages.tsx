import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { heldAgainst } from './conditions/held-against.js';
import { PromiseService } from './conditions/promise.service.js';
import { conditionsIn, fieldsOf, readConditions } from './conditions/typed-conditions.js';
import { ConfirmDto, DecisionDto, MeetingDto, SendBackDto, ViewDto, VotedDecisionDto } from './consultation.dto.js';
import { consultationPaths } from './consultation.paths.js';
import { mayIn } from './consultation.views.js';
import { type Decided, DecisionService } from './decision.service.js';
import type { TypedCondition, TypedDecision, VotedDecision } from './domain/decide.js';
import { pendingDecisionOn } from './domain/standing-acts.js';
import { attempt, type Body, doneText, type Errors, keyOf } from './doors.js';
import { MeetingService } from './meeting.service.js';
import { ReadingService } from './reading.service.js';
import { StaffService } from './staff.service.js';
import { ConfirmPage } from './web/confirm-page.js';
import { DecidePage } from './web/decide-page.js';
import { MeetingPage } from './web/meeting-page.js';
import { VotingService } from './voting/voting.service.js';
import { ViewPage } from './web/member-pages.js';

/** As it was typed: with the word and the totals of the minutes, or without them where the vote was held here. */
const decisionIn = (dto: VotedDecisionDto, conditions: readonly TypedCondition[]): VotedDecision | TypedDecision => {
  const written = { reasons: dto.reasons, expiresOn: dto.expiresOn ?? null, conditions };
  if (!(dto instanceof DecisionDto)) return written;
  const { decision, decidedOn, votesFor, votesAgainst, votesAbstained } = dto;
  return { ...written, decision, decidedOn, votesFor, votesAgainst, votesAbstained };
};

@PageController()
export class DecisionPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly meetings: MeetingService,
    private readonly decisions: DecisionService,
    private readonly staff: StaffService,
    private readonly promises: PromiseService,
    private readonly voting: VotingService,
  ) {}

  @Get(consultationPaths.meeting(':id'))
  @Allow('or_secretary', 'pvt_contact', 'group_officer', 'director')
  async meetingForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId, actor);
    return <MeetingPage request={request} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.meeting(':id'))
  @Allow('or_secretary', 'pvt_contact', 'group_officer', 'director')
  async recordMeeting(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(MeetingDto, body, actor.language, (dto) =>
      this.meetings.recordMeeting(actor, requestId, {
        heldOn: dto.heldOn,
        presentCouncil: dto.presentCouncil,
        presentEmployer: dto.presentEmployer,
        minutes: dto.minutes ?? '',
        minutesFile: isUpload(dto.minutesFile) ? dto.minutesFile : null,
      }),
    );
    if (!done.ok) return unprocessable(await this.meetingForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'meetings'), doneText('meetingForm.done', done.value, actor.language));
  }

  @Get(consultationPaths.decision(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async decisionForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId, actor);
    const identity = await this.reading.identity(actor);
    const choices = await this.promises.choices(requestId, actor.language);
    return (
      <DecidePage
        request={request}
        choices={choices}
        verdict={await this.voting.verdict(requestId)}
        typed={typed}
        errors={errors}
        identity={identity}
        keyOfPress={newId('i')}
      />
    );
  }

  @Post(consultationPaths.decision(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async record(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const { rest, rows, edited } = conditionsIn(body);
    if (edited) return withStatus(200, await this.decisionForm(actor, requestId, { ...rest, ...fieldsOf(rows) }));
    const form = (await this.voting.verdict(requestId)).kind === 'decided' ? VotedDecisionDto : DecisionDto;
    const done = await attempt<VotedDecisionDto, Decided>(form, rest, actor.language, (dto) => {
      const { conditions, wrong } = readConditions(rows);
      if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
      return this.decisions.recordDecision(actor, requestId, decisionIn(dto, conditions), { identity: dto, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.decisionForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('decide.done', done.value.reference, actor.language));
  }

  @Get(consultationPaths.confirm(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'or_member', 'group_officer')
  async confirmForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.reading.readCase(requestId, actor);
    const decision = pendingDecisionOn(read.inHand.file, requestId);
    return (
      <ConfirmPage
        request={read.request}
        decision={decision}
        version={heldAgainst(read.inHand.version, this.reading.now())}
        own={decision?.recordedBy === actor.personId}
        mayConfirm={mayIn(read, actor).confirm || (decision?.recordedBy === actor.personId && actor.role !== 'or_member')}
        identity={await this.reading.identity(actor)}
        keyOfPress={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.confirm(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async confirm(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ConfirmDto, body, actor.language, (dto) =>
      this.decisions.confirm(actor, requestId, dto.decisionId, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.confirmForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('confirm.done', done.value.reference, actor.language));
  }

  @Post(consultationPaths.sendBack(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async sendBack(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(SendBackDto, body, actor.language, (dto) =>
      this.decisions.reject(actor, requestId, dto.decisionId, dto.reason),
    );
    if (!done.ok) return unprocessable(await this.confirmForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('reject.done', done.value, actor.language));
  }

  @Get(consultationPaths.view(':id'))
  @Allow('pvt_contact')
  async viewForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request } = await this.reading.readCase(requestId, actor);
    return <ViewPage request={request} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.view(':id'))
  @Allow('pvt_contact')
  async recordView(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ViewDto, body, actor.language, (dto) =>
      this.staff.recordView(actor, requestId, { text: dto.text, viewedOn: dto.viewedOn }),
    );
    if (!done.ok) return unprocessable(await this.viewForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), doneText('view.done', done.value, actor.language));
  }
}
