import { Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { TextDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Body, doneText } from '../doors.js';
import { StaffService } from '../staff.service.js';
import { casePage } from './case.pages.js';
import { CaseService } from './case.service.js';

/** What is written on the pages of a case itself, where no council speaks for the staff. */
@PageController()
export class CaseTalkPages {
  constructor(
    private readonly cases: CaseService,
    private readonly staff: StaffService,
  ) {}

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
}
