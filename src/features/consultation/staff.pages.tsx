import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { dayOf } from '../../kernel/clock.js';
import { speaksAsStaff } from './claim.service.js';
import { ConstituencyService } from './constituency/constituency.service.js';
import { secondPersonCatalogue } from './competence/second-person.catalogue.js';
import { SecondPersonService } from './competence/second-person.service.js';
import { ButtonDto, IdentityDto, TextDto } from './consultation.dto.js';
import { consultationPaths } from './consultation.paths.js';
import { commentsUntil } from './consultation.views.js';
import { attempt, type Body, doneText, type Errors } from './doors.js';
import { ReadingService } from './reading.service.js';
import { StaffService } from './staff.service.js';
import { SecondPersonPart } from './web/second-person-part.js';
import { InformationPage, InformationsPage } from './web/information-pages.js';
import { SummaryList } from './web/summary-page.js';

/** Where no council speaks for the staff: everyone in scope reads the plan, comments on it, confirms the minutes. */
@PageController()
export class StaffPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly staff: StaffService,
    private readonly constituency: ConstituencyService,
    private readonly second: SecondPersonService,
  ) {}

  @Get(consultationPaths.informations)
  @Allow('signed-in')
  async list(@Who() actor: Actor): Promise<VNode> {
    const summaries = <SummaryList summaries={await this.constituency.mine(actor)} today={dayOf(this.reading.now())} />;
    return <InformationsPage {...await this.reading.informations(actor)} before={summaries} />;
  }

  @Get(consultationPaths.information(':id'))
  @Allow('signed-in')
  async one(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.reading.information(actor, requestId);
    const meeting = read.inHand.acts.personnelMeeting;
    const second = read.request.withdrawnAt ? null : await this.second.form(actor, requestId);
    const confirmed = meeting?.confirmedBy.includes(actor.personId ?? '') ?? true;
    return (
      <InformationPage
        request={read.request}
        bundle={read.bundle}
        comments={read.inHand.file.comments.filter((comment) => comment.requestId === requestId)}
        commentsUntil={commentsUntil(read, this.reading.now())}
        personnelMeeting={meeting}
        mayConfirmMinutes={actor.role === 'employee' && speaksAsStaff(actor) && !confirmed}
        after={second && <SecondPersonPart {...second} requestId={requestId} errors={errors} />}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.comments(':id'))
  @Allow('signed-in')
  async comment(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(TextDto, body, actor.language, (dto) => this.staff.comment(actor, requestId, dto.text));
    if (!done.ok) return unprocessable(await this.one(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.information(requestId), doneText('info.commentDone', done.value, actor.language));
  }

  @Post(consultationPaths.minutesConfirmation(':id'))
  @Allow('employee')
  async confirmMinutes(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ButtonDto, body, actor.language, () => this.staff.confirmMinutes(actor, requestId));
    if (!done.ok) return unprocessable(await this.one(actor, requestId, undefined, done.errors));
    return seeOther(consultationPaths.information(requestId), doneText('info.minutesDone', done.value, actor.language));
  }

  @Post(consultationPaths.secondPerson(':id'))
  @Allow('employee', 'trusted_person')
  async secondPerson(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) => this.second.confirm(actor, requestId, dto));
    if (!done.ok) return unprocessable(await this.one(actor, requestId, undefined, done.errors));
    const said = text(secondPersonCatalogue, actor.language)('done', { reference: done.value });
    return seeOther(consultationPaths.information(requestId), said);
  }
}
