import { Get, HttpCode, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, file, PageController, type PageResult, parse, RawBody, unprocessable, Who } from '../../platform/http/index.js';
import { ExportDto } from './dashboards.dto.js';
import { dashboardPaths } from './dashboards.paths.js';
import { FiguresService } from './figures.service.js';
import { exportProps, figuresCsv, figuresProps, purposesOf } from './figures.views.js';
import { ExportPage } from './web/export-page.js';
import { FiguresPage } from './web/figures-page.js';

@PageController()
export class FiguresPages {
  constructor(private readonly figures: FiguresService) {}

  @Get(dashboardPaths.one(':toolId', ':code'))
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  async one(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('code') code: string): Promise<VNode> {
    const seen = await this.figures.view(actor, toolId, code);
    return <FiguresPage {...figuresProps(seen, actor.role, actor.language)} />;
  }

  @Get(dashboardPaths.export(':toolId', ':code'))
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer')
  async ask(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('code') code: string): Promise<VNode> {
    return <ExportPage {...exportProps(await this.figures.asked(actor, toolId, code), actor.language, false)} />;
  }

  @Post(dashboardPaths.file(':toolId', ':code'))
  @HttpCode(200)
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer')
  async file(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('code') code: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    const typed = parse(ExportDto, body);
    const asked = await this.figures.asked(actor, toolId, code);
    const purpose = typed.ok ? purposesOf(asked, actor.language).find(({ value }) => value === typed.value.purpose)?.value : undefined;
    if (purpose === undefined) return unprocessable(<ExportPage {...exportProps(asked, actor.language, true)} />);
    const seen = await this.figures.exported(actor, toolId, code, purpose);
    return file(figuresCsv(seen, actor.language), 'text/csv; charset=utf-8', `${code}.csv`);
  }
}
