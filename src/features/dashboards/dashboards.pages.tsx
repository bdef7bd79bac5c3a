import { Get } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, Who } from '../../platform/http/index.js';
import { dashboardPaths } from './dashboards.paths.js';
import { DashboardsService } from './dashboards.service.js';
import { cardOf } from './dashboards.views.js';
import { DashboardsPage } from './web/dashboards-page.js';
import { WhyPage } from './web/why-page.js';

@PageController()
export class DashboardsPages {
  constructor(private readonly dashboards: DashboardsService) {}

  @Get(dashboardPaths.list)
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  async list(@Who() actor: Actor): Promise<VNode> {
    const { open, smallest, tools } = await this.dashboards.overview(actor);
    return <DashboardsPage open={open} cards={tools.map((tool) => cardOf(tool, actor.role, smallest, actor.language))} />;
  }

  @Get(dashboardPaths.why)
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  async why(): Promise<VNode> {
    return <WhyPage smallest={await this.dashboards.smallest()} />;
  }
}
