import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { formatInstant, roleName, text } from '../../platform/i18n/index.js';
import { gateCatalogue } from './gate.catalogue.js';
import { ReasonDto, StopDto } from './gate.dto.js';
import { keyOf } from './gate.pages.js';
import { gatePaths } from './gate.paths.js';
import { StopService, type StopSigns } from './stop.service.js';
import { liftableBy, mayLift } from './domain/stopping.js';
import { RestartPage, type RestartPageProps, StopLetterPage, StopPage } from './web/stop-page.js';

/** A page of a higher feature. */
const INCIDENTS = '/incidents';
type Body = Record<string, unknown>;
const said = (value: unknown): string => (typeof value === 'string' ? value : '');

@PageController()
export class StopPages {
  constructor(private readonly stops: StopService) {}

  @Get(gatePaths.stopOf)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary')
  async page(@Param('toolId') toolId: string): Promise<VNode> {
    return stopPage(await this.stops.signs(toolId));
  }

  @Post(gatePaths.stopOf)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary')
  async stop(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(StopDto, body);
    const t = text(gateCatalogue, actor.language);
    if (!form.ok)
      return unprocessable(stopPage(await this.stops.signs(toolId), [{ field: 'reason', text: t('error.reason') }], said(body['reason'])));
    const reference = await this.stops.stop(actor, toolId, { reason: (form.value.reason ?? '').trim(), key: keyOf(body) });
    const council = actor.role === 'or_chair' || actor.role === 'or_secretary';
    return seeOther(council ? gatePaths.stopLetter(toolId) : gatePaths.dossier(toolId), t('stop.done', { reference }));
  }

  @Get(gatePaths.stopLetterOf)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async letter(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    const { tool, standing } = await this.stops.signs(toolId);
    const [suspension] = standing;
    if (!suspension?.by_role.startsWith('or_')) throw notFound();
    const t = text(gateCatalogue, actor.language);
    const { at, reference } = suspension;
    const letter = t('stop.letter', {
      date: formatInstant(at, actor.language),
      name: tool.name,
      reason: suspension.reason || t('stop.noReason'),
      reference,
    });
    return <StopLetterPage toolId={toolId} name={tool.name} letter={letter} />;
  }

  @Get(gatePaths.restartOf)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary')
  async suspension(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    return restartPage(await this.stops.signs(toolId), actor);
  }

  @Post(gatePaths.restartOf)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary')
  async lift(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(ReasonDto, body);
    const t = text(gateCatalogue, actor.language);
    if (!form.ok) return unprocessable(restartPage(await this.stops.signs(toolId), actor, body['reason'] ?? ''));
    const reference = await this.stops.lift(actor, toolId, form.value.reason);
    return seeOther(gatePaths.dossier(toolId), t('restart.done', { reference }));
  }
}

const stopPage = (signs: StopSigns, errors?: readonly { field: string; text: string }[], typed?: string): VNode => (
  <StopPage
    toolId={signs.tool.id}
    name={signs.tool.name}
    running={signs.activation !== null || signs.tool.runsWithoutConsent}
    attested={signs.attested || signs.activation === null}
    byList={signs.byList && signs.activation !== null}
    minutes={signs.activation?.lease_minutes ?? 15}
    idempotencyKey={newId('i')}
    errors={errors}
    typed={typed}
  />
);

const READS_INCIDENTS: readonly string[] = ['it_admin', 'dpo'];
/** Why this reader cannot lift it now, and where that is mended; null: they can. */
const obstacleOf = ({ standing, bar }: StopSigns, actor: Actor): RestartPageProps['obstacle'] => {
  const t = text(gateCatalogue, actor.language);
  const foremost = standing[0];
  if (foremost && liftableBy(actor.role, standing).length === 0) {
    const roles = mayLift(foremost.cause, foremost.by_role).map((role) => roleName(role, actor.language));
    return { text: t('restart.other', { roles: roles.join(t('restart.or')) }), link: null };
  }
  if (bar === 'settings-differ') return { text: t('restart.settings'), link: null };
  if (bar === null) return null;
  const link = READS_INCIDENTS.includes(actor.role) ? { href: INCIDENTS, text: t('restart.incidents') } : null;
  return { text: t('restart.incident'), link };
};

const restartPage = (signs: StopSigns, actor: Actor, typed?: unknown): VNode => {
  const { tool, standing } = signs;
  const suspension = liftableBy(actor.role, standing)[0] ?? standing[0];
  if (!suspension) throw notFound();
  const t = text(gateCatalogue, actor.language);
  const { reason, at, by_role: role, cause } = suspension;
  const why = t('verdict.suspendedWhy', {
    reason: (cause === 'stopped' ? reason || t('stop.noReason') : t(`cause.${cause}`)).replace(/\.+$/, ''),
    date: formatInstant(at, actor.language),
    role: roleName(role, actor.language),
  });
  const errors = typed === undefined ? undefined : [{ field: 'reason', text: t('error.reason') }];
  return (
    <RestartPage toolId={tool.id} name={tool.name} why={why} obstacle={obstacleOf(signs, actor)} errors={errors} typed={said(typed)} />
  );
};
