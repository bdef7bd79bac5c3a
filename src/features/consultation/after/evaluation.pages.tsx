import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { Problem } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { doneWith } from './after-doors.js';
import { isMember, isOfficer } from './officers.js';
import { AfterReading } from './after-reading.service.js';
import { ReportDto, ReviewConfirmDto, ReviewDto } from './after.dto.js';
import { afterPaths } from './after.paths.js';
import { readFigures } from './domain/figures.js';
import { EvaluationService } from './evaluation.service.js';
import { ReportPage } from './web/report-page.js';
import { ReviewPage, ReviewViewPage } from './web/review-pages.js';
import { ReviewsPage } from './web/reviews-page.js';

@PageController()
export class EvaluationPages {
  constructor(
    private readonly reading: AfterReading,
    private readonly evaluations: EvaluationService,
  ) {}

  @Get(afterPaths.reviews)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async reviews(@Who() actor: Actor): Promise<VNode> {
    const may = {
      invoke: isOfficer(actor),
      report: actor.role === 'privacy_officer',
      statistics: isMember(actor),
      concerns: isMember(actor) || actor.role === 'director',
    };
    return <ReviewsPage {...await this.reading.reviews(actor)} may={may} />;
  }

  @Get(afterPaths.report(':id'))
  @Allow('privacy_officer')
  async reportForm(@Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <ReportPage {...await this.reading.reportForm(requestId)} typed={typed} errors={errors} />;
  }

  @Post(afterPaths.report(':id'))
  @Allow('privacy_officer')
  async report(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const { goals } = await this.reading.reportForm(requestId);
    const { figures, wrong, rest } = readFigures(body, goals);
    const done = await attempt(ReportDto, rest, actor.language, (dto) => {
      if (wrong.length > 0 || figures.length === 0) throw new Problem(422, 'input.unusable', [...wrong, ...noGoals(figures.length)]);
      return this.evaluations.report(actor, requestId, { summary: dto.summary, figures });
    });
    if (!done.ok) return unprocessable(await this.reportForm(requestId, body, done.errors));
    return seeOther(afterPaths.review(done.value.reportId), doneWith('report.done', done.value.reference, actor.language));
  }

  @Get(afterPaths.review(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'privacy_officer', 'dpo')
  async one(@Who() actor: Actor, @Param('id') reportId: string, errors?: Errors): Promise<VNode> {
    const { report, identity } = await this.reading.review(actor, reportId);
    const open = isOfficer(actor) && !report.review?.confirmedAt;
    const own = open && report.review?.recordedBy === actor.personId;
    const may = { record: open, own, confirm: open && report.review !== null && !own };
    return <ReviewPage report={report} may={may} identity={identity} errors={errors} />;
  }

  @Get(afterPaths.reviewView(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async viewForm(@Who() actor: Actor, @Param('id') reportId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <ReviewViewPage {...await this.reading.review(actor, reportId)} typed={typed} errors={errors} keyOfPress={newId('i')} />;
  }

  @Post(afterPaths.reviewView(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async view(@Who() actor: Actor, @Param('id') reportId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReviewDto, body, actor.language, (dto) => {
      const { view, outcome, password, totp } = dto;
      const press = { identity: { password, totp }, key: keyOf(body) };
      return this.evaluations.recordReview(actor, reportId, { view, outcome, nextOn: dto.nextOn ?? null }, press);
    });
    if (!done.ok) return unprocessable(await this.viewForm(actor, reportId, body, done.errors));
    return seeOther(afterPaths.review(reportId), doneWith('review.done', done.value, actor.language));
  }

  @Post(afterPaths.reviewConfirmation(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async confirm(@Who() actor: Actor, @Param('id') reportId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReviewConfirmDto, body, actor.language, ({ reviewId, password, totp }) =>
      this.evaluations.confirmReview(actor, reportId, reviewId, { password, totp }),
    );
    if (!done.ok) return unprocessable(await this.one(actor, reportId, done.errors));
    return seeOther(afterPaths.review(reportId), doneWith('review.confirmed', done.value, actor.language));
  }
}

const noGoals = (goals: number) => (goals === 0 ? [{ field: 'summary', code: 'figure.no-goals' }] : []);
