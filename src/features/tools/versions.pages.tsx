import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { changesCatalogue } from './changes.catalogue.js';
import { carriageView, diffRows, raisable, raisedViews } from './diff-view.js';
import { keyOf, mendable, parseErrors } from './form-errors.js';
import { measuredRows } from './measured-view.js';
import { CHAIN_READERS } from './chain-readers.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { NextVersionDto, RaisedChangeDto } from './tools.dto.js';
import { toolPaths, toolRoutes } from './tools.paths.js';
import { VersionsService } from './versions.service.js';
import type { RaiseView } from './web/change-parts.js';
import { DiffPage } from './web/diff-page.js';
import { VersionsPage } from './web/versions-page.js';

type Body = Record<string, unknown>;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const MAKERS: readonly string[] = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'];

@PageController()
export class VersionsPages {
  constructor(private readonly versions: VersionsService) {}

  @Get(toolRoutes.versions)
  @Allow(...CHAIN_READERS)
  async list(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    const { tool, versions } = await this.versions.list(actor, toolId);
    return (
      <VersionsPage
        toolId={tool.id}
        toolName={tool.name}
        versions={versions}
        idempotencyKey={MAKERS.includes(actor.role) ? newId('i') : null}
      />
    );
  }

  @Post(toolRoutes.versions)
  @Allow('hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin')
  async next(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(NextVersionDto, body);
    const { tool, versions } = await this.versions.list(actor, toolId);
    if (!parsed.ok) {
      const errors = parseErrors(parsed.errors, actor.language);
      return unprocessable(<VersionsPage {...{ toolId: tool.id, toolName: tool.name, versions, errors }} idempotencyKey={newId('i')} />);
    }
    const number = await this.versions.next(actor, toolId, parsed.value.renewal === 'yes', keyOf(body));
    return seeOther(toolPaths.register(toolId, number), text(toolsCatalogue, actor.language)('versionMadeDone', { number }));
  }

  @Get(toolRoutes.diff)
  @Allow(...CHAIN_READERS)
  async diff(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('other') other: string,
  ): Promise<VNode> {
    return this.diffPage(actor, toolId, Number(number), Number(other));
  }

  private async diffPage(
    actor: Actor,
    toolId: string,
    number: number,
    other: number,
    raise: Omit<RaiseView, 'choices'> = {},
  ): Promise<VNode> {
    const comparison = await this.versions.compare(actor, toolId, number, other);
    return (
      <DiffPage
        toolId={toolId}
        toolName={comparison.after.toolName}
        from={comparison.before.number}
        to={comparison.after.number}
        rows={diffRows(comparison, actor.language)}
        measured={measuredRows(comparison.before, comparison.after, actor.language)}
        raised={raisedViews(comparison, actor.language)}
        raise={{ ...raise, choices: raisable(comparison, actor) }}
        carriage={carriageView(comparison, actor)}
        idempotencyKey={newId('i')}
      />
    );
  }

  @Post(toolRoutes.raisedChanges)
  @Allow('dpo')
  async raise(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const before = await this.versions.before(actor, toolId, Number(number));
    const parsed = parse(RaisedChangeDto, body);
    const again = async (errors: RaiseView['errors']): Promise<PageResult> => {
      const typed = { change: textOf(body['change']), reason: textOf(body['reason']) };
      return unprocessable(await this.diffPage(actor, toolId, Number(number), before, { typed, errors }));
    };
    if (!parsed.ok) return again(parseErrors(parsed.errors, actor.language));
    const [path = '', ...rest] = parsed.value.change.split('|');
    const item = rest.join('|');
    try {
      const reference = await this.versions.raiseChange(
        actor,
        toolId,
        Number(number),
        { path, item, reason: parsed.value.reason },
        keyOf(body),
      );
      return seeOther(toolPaths.diff(toolId, Number(number), before), text(changesCatalogue, actor.language)('raiseDone', { reference }));
    } catch (error) {
      return again(mendable(error, actor.language));
    }
  }

  @Post(toolRoutes.carriage)
  @Allow('hr_registrar', 'privacy_officer')
  async propose(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const from = await this.versions.proposeCarriage(actor, toolId, Number(number), keyOf(body));
    return seeOther(toolPaths.diff(toolId, Number(number), from), text(toolsCatalogue, actor.language)('saved'));
  }

  @Post(toolRoutes.carriageStatement)
  @Allow('privacy_officer')
  async state(@Who() actor: Actor, @Param('carriageId') carriageId: string, @RawBody() body: Body): Promise<PageResult> {
    return this.toDiff(actor, carriageId, await this.versions.stateDpiaHolds(actor, carriageId, keyOf(body)));
  }

  @Post(toolRoutes.carriageConfirmation)
  @Allow('dpo', 'or_chair', 'or_secretary', 'pvt_contact')
  async confirm(@Who() actor: Actor, @Param('carriageId') carriageId: string, @RawBody() body: Body): Promise<PageResult> {
    return this.toDiff(actor, carriageId, await this.versions.confirmCarriage(actor, carriageId, keyOf(body)));
  }

  private async toDiff(actor: Actor, carriageId: string, reference: string): Promise<PageResult> {
    const { toolId, from, to } = await this.versions.carriagePlace(carriageId);
    return seeOther(toolPaths.diff(toolId, to, from), text(toolsCatalogue, actor.language)('done', { reference }));
  }
}
