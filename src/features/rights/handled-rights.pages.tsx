import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import {
  Allow,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  type Upload,
  Who,
} from '../../platform/http/index.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import { type Attempt, attempt, type Body, typedIn } from './doors.js';
import { HandledRightsService } from './handled-rights.service.js';
import { rightsCatalogue } from './rights.catalogue.js';
import { RightAnswerDto, RightReasonDto } from './rights.dto.js';
import { rightsPaths } from './rights.paths.js';
import { HandledRightPage, HandledRightsPage } from './web/handled-rights.js';

const uploadsIn = (sent: unknown): readonly Upload[] => (Array.isArray(sent) ? sent : [sent]).filter(isUpload);

@PageController()
export class HandledRightsPages {
  constructor(private readonly rights: HandledRightsService) {}

  @Get(rightsPaths.list)
  @Allow('objection_handler')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <HandledRightsPage requests={await this.rights.list(actor)} />;
  }

  @Get(rightsPaths.handledOf)
  @Allow('objection_handler')
  async one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return <HandledRightPage request={await this.rights.one(actor, id)} />;
  }

  @Post(rightsPaths.answerOf)
  @Allow('objection_handler')
  async answer(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const { files: sent, ...fields } = body;
    const files = uploadsIn(sent);
    const done = await attempt(RightAnswerDto, fields, actor.language, ({ outcome, text: answer, recipients }) =>
      this.rights.answer(actor, id, { outcome, text: answer, recipients: recipients || null, files }),
    );
    return this.after(actor, id, body, done, text(rightsCatalogue, actor.language)('case.sent'));
  }

  @Post(rightsPaths.extensionOf)
  @Allow('objection_handler')
  async extend(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(RightReasonDto, body, actor.language, ({ reason }) => this.rights.extend(actor, id, reason));
    return this.after(actor, id, body, done, text(rightsCatalogue, actor.language)('case.extended'));
  }

  @Post(rightsPaths.liftingOf)
  @Allow('objection_handler')
  async lift(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(RightReasonDto, body, actor.language, ({ reason }) => this.rights.lift(actor, id, reason));
    const { state } = await this.rights.one(actor, id);
    const t = text(rightsCatalogue, actor.language);
    const said = state.liftsOn ? t('case.lifting', { date: formatDay(state.liftsOn, actor.language) }) : t('case.untold');
    return this.after(actor, id, body, done, said);
  }

  private async after(actor: Actor, id: string, body: Body, done: Attempt<unknown>, said: string): Promise<PageResult> {
    if (done.ok) return seeOther(rightsPaths.handled(id), said);
    return unprocessable(<HandledRightPage request={await this.rights.one(actor, id)} errors={done.errors} typed={typedIn(body)} />);
  }
}
