import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import {
  aCount,
  aDay,
  Allow,
  aNumber,
  aText,
  Documented,
  eitherOf,
  listOf,
  oneOf,
  orNull,
  record,
  Who,
} from '../../platform/http/index.js';
import { CELL_STATES } from './domain/dashboard-lines.js';
import { FiguresService } from './figures.service.js';
import { type FiguresAnswer, figuresAnswer } from './figures.views.js';

/** Never an exact number of people. */
const BAND = record({ from: aCount(), below: orNull(aCount()) });
const SHARE = record({ kind: oneOf(['share']), percent: aNumber('In steps of 5'), edge: orNull(oneOf(['under', 'over'])) });
const TOTAL = record({ kind: oneOf(['total']), about: aNumber(), edge: orNull(oneOf(['under'])) });
const FIGURES = record({
  toolId: aText(),
  dashboard: aText(),
  title: aText(),
  question: aText(),
  period: oneOf(['week', 'month']),
  smallestGroup: aCount(),
  closed: orNull(aText('Why nothing is shown')),
  conditions: listOf(aText()),
  periods: listOf(aDay('The first day of a period, oldest first')),
  groups: listOf(
    record({
      code: aText('`*` for all groups together'),
      title: aText(),
      figures: listOf(
        record({
          state: oneOf(CELL_STATES),
          size: orNull(BAND),
          figure: orNull(eitherOf(SHARE, TOTAL)),
          text: aText(),
        }),
      ),
    }),
  ),
});

/** For programs: the same figures, hidden in the same way, and as much of a look as the page. */
@Controller('api/v1/tools')
export class DashboardsApi {
  constructor(private readonly figures: FiguresService) {}

  @Get(':toolId/dashboards/:code')
  @Allow('manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  @Documented({ tag: 'measurements', summary: 'A dashboard, hidden in the same way as on its page', gives: FIGURES })
  async one(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('code') code: string): Promise<FiguresAnswer> {
    return figuresAnswer(await this.figures.view(actor, toolId, code), actor.role, actor.language);
  }
}
