import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, explain, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { attempt, type Body, typedIn } from '../doors.js';
import { rightsPaths } from '../rights.paths.js';
import { ErasurePage, LeaversPage } from '../web/erasure-pages.js';
import { erasureCatalogue } from './erasure.catalogue.js';
import { ErasureDto } from './erasure.dto.js';
import { ErasureService } from './erasure.service.js';

@PageController()
export class ErasurePages {
  constructor(private readonly erasure: ErasureService) {}

  @Get(rightsPaths.erasures)
  @Allow('dpo')
  async list(): Promise<VNode> {
    return <LeaversPage leavers={await this.erasure.list()} />;
  }

  @Get(rightsPaths.erasureOf)
  @Allow('dpo')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(rightsPaths.erasureOf)
  @Allow('dpo')
  async erase(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ErasureDto, body, actor.language, (dto) => this.erasure.erase(actor, id, dto.reason, dto));
    if (!done.ok) return unprocessable(await this.page(actor, id, done.errors, body));
    return seeOther(rightsPaths.erasures, text(erasureCatalogue, actor.language)('done'));
  }

  private async page(actor: Actor, id: string, errors?: readonly FieldError[], body: Body = {}): Promise<VNode> {
    const view = await this.erasure.view(actor, id);
    const waits = view.waits.map((reason) => explain(reason, actor.language).title);
    return <ErasurePage {...view} waits={waits} errors={errors} typed={typedIn(body)} />;
  }
}
