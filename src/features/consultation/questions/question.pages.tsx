import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import {
  Allow,
  file,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  type Upload,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { casePage } from '../case/case.pages.js';
import { CaseService } from '../case/case.service.js';
import { TextDto } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Attempt, type Body, doneText } from '../doors.js';
import { AnswerDto, NoteDto } from './question.dto.js';
import { QuestionService } from './question.service.js';

/** The form of one question among many: its fields carry the question's id, and so do the faults found in them. */
const ofQuestion = (body: Body, questionId: string, names: Readonly<Record<string, string>>) => {
  const rest = { ...body };
  const own: Body = {};
  const typed: Record<string, string> = {};
  for (const [field, prefix] of Object.entries(names)) {
    const name = `${prefix}-${questionId}`;
    own[field] = rest[name];
    if (typeof rest[name] === 'string') typed[name] = rest[name];
    delete rest[name];
  }
  const named = <T extends { readonly field: string }>(error: T): T =>
    Object.hasOwn(names, error.field) ? { ...error, field: `${names[error.field]}-${questionId}` } : error;
  return { form: { ...rest, ...own }, typed, named };
};

const uploadsIn = (value: unknown): readonly Upload[] => (Array.isArray(value) ? value : [value]).filter(isUpload);

@PageController()
export class QuestionPages {
  constructor(
    private readonly cases: CaseService,
    private readonly questions: QuestionService,
  ) {}

  @Post(consultationPaths.questions(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async ask(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const asked = await attempt(TextDto, body, actor.language, (dto) => this.questions.ask(actor, requestId, dto.text));
    return this.answered(actor, requestId, asked, { text: typeof body['text'] === 'string' ? body['text'] : '' });
  }

  @Post(consultationPaths.questionAnswer(':id', ':questionId'))
  @Allow('director', 'hr_registrar', 'privacy_officer')
  async answer(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('questionId') questionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const { form, typed, named } = ofQuestion(body, questionId, { text: 'answer', files: 'files' });
    const done = await attempt(AnswerDto, form, actor.language, (dto) =>
      this.questions.answer(actor, requestId, questionId, { text: dto.text, files: uploadsIn(dto.files) }),
    );
    return this.answered(actor, requestId, done.ok ? done : { ok: false, errors: done.errors.map(named) }, typed);
  }

  @Post(consultationPaths.questionNote(':id', ':questionId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async note(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('questionId') questionId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const { form, typed, named } = ofQuestion(body, questionId, { text: 'said', meetingId: 'meeting' });
    const done = await attempt(NoteDto, form, actor.language, (dto) =>
      this.questions.answerInMeeting(actor, requestId, questionId, { text: dto.text, meetingId: dto.meetingId, files: [] }),
    );
    return this.answered(actor, requestId, done.ok ? done : { ok: false, errors: done.errors.map(named) }, typed);
  }

  @Get(consultationPaths.answerFile(':id', ':questionId', ':fileId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async file(
    @Param('id') requestId: string,
    @Param('questionId') questionId: string,
    @Param('fileId') fileId: string,
  ): Promise<PageResult> {
    const stored = await this.questions.file(requestId, questionId, fileId);
    return file(stored.bytes, stored.type, stored.name);
  }

  private async answered(
    actor: Actor,
    requestId: string,
    done: Attempt<string>,
    typed: Readonly<Record<string, string>>,
  ): Promise<PageResult> {
    if (!done.ok) return unprocessable(await casePage(this.cases, actor, requestId, 'questions', { errors: done.errors, typed }));
    return seeOther(consultationPaths.casePage(requestId, 'questions'), doneText('answer.done', done.value, actor.language));
  }
}
