import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { carriageView, diffRows } from './diff-view.js';
import { keyOf, parseErrors } from './form-errors.js';
import { CHAIN_READERS } from './chain-readers.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { NextVersionDto } from './tools.dto.js';
import { toolPaths, toolRoutes } from './tools.paths.js';
import { VersionsService } from './versions.service.js';
import { DiffPage } from './web/diff-page.js';
import { VersionsPage } from './web/versions-page.js';

type Body = Record<string, unknown>;
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
    const comparison = await this.versions.compare(actor, toolId, Number(number), Number(other));
    return (
      <DiffPage
        toolId={toolId}
        toolName={comparison.after.toolName}
        from={comparison.before.number}
        to={comparison.after.number}
        rows={diffRows(comparison, actor.language)}
        carriage={carriageView(comparison, actor)}
        idempotencyKey={newId('i')}
      />
    );
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
