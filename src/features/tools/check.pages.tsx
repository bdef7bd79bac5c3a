import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { confirmableBy } from './domain/confirmation.js';
import { keyOf } from './form-errors.js';
import { RegistrationService } from './registration.service.js';
import { checkPage, confirmPage } from './registration.views.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { toolPaths, toolRoutes } from './tools.paths.js';

type Body = Record<string, unknown>;

/** The end of the registration: check the answers, register; and what another role confirms. */
@PageController()
export class CheckPages {
  constructor(private readonly registrations: RegistrationService) {}

  @Get(toolRoutes.checkAnswers)
  @Allow('hr_registrar', 'tool_owner', 'it_admin', 'privacy_officer')
  async check(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const version = await this.registrations.version({ toolId, number: Number(number) });
    return checkPage(version, actor, (await this.registrations.scope(version)).people, newId('i'));
  }

  @Post(toolRoutes.checkAnswers)
  @Allow('hr_registrar')
  async register(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const { reference } = await this.registrations.register(actor, { toolId, number: Number(number) }, keyOf(body));
    return seeOther(toolPaths.dossier(toolId), text(toolsCatalogue, actor.language)('registered', { reference }));
  }

  @Get(toolRoutes.confirmFacts)
  @Allow('tool_owner', 'it_admin', 'dpo')
  async toConfirm(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return confirmPage(await this.registrations.version({ toolId, number: Number(number) }), actor, newId('i'));
  }

  @Post(toolRoutes.confirmFacts)
  @Allow('tool_owner', 'it_admin', 'dpo')
  async confirm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const place = { toolId, number: Number(number) };
    const version = await this.registrations.version(place);
    const names = [body['facts']].flat().filter((name): name is string => typeof name === 'string');
    const facts = confirmableBy(actor, version.answers).filter(({ attribute, item }) => names.includes(`${attribute}|${item}`));
    const t = text(toolsCatalogue, actor.language);
    if (facts.length === 0) return unprocessable(confirmPage(version, actor, newId('i'), [{ field: 'facts', text: t('confirmChoose') }]));
    const reference = await this.registrations.confirm(actor, place, facts, keyOf(body));
    return seeOther(
      actor.role === 'dpo' ? toolPaths.dossier(toolId) : toolPaths.register(toolId, place.number),
      t('confirmed', { reference }),
    );
  }
}
