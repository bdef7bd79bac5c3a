import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { pageIn, roomCatalogue, roomOf, RoomPage, roomPaths, RoomService, typedIn, writeNote } from '../../council/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { CaseHeads } from '../case-heads.service.js';

type Body = Readonly<Record<string, unknown>>;

/** What the members of the body say to each other about one case. Nobody else knows that the page exists. */
@PageController()
export class DiscussionPages {
  constructor(
    private readonly cases: CaseHeads,
    private readonly rooms: RoomService,
  ) {}

  @Get(roomPaths.discussion(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  discussion(@Who() actor: Actor, @Param('id') requestId: string, @Query('page') page: string | undefined): Promise<VNode> {
    return this.page(actor, requestId, pageIn(page));
  }

  @Post(roomPaths.discussion(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async write(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const { id } = await this.cases.of(actor, requestId);
    const errors = await writeNote(this.rooms, actor, { requestId: id }, body);
    if (errors.length > 0) return unprocessable(await this.page(actor, requestId, 1, errors, typedIn(body)));
    return seeOther(roomPaths.discussion(requestId), text(roomCatalogue, actor.language)('box.done'));
  }

  private async page(actor: Actor, requestId: string, wanted: number, errors?: readonly FieldError[], typed?: string): Promise<VNode> {
    const t = text(roomCatalogue, actor.language);
    const body = roomOf(actor);
    if (!body) throw notFound();
    const { toolName, reference } = await this.cases.of(actor, requestId);
    return (
      <RoomPage
        body={body}
        title={t('title.case', { tool: toolName })}
        lead={t('lead.case')}
        caption={reference}
        crumbs={[
          { text: t('crumb.council'), href: consultationPaths.council },
          { text: toolName, href: consultationPaths.request(requestId) },
        ]}
        action={roomPaths.discussion(requestId)}
        pageHref={(page) => roomPaths.discussionPage(requestId, page)}
        room={await this.rooms.read(actor, { requestId }, wanted)}
        typed={typed}
        errors={errors}
      />
    );
  }
}
