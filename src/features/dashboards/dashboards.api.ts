import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Allow, Who } from '../../platform/http/index.js';
import { FiguresService } from './figures.service.js';
import { type FiguresAnswer, figuresAnswer } from './figures.views.js';

/** For programs: the same figures, hidden in the same way, and as much of a look as the page. */
@Controller('api/v1/tools')
export class DashboardsApi {
  constructor(private readonly figures: FiguresService) {}

  @Get(':toolId/dashboards/:code')
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer', 'it_admin')
  async one(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('code') code: string): Promise<FiguresAnswer> {
    return figuresAnswer(await this.figures.view(actor, toolId, code), actor.role, actor.language);
  }
}
