import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, file, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { casePage } from '../case/case.pages.js';
import { CaseService } from '../case/case.service.js';
import { ButtonDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Attempt, type Body, doneText } from '../doors.js';
import { MeetingService } from '../meeting.service.js';
import { AgendaDto, ProposalDto } from './meetings.dto.js';
import { PlanningService } from './planning.service.js';

/** 9.30 is 09:30. */
const timeOf = (typed: string): string => typed.replace('.', ':').padStart(5, '0');
const textsIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

@PageController()
export class MeetingsPages {
  constructor(
    private readonly cases: CaseService,
    private readonly planning: PlanningService,
    private readonly meetings: MeetingService,
  ) {}

  @Post(consultationPaths.meetingProposals(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar')
  async propose(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ProposalDto, body, actor.language, ({ day, time, place }) =>
      this.planning.propose(actor, requestId, { day, time: timeOf(time), place }),
    );
    return this.shown(actor, requestId, done, body);
  }

  @Post(consultationPaths.meetingChoice(':id', ':proposalId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar')
  async choose(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('proposalId') proposalId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    return this.shown(
      actor,
      requestId,
      await attempt(ButtonDto, body, actor.language, () => this.planning.choose(actor, requestId, proposalId)),
    );
  }

  @Post(consultationPaths.agenda(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar')
  async addItem(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(AgendaDto, body, actor.language, ({ item }) => this.planning.addItem(actor, requestId, item));
    return this.shown(actor, requestId, done, body);
  }

  @Post(consultationPaths.agendaRemoval(':id', ':itemId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar')
  async removeItem(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('itemId') itemId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    return this.shown(
      actor,
      requestId,
      await attempt(ButtonDto, body, actor.language, () => this.planning.removeItem(actor, requestId, itemId)),
    );
  }

  @Get(consultationPaths.invitation(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async invitation(@Param('id') requestId: string): Promise<PageResult> {
    return file(Buffer.from(await this.planning.invitation(requestId)), 'text/calendar; charset=utf-8', 'overleg.ics');
  }

  /** The other officer of the council, and the director, each say that the minutes are right. */
  @Post(consultationPaths.meetingPresence(':id', ':meetingId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'director')
  async confirm(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('meetingId') meetingId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(ButtonDto, body, actor.language, () => this.meetings.confirmPresence(actor, requestId, meetingId));
    return this.shown(actor, requestId, done);
  }

  private async shown(actor: Actor, requestId: string, done: Attempt<string>, typed: Body = {}): Promise<PageResult> {
    if (!done.ok)
      return unprocessable(await casePage(this.cases, actor, requestId, 'meetings', { errors: done.errors, typed: textsIn(typed) }));
    return seeOther(consultationPaths.casePage(requestId, 'meetings'), doneText('presence.done', done.value, actor.language));
  }
}
