import { Get, Inject, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import {
  Allow,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { attempt, type Body, type Errors } from '../doors.js';
import { GuestLinkMadePage, GuestLinksPage } from '../web/guest-link-pages.js';
import { guestCatalogue } from './guests.catalogue.js';
import { GuestLinkDto } from './guests.dto.js';
import { guestPaths } from './guests.paths.js';
import { GuestsService } from './guests.service.js';

/** Where the body makes links to a case and takes them back. */
@PageController()
export class GuestLinkPages {
  constructor(
    private readonly guests: GuestsService,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(guestPaths.links(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async links(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <GuestLinksPage {...await this.guests.links(actor, requestId)} typed={typed} errors={errors} />;
  }

  /** The link is on the answer itself and nowhere else: there is no page to come back to. */
  @Post(guestPaths.links(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async make(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const made = await attempt(GuestLinkDto, body, actor.language, async (dto) => ({
      token: await this.guests.make(actor, requestId, { madeFor: dto.madeFor, days: Number(dto.days) }, dto),
      madeFor: dto.madeFor,
    }));
    if (!made.ok) return unprocessable(await this.links(actor, requestId, body, made.errors));
    const { token, madeFor } = made.value;
    const { request, links } = await this.guests.links(actor, requestId);
    const address = `${this.config.baseUrl}${guestPaths.open(token)}`;
    const expiresAt = links[0]?.expiresAt ?? request.sentAt;
    return withStatus(200, <GuestLinkMadePage request={request} madeFor={madeFor} address={address} expiresAt={expiresAt} />);
  }

  @Post(guestPaths.end(':id', ':linkId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async end(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('linkId') linkId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    refuseFields(body);
    await this.guests.end(actor, requestId, linkId);
    return seeOther(guestPaths.links(requestId), text(guestCatalogue, actor.language)('ended'));
  }
}
