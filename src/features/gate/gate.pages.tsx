import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Role } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import { isRuleId, remedyOf, ruleOf, runsOnLeases, sourceOf, statementOf } from '../../policy/index.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { toolPaths } from '../tools/index.js';
import { DOSSIER_READERS } from './domain/dossier-readers.js';
import { dossierView } from './dossier-view.js';
import { gateCatalogue } from './gate.catalogue.js';
import { ReasonDto } from './gate.dto.js';
import { gatePaths } from './gate.paths.js';
import { GateService } from './gate.service.js';
import { ListService } from './list.service.js';
import { openWarnings, requirementViews } from './gate.views.js';
import { conditionLines, limitLines } from './limits-view.js';
import type { Gate } from './read-gate.js';
import { ActivatePage, WarningPage } from './web/activate-page.js';
import { DossierPage } from './web/dossier-page.js';
import { ListPage } from './web/list-page.js';
import { RulePage, type RuleView } from './web/rule-page.js';

type Body = Record<string, unknown>;

/** A feature above this one shows what stands on devices, to these. */
const SEE_INVENTORY: readonly Role[] = ['it_admin', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact'];

@PageController()
export class GatePages {
  constructor(
    private readonly gates: GateService,
    private readonly lists: ListService,
  ) {}

  @Get(gatePaths.list)
  @Allow(...DOSSIER_READERS)
  async list(@Who() actor: Actor, @Query('state') state?: string): Promise<VNode> {
    const t = text(gateCatalogue, actor.language);
    const tools = await this.lists.seenBy(actor);
    const council = actor.role.startsWith('or_');
    const hr = actor.role === 'hr_registrar';
    const register = hr
      ? { href: toolPaths.start, text: t('list.new') }
      : council
        ? { href: toolPaths.councilReport, text: t('list.claim') }
        : null;
    return (
      <ListPage
        tools={tools.map(({ toolName, ...tool }) => ({ ...tool, name: toolName }))}
        shown={tools.find((tool) => tool.state === state)?.state ?? null}
        register={register}
        inventoryHref={SEE_INVENTORY.some((role) => role === actor.role) ? '/inventory' : null}
      />
    );
  }

  @Get(gatePaths.dossierOf)
  @Allow(...DOSSIER_READERS)
  async dossier(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    return this.page(actor, await this.lists.dossier(actor, toolId, null));
  }

  @Get(gatePaths.versionOf)
  @Allow(...DOSSIER_READERS)
  async version(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return this.page(actor, await this.lists.dossier(actor, toolId, Number(number)));
  }

  private page(actor: Actor, found: Awaited<ReturnType<ListService['dossier']>>): VNode {
    return <DossierPage view={dossierView(found, actor)} />;
  }

  @Get(gatePaths.activateOf)
  @Allow('it_admin', 'hr_registrar')
  async activation(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return activatePage(await this.gates.read(toolId, Number(number)), actor);
  }

  @Post(gatePaths.activateOf)
  @Allow('it_admin')
  async activate(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    refuseFields(body);
    const { reference } = await this.gates.activate(actor, toolId, Number(number), keyOf(body));
    return seeOther(gatePaths.dossier(toolId), text(gateCatalogue, actor.language)('activate.done', { reference }));
  }

  @Get(gatePaths.warningOf)
  @Allow('privacy_officer', 'director')
  async warning(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('rule') rule: string,
  ): Promise<VNode> {
    return warningPage(await this.gates.read(toolId, Number(number)), actor, rule);
  }

  @Post(gatePaths.warningOf)
  @Allow('privacy_officer', 'director')
  async acceptWarning(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('rule') rule: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const form = parse(ReasonDto, body);
    const t = text(gateCatalogue, actor.language);
    if (!form.ok) return unprocessable(warningPage(await this.gates.read(toolId, Number(number)), actor, rule, body['reason']));
    const reference = await this.gates.acceptWarning(actor, toolId, Number(number), { rule, reason: form.value.reason });
    return seeOther(gatePaths.dossier(toolId), t('warning.done', { reference }));
  }

  @Get(gatePaths.ruleOf)
  @Allow('anyone')
  rule(@Visit() { language }: Visitor, @Param('rule') id: string): VNode {
    if (!isRuleId(id)) throw notFound();
    const rule = ruleOf(id);
    const severity: RuleView['severity'] = rule.absolute ? 'absolute' : rule.severity;
    const view = { id, statement: statementOf(id, language), source: sourceOf(id, language), remedy: remedyOf(id, language), severity };
    return <RulePage rule={{ ...view, status: rule.sourceStatus.join(', '), nature: rule.nature.replaceAll('_', ' ') }} />;
  }
}

export const keyOf = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);

const activatePage = (gate: Gate, actor: Actor): VNode => (
  <ActivatePage
    toolId={gate.version.toolId}
    name={gate.version.toolName}
    number={gate.version.number}
    requirements={requirementViews(gate, actor, 'all')}
    open={gate.open && actor.role === 'it_admin' && !gate.suspension && gate.activation?.version_id !== gate.version.id}
    attested={!runsOnLeases(gate.version.enforcement)}
    warnings={openWarnings(gate, actor.language)}
    platformActive={gate.platformActive || gate.version.tool.isPlatform}
    idempotencyKey={newId('i')}
    conditions={conditionLines(gate, actor.language)}
    limits={limitLines(gate, actor.language)}
  />
);

const warningPage = (gate: Gate, actor: Actor, rule: string, typed?: unknown): VNode => {
  const warning = openWarnings(gate, actor.language).find((one) => one.rule === rule);
  if (!warning) throw notFound();
  const errors = typed === undefined ? undefined : [{ field: 'reason', text: text(gateCatalogue, actor.language)('error.reason') }];
  const { toolId, toolName: name, number } = gate.version;
  return <WarningPage {...{ toolId, name, number, warning, errors }} typed={typeof typed === 'string' ? typed : ''} />;
};
