import { Get, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, Who } from '../../platform/http/index.js';
import { dashboardPaths } from './dashboards.paths.js';
import { LooksService } from './looks.service.js';
import { aloneCells, fullLookCells, lookCells } from './looks.views.js';
import { AllLooksPage, OwnLooksPage } from './web/looks-pages.js';

/** A page number, or the first page. */
const pageOf = (typed: unknown): number => (typeof typed === 'string' && /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1);

@PageController()
export class LooksPages {
  constructor(private readonly looks: LooksService) {}

  @Get(dashboardPaths.myLooks)
  @Allow('signed-in')
  async own(@Who() actor: Actor, @Query('page') asked?: unknown): Promise<VNode> {
    const { looks, alone, page, pages } = await this.looks.own(actor, pageOf(asked));
    const rows = looks.map((look) => lookCells(look, actor.language));
    const aloneRows = alone.map((view) => aloneCells(view, actor.language));
    return <OwnLooksPage rows={rows} alone={aloneRows} page={page} pages={pages} meHref="/me" role={actor.role} />;
  }

  @Get(dashboardPaths.looks)
  @Allow('dpo')
  async all(@Who() actor: Actor, @Query('page') asked?: unknown): Promise<VNode> {
    const { looks, page, pages } = await this.looks.all(pageOf(asked));
    return <AllLooksPage rows={looks.map((look) => fullLookCells(look, actor.language))} page={page} pages={pages} />;
  }
}
