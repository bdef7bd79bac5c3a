import { Get, Param, Post } from '@nestjs/common';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import type { VNode } from 'preact';
import { type Actor, isCouncil } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { type Course, COURSES, type View, VIEWS } from '../domain/review.js';
import { attempt, type Attempt, type Body } from '../doors.js';
import { objectionPaths } from '../objections.paths.js';
import { typedIn } from '../typed.js';
import { ReviewListPage, ReviewPage } from '../web/review-pages.js';
import { reviewsCatalogue } from './reviews.catalogue.js';
import { ReviewsService } from './reviews.service.js';

class ProposalDto {
  @IsIn(COURSES) course!: Course;
  @IsString() @MinLength(1) @MaxLength(5000) text!: string;
}
class ViewDto {
  @IsIn(VIEWS) course!: View;
  @IsString() @MinLength(1) @MaxLength(5000) text!: string;
}

/** A tool that many people object to, looked at by employer and council together. */
@PageController()
export class ReviewsPages {
  constructor(private readonly reviews: ReviewsService) {}

  @Get(objectionPaths.reviews)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'privacy_officer', 'director', 'dpo')
  async list(): Promise<VNode> {
    const views = await this.reviews.list();
    return <ReviewListPage rows={views.map(({ review, state }) => ({ ...review, turn: state.turn }))} />;
  }

  @Get(objectionPaths.reviewOf)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'privacy_officer', 'director', 'dpo')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(objectionPaths.proposalOf)
  @Allow('privacy_officer', 'director')
  async propose(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ProposalDto, body, actor.language, (dto) => this.reviews.propose(actor, id, dto.course, dto.text.trim()));
    return this.after(actor, id, body, done);
  }

  @Post(objectionPaths.viewOf)
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async view(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ViewDto, body, actor.language, (dto) => this.reviews.view(actor, id, dto.course, dto.text.trim()));
    return this.after(actor, id, body, done);
  }

  private async after(actor: Actor, id: string, body: Body, done: Attempt<string>): Promise<PageResult> {
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(objectionPaths.review(id), text(reviewsCatalogue, actor.language)('done', { reference: done.value }));
  }

  private async page(actor: Actor, id: string, body?: Body, errors?: readonly FieldError[]): Promise<VNode> {
    const { review, acts, state } = await this.reviews.one(id);
    const isOfficer = isCouncil(actor) && actor.role !== 'or_member';
    const isEmployer = actor.role === 'privacy_officer' || actor.role === 'director';
    const may = (state.turn === 'employer' && isEmployer) || (state.turn === 'council' && isOfficer) ? state.turn : null;
    return <ReviewPage review={review} acts={acts} may={may} typed={body && typedIn(body)} errors={errors} />;
  }
}
