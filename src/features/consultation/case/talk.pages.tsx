import { Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { ButtonDto, TextDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { CouncilService } from '../council.service.js';
import { attempt, type Body, doneText } from '../doors.js';
import { MeetingService } from '../meeting.service.js';
import { StaffService } from '../staff.service.js';
import { casePage } from './case.pages.js';
import { CaseService } from './case.service.js';

/** What is written on the pages of a case itself: questions, answers, who was at a meeting. */
@PageController()
export class CaseTalkPages {
  constructor(
    private readonly cases: CaseService,
    private readonly council: CouncilService,
    private readonly meetings: MeetingService,
    private readonly staff: StaffService,
  ) {}

  @Post(consultationPaths.questions(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async ask(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const asked = await attempt(TextDto, body, actor.language, (dto) => this.council.ask(actor, requestId, dto.text));
    if (!asked.ok)
      return unprocessable(
        await casePage(this.cases, actor, requestId, 'questions', {
          errors: asked.errors,
          typed: { text: typeof body['text'] === 'string' ? body['text'] : '' },
        }),
      );
    return seeOther(consultationPaths.casePage(requestId, 'questions'), doneText('answer.done', asked.value, actor.language));
  }

  @Post(consultationPaths.questionAnswer(':id', ':questionId'))
  @Allow('director', 'hr_registrar', 'privacy_officer')
  async answer(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('questionId') questionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    return this.answered(actor, requestId, questionId, body, (said) => this.council.answer(actor, requestId, questionId, said));
  }

  @Post(consultationPaths.commentAnswer(':id', ':commentId'))
  @Allow('director', 'hr_registrar')
  async answerComment(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('commentId') commentId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    return this.answered(actor, requestId, commentId, body, (said) => this.staff.answerComment(actor, requestId, commentId, said));
  }

  private async answered(
    actor: Actor,
    requestId: string,
    id: string,
    body: Body,
    act: (said: string) => Promise<string>,
  ): Promise<PageResult> {
    const name = `answer-${id}`;
    const { [name]: said, ...rest } = body;
    const done = await attempt(TextDto, { ...rest, text: said }, actor.language, (dto) => act(dto.text));
    if (!done.ok) {
      const errors = done.errors.map((error) => (error.field === 'text' ? { ...error, field: name } : error));
      return unprocessable(
        await casePage(this.cases, actor, requestId, 'questions', { errors, typed: { [name]: typeof said === 'string' ? said : '' } }),
      );
    }
    return seeOther(consultationPaths.casePage(requestId, 'questions'), doneText('answer.done', done.value, actor.language));
  }

  @Post(consultationPaths.meetingPresence(':id', ':meetingId'))
  @Allow('director', 'hr_registrar')
  async presence(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('meetingId') meetingId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const done = await attempt(ButtonDto, body, actor.language, () => this.meetings.confirmPresence(actor, requestId, meetingId));
    if (!done.ok) return unprocessable(await casePage(this.cases, actor, requestId, 'meetings', { errors: done.errors }));
    return seeOther(consultationPaths.casePage(requestId, 'meetings'), doneText('presence.done', done.value, actor.language));
  }
}
