import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { pdfOf } from '../../platform/pdf/index.js';
import { toolPaths } from '../tools/index.js';
import { consultationCatalogue } from './consultation.catalogue.js';
import { ButtonDto, TextDto } from './consultation.dto.js';
import { consultationPaths } from './consultation.paths.js';
import { mayIn, nextOf, phaseOf } from './consultation.views.js';
import { CouncilService } from './council.service.js';
import { attempt, type Body, doneText, type Errors } from './doors.js';
import { MeetingService } from './meeting.service.js';
import { onePageBlocks } from './papers.js';
import { ReadingService } from './reading.service.js';
import { StaffService } from './staff.service.js';
import { CasePage } from './web/case-page.js';
import { CouncilPage } from './web/council-page.js';

@PageController()
export class CouncilPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly council: CouncilService,
    private readonly meetings: MeetingService,
    private readonly staff: StaffService,
  ) {}

  @Get(consultationPaths.council)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async list(@Who() actor: Actor): Promise<VNode> {
    const t = text(consultationCatalogue, actor.language);
    const { cases, claims, rulings, disputes } = await this.reading.council();
    const officer = actor.role === 'or_chair' || actor.role === 'or_secretary' || actor.role === 'pvt_contact';
    const mine = (by: readonly string[]): boolean => by.includes(actor.personId ?? '');
    const waiting = [
      ...claims
        .filter(({ confirmedBy }) => (officer || actor.role === 'dpo') && !mine(confirmedBy))
        .map((one) => ({
          text: t('item.claim', { tool: one.toolName }),
          href: consultationPaths.claimConfirmation(one.id),
          hint: one.ground,
        })),
      ...rulings
        .filter(() => actor.role !== 'or_chair' && (officer || actor.role === 'dpo'))
        .map((one) => ({
          text: t('item.ruling', { tool: one.toolName }),
          href: consultationPaths.rulingConfirmation(one.id),
          hint: one.reference,
        })),
      ...disputes
        .filter(({ answeredBy }) => officer && !mine(answeredBy))
        .map((one) => ({ text: t('item.dispute', { tool: one.toolName }), href: consultationPaths.disputeAnswer(one.id), hint: one.text })),
    ];
    return <CouncilPage cases={cases} waiting={waiting} />;
  }

  @Get(consultationPaths.request(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  one(@Who() actor: Actor, @Param('id') requestId: string): Promise<VNode> {
    return this.page(actor, requestId);
  }

  private async page(actor: Actor, requestId: string, errors?: Errors, typed?: Readonly<Record<string, string>>): Promise<VNode> {
    const read = await this.reading.readCase(actor, requestId);
    const { request, inHand } = read;
    const { file: acts } = inHand;
    const on = <T extends { readonly requestId: string }>(list: readonly T[]): readonly T[] =>
      list.filter((one) => one.requestId === requestId);
    const decisions = on(acts.decisions);
    return (
      <CasePage
        {...read}
        phase={phaseOf(read)}
        next={text(consultationCatalogue, actor.language)(nextOf(read))}
        dossierHref={toolPaths.dossier(request.toolId)}
        diffHref={request.number > 1 ? toolPaths.diff(request.toolId, request.number, request.number - 1) : null}
        meetings={on(acts.meetings)}
        decisions={decisions}
        final={
          acts.finals.findLast(({ decisionId, kind }) => kind === 'introduction' || decisions.some(({ id }) => id === decisionId)) ?? null
        }
        view={on(acts.views).at(-1) ?? null}
        personnelMeeting={on(acts.personnelMeetings).at(-1) ?? null}
        comments={on(acts.comments)}
        disputes={acts.disputes}
        may={mayIn(read, actor)}
        errors={errors}
        typed={typed}
      />
    );
  }

  @Get(consultationPaths.onePagePdf(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async pdf(@Who() actor: Actor, @Param('id') requestId: string): Promise<PageResult> {
    const { request, bundle } = await this.reading.readCase(actor, requestId);
    if (!bundle) throw notFound();
    const page = bundle.onePage[actor.language];
    const bytes = await pdfOf({
      language: actor.language,
      title: page.title,
      blocks: onePageBlocks(page).slice(1),
      fingerprint: request.fingerprint,
      reference: request.reference,
    });
    return file(bytes, 'application/pdf', `${request.reference}.pdf`);
  }

  /** A paper as it was mailed, byte for byte. */
  @Get(consultationPaths.paper(':mailingId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async paper(@Param('mailingId') mailingId: string): Promise<PageResult> {
    const { pdf, reference } = await this.reading.paper(mailingId);
    return file(pdf, 'application/pdf', `${reference}.pdf`);
  }

  @Get(consultationPaths.meetingFile(':id', ':meetingId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo')
  async minutes(@Param('id') requestId: string, @Param('meetingId') meetingId: string): Promise<PageResult> {
    const stored = await this.reading.minutesFile(requestId, meetingId);
    return file(stored.bytes, stored.type, stored.name);
  }

  @Post(consultationPaths.questions(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async ask(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const asked = await attempt(TextDto, body, actor.language, (dto) => this.council.ask(actor, requestId, dto.text));
    if (!asked.ok)
      return unprocessable(await this.page(actor, requestId, asked.errors, { text: typeof body['text'] === 'string' ? body['text'] : '' }));
    return seeOther(`${consultationPaths.request(requestId)}#questions`, doneText('answer.done', asked.value, actor.language));
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
      return unprocessable(await this.page(actor, requestId, errors, { [name]: typeof said === 'string' ? said : '' }));
    }
    return seeOther(consultationPaths.request(requestId), doneText('answer.done', done.value, actor.language));
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
    if (!done.ok) return unprocessable(await this.page(actor, requestId, done.errors));
    return seeOther(consultationPaths.request(requestId), doneText('presence.done', done.value, actor.language));
  }
}
