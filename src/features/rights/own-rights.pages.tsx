import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  file,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { ChannelsService, RIGHTS } from '../objections/index.js';
import { attempt, type Body, keyIn, typedIn } from './doors.js';
import { commandOf } from './lodge-right.js';
import { rightsCatalogue } from './rights.catalogue.js';
import { RightDto } from './rights.dto.js';
import { rightsPaths } from './rights.paths.js';
import { RightsService } from './rights.service.js';
import { OwnRightPage, OwnRightsPage } from './web/own-rights.js';
import { RightsStartPage } from './web/start-page.js';

@PageController()
export class OwnRightsPages {
  constructor(
    private readonly rights: RightsService,
    private readonly channels: ChannelsService,
  ) {}

  @Get(rightsPaths.mine)
  @Allow('signed-in')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <OwnRightsPage requests={await this.rights.own(actor)} />;
  }

  @Get(rightsPaths.start)
  @Allow('signed-in')
  async start(@Who() actor: Actor, @Query('kind') asked: unknown): Promise<VNode> {
    const kind = RIGHTS.find((one) => one === asked);
    return <RightsStartPage tools={await this.rights.tools(actor)} idempotencyKey={newId('i')} typed={kind && { kind }} />;
  }

  @Post(rightsPaths.start)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const lodged = await attempt(RightDto, body, actor.language, (dto) => this.rights.lodge(actor, commandOf(dto), keyIn(body)));
    if (lodged.ok) return seeOther(rightsPaths.own(lodged.value));
    const tools = await this.rights.tools(actor);
    return unprocessable(
      <RightsStartPage tools={tools} idempotencyKey={keyIn(body) ?? newId('i')} errors={lodged.errors} typed={typedIn(body)} />,
    );
  }

  @Get(rightsPaths.ownOf)
  @Allow('signed-in')
  async own(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return <OwnRightPage request={await this.rights.ownOne(actor, id)} contacts={await this.channels.contacts()} />;
  }

  @Get(rightsPaths.fileOf)
  @Allow('signed-in')
  async download(@Who() actor: Actor, @Param('id') id: string, @Param('fileId') fileId: string): Promise<PageResult> {
    const found = await this.rights.ownFile(actor, id, fileId);
    if (!found) throw notFound();
    return file(found.bytes, found.type, found.name);
  }

  @Post(rightsPaths.withdrawalOf)
  @Allow('signed-in')
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.rights.withdraw(actor, id);
    return seeOther(rightsPaths.own(id), text(rightsCatalogue, actor.language)('own.withdrawn'));
  }
}
