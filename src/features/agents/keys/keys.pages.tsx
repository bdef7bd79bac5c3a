import { Get, Inject, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { keysCatalogue } from './keys.catalogue.js';
import { keyPaths } from './keys.paths.js';
import { KeysService } from './keys.service.js';
import { DropKeyPage, KeysPage } from './web/keys-pages.js';

type Body = Record<string, unknown>;
const JWKS = '/.well-known/jwks.json';

@PageController()
export class KeysPages {
  constructor(
    private readonly keys: KeysService,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Get(keyPaths.list)
  @Allow('it_admin', 'auditor')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <KeysPage keys={this.keys.list()} address={this.config.baseUrl + JWKS} mayChange={actor.role === 'it_admin'} />;
  }

  @Post(keyPaths.rotation)
  @Allow('it_admin')
  async plan(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.keys.plan(actor);
    return seeOther(keyPaths.list, text(keysCatalogue, actor.language)('plan.done', { reference }));
  }

  @Get(keyPaths.withdrawalOf)
  @Allow('it_admin')
  async dropForm(@Param('kid') kid: string): Promise<VNode> {
    if (!this.keys.list().some((key) => key.kid === kid && !['gone', 'dropped'].includes(key.state))) throw notFound();
    return <DropKeyPage kid={kid} />;
  }

  @Post(keyPaths.withdrawalOf)
  @Allow('it_admin')
  async drop(@Who() actor: Actor, @Param('kid') kid: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.keys.drop(actor, kid);
    return seeOther(keyPaths.list, text(keysCatalogue, actor.language)('drop.done', { reference }));
  }
}
