import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { measurementsCatalogue } from './measurements.catalogue.js';
import { measurementPaths } from './measurements.paths.js';
import { MineService } from './mine/mine.service.js';
import { MinePage } from './web/mine-page.js';

/** Own data as a whole; a page of a higher feature. */
const TAKE = '/me/data';

@PageController()
export class MinePages {
  constructor(private readonly mine: MineService) {}

  @Get(measurementPaths.mine)
  @Allow('signed-in')
  async view(@Who() actor: Actor): Promise<VNode> {
    return <MinePage own={await this.mine.view(actor)} takeHref={TAKE} />;
  }

  @Post(measurementPaths.evidenceOf)
  @Allow('signed-in')
  async keep(@Who() actor: Actor, @Param('quarantineId') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    await this.mine.keep(actor, id);
    return seeOther(measurementPaths.mine, text(measurementsCatalogue, actor.language)('mine.done.keep'));
  }

  @Post(measurementPaths.evidenceEndOf)
  @Allow('signed-in')
  async release(@Who() actor: Actor, @Param('quarantineId') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    await this.mine.release(actor, id);
    return seeOther(measurementPaths.mine, text(measurementsCatalogue, actor.language)('mine.done.release'));
  }
}
