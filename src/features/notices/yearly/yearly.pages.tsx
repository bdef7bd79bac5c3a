import { Get, Param } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, Who } from '../../../platform/http/index.js';
import { formatInstantDay } from '../../../platform/i18n/index.js';
import { noticePaths } from '../notices.paths.js';
import { YearlyService } from './yearly.service.js';
import { YearlyPage } from './yearly-page.js';

@PageController()
export class YearlyPages {
  constructor(private readonly yearly: YearlyService) {}

  @Get(noticePaths.yearlyOf)
  @Allow('signed-in')
  async reminder(@Who() actor: Actor, @Param('reminderId') reminderId: string): Promise<VNode> {
    const { sentAt, tools } = await this.yearly.one(actor, reminderId);
    return <YearlyPage sentOn={formatInstantDay(sentAt, actor.language)} tools={tools} />;
  }
}
