import { Get, Inject, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import {
  Allow,
  ClockToken,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { adviceCatalogue } from './advice.catalogue.js';
import { AdviceService } from './advice.service.js';
import { adviceErrors, giveProps, unconfirmedOf } from './advice.views.js';
import { EndorseDto } from './assessments.dto.js';
import { advicePaths, routes } from './assessments.paths.js';
import { ConditionsService } from './conditions.service.js';
import { EMPTY_CONDITION, MAX_CONDITIONS, readAdvice, type TypedAdvice, typedAdvice } from './domain/advice-form.js';
import { isOverdue } from './domain/advice-terms.js';
import { AdviceListPage } from './web/advice-list-page.js';
import { GiveAdvicePage } from './web/give-advice-page.js';

type Body = Record<string, unknown>;
const NOTHING: TypedAdvice = { advice: '', reasons: '', conditions: [EMPTY_CONDITION] };

/** A row was added or taken away: the page again, nothing saved. */
const editedRows = (body: Body): TypedAdvice | null => {
  const typed = typedAdvice(body);
  if (typeof body['_add'] === 'string') return { ...typed, conditions: [...typed.conditions, EMPTY_CONDITION].slice(0, MAX_CONDITIONS) };
  if (typeof body['_show'] === 'string') return typed;
  if (typeof body['_remove'] !== 'string') return null;
  return { ...typed, conditions: typed.conditions.filter((_, at) => String(at) !== body['_remove']) };
};
const FRAME = ['_csrf', '_idempotency', '_next', '_give'];
const withoutFrame = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([field]) => !FRAME.includes(field)));

/** The DPO's pages. */
@PageController()
export class AdvicePages {
  constructor(
    private readonly advices: AdviceService,
    private readonly conditions: ConditionsService,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  @Get(routes.list)
  @Allow('dpo')
  async list(): Promise<VNode> {
    const { rows, equated } = await this.advices.list();
    const today = dayOf(this.clock.now());
    return (
      <AdviceListPage
        rows={rows.map((row) => ({ ...row, overdue: row.advice === null && isOverdue(dayOf(row.askedAt), today, equated) }))}
      />
    );
  }

  @Get(routes.give)
  @Allow('dpo')
  async asked(@Who() actor: Actor, @Param('versionId') versionId: string): Promise<VNode> {
    return <GiveAdvicePage {...giveProps(await this.conditions.asked(versionId, actor.language), actor, NOTHING)} />;
  }

  @Post(routes.give)
  @Allow('dpo')
  async give(@Who() actor: Actor, @Param('versionId') versionId: string, @RawBody() body: Body): Promise<PageResult> {
    const edited = editedRows(body);
    if (edited)
      return withStatus(200, <GiveAdvicePage {...giveProps(await this.conditions.asked(versionId, actor.language), actor, edited)} />);
    const read = readAdvice(withoutFrame(body));
    if (!read.ok) {
      const props = giveProps(await this.conditions.asked(versionId, actor.language), actor, read.typed);
      return unprocessable(<GiveAdvicePage {...props} errors={adviceErrors(read.faults, actor.language)} />);
    }
    const reference = await this.advices.give(actor, versionId, read.input);
    return seeOther(advicePaths.give(versionId), text(adviceCatalogue, actor.language)('give.done', { reference }));
  }

  @Post(routes.endorsement)
  @Allow('dpo')
  async endorse(@Who() actor: Actor, @Param('versionId') versionId: string, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(EndorseDto, body);
    const t = text(adviceCatalogue, actor.language);
    if (!form.ok) {
      const props = giveProps(await this.conditions.asked(versionId, actor.language), actor, NOTHING);
      return unprocessable(<GiveAdvicePage {...props} errors={[{ field: 'endorsed', text: t('endorse.question') }]} />);
    }
    const reference = await this.advices.endorse(actor, versionId, form.value.endorsed === 'yes');
    return seeOther(advicePaths.give(versionId), t('endorse.done', { reference }));
  }

  @Post(routes.confirmations)
  @Allow('dpo')
  async confirm(@Who() actor: Actor, @Param('versionId') versionId: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    const { version } = await this.conditions.asked(versionId, actor.language);
    await this.advices.confirm(actor, versionId, unconfirmedOf(version));
    return seeOther(advicePaths.give(versionId), text(adviceCatalogue, actor.language)('confirm.done'));
  }

  @Post(routes.loweredRisk)
  @Allow('dpo')
  async seeLowered(
    @Who() actor: Actor,
    @Param('versionId') versionId: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.advices.seeLoweredRisk(actor, versionId);
    return seeOther(advicePaths.give(versionId), text(adviceCatalogue, actor.language)('lowered.done', { reference }));
  }
}
