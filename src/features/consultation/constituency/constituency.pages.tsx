import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import {
  Allow,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { ConstituencyPage } from '../web/constituency-page.js';
import { SummaryPage } from '../web/summary-page.js';
import { constituencyCatalogue } from './constituency.catalogue.js';
import { PublishDto, ReactionDto } from './constituency.dto.js';
import { constituencyPaths } from './constituency.paths.js';
import { ConstituencyService } from './constituency.service.js';

@PageController()
export class ConstituencyPages {
  constructor(private readonly constituency: ConstituencyService) {}

  @Get(constituencyPaths.rounds(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async rounds(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.constituency.rounds(actor, requestId);
    return <ConstituencyPage {...read} officer={actor.role !== 'or_member'} typed={typed} errors={errors} keyOfPress={newId('i')} />;
  }

  @Post(constituencyPaths.rounds(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async publish(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(PublishDto, body, actor.language, (dto) =>
      this.constituency.publish(
        actor,
        requestId,
        { message: dto.message?.trim() ?? '', days: Number(dto.days) },
        { identity: dto, key: keyOf(body) },
      ),
    );
    if (!done.ok) return unprocessable(await this.rounds(actor, requestId, body, done.errors));
    return seeOther(
      constituencyPaths.rounds(requestId),
      text(constituencyCatalogue, actor.language)('publish.done', { reference: done.value }),
    );
  }

  @Post(constituencyPaths.end(':id', ':publicationId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async end(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('publicationId') publicationId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.constituency.end(actor, requestId, publicationId);
    return seeOther(constituencyPaths.rounds(requestId), text(constituencyCatalogue, actor.language)('end.done', { reference }));
  }

  @Get(constituencyPaths.summary(':id'))
  @Allow('signed-in')
  async summary(@Who() actor: Actor, @Param('id') publicationId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <SummaryPage {...await this.constituency.look(actor, publicationId)} typed={typed} errors={errors} />;
  }

  @Post(constituencyPaths.reaction(':id'))
  @Allow('signed-in')
  async react(@Who() actor: Actor, @Param('id') publicationId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReactionDto, body, actor.language, (dto) =>
      this.constituency.react(actor, publicationId, { choice: dto.choice, remark: dto.remark?.trim() ?? '' }),
    );
    if (!done.ok) return unprocessable(await this.summary(actor, publicationId, body, done.errors));
    return seeOther(constituencyPaths.summary(publicationId), text(constituencyCatalogue, actor.language)('me.done'));
  }
}
