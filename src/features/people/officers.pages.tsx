import { Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Allow, type FieldError, PageController, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { OfficersService } from './officers.service.js';
import { IdentityForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { tried } from './tried.js';
import { PrintedCodePage } from './web/invitation-pages.js';
import { OfficerActPage, OfficersPage } from './web/officers-page.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

@PageController()
export class OfficersPages {
  constructor(
    private readonly officers: OfficersService,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Get(peoplePaths.officers)
  @Allow('or_chair', 'or_secretary')
  async page(@Who() actor: Actor) {
    return <OfficersPage view={await this.officers.view(actor)} me={actor.personId} />;
  }

  @Get(peoplePaths.resetConfirmation(':id'))
  @Allow('or_chair', 'or_secretary')
  resetForm(@Who() actor: Actor, @Param('id') id: string) {
    return this.resetPage(actor, id);
  }

  @Post(peoplePaths.resetConfirmation(':id'))
  @Allow('or_chair', 'or_secretary')
  async confirmReset(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(IdentityForm, body);
    if (!parsed.ok) return unprocessable(await this.resetPage(actor, id, parsed.errors));
    const done = await tried(() => this.officers.confirmReset(actor, id, parsed.value));
    if (!done.ok) return unprocessable(await this.resetPage(actor, id, done.mistakes));
    return <PrintedCodePage code={done.value} url={`${this.config.baseUrl}${peoplePaths.invitation}`} hand />;
  }

  @Get(peoplePaths.councilEnding)
  @Allow('or_chair', 'or_secretary')
  endingForm(@Who() actor: Actor) {
    return this.endingPage(actor);
  }

  @Post(peoplePaths.councilEnding)
  @Allow('or_chair', 'or_secretary')
  async endCouncil(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(IdentityForm, body);
    if (!parsed.ok) return unprocessable(await this.endingPage(actor, parsed.errors));
    const done = await tried(() => this.officers.endCouncil(actor, parsed.value));
    if (!done.ok) return unprocessable(await this.endingPage(actor, done.mistakes));
    return seeOther(peoplePaths.officers, textOf(actor.language)(done.value === 'ended' ? 'officers.ended' : 'officers.endingAsked'));
  }

  private async resetPage(actor: Actor, id: string, mistakes?: readonly FieldError[]) {
    const { resets, asked } = await this.officers.view(actor);
    const reset = resets.find((one) => one.id === id);
    if (!reset) throw notFound();
    const t = textOf(actor.language);
    const words = { title: reset.name, consequence: t('officers.resetText'), button: t('officers.confirm') };
    return (
      <OfficerActPage
        {...words}
        action={peoplePaths.resetConfirmation(id)}
        asked={asked}
        errors={mistakes && said(mistakes, actor.language)}
      />
    );
  }

  private async endingPage(actor: Actor, mistakes?: readonly FieldError[]) {
    const { ending, asked } = await this.officers.view(actor);
    const t = textOf(actor.language);
    const words = {
      title: t('officers.ending'),
      consequence: t('officers.endingText'),
      button: t(ending ? 'officers.endingConfirm' : 'officers.endingAsk'),
    };
    return (
      <OfficerActPage {...words} action={peoplePaths.councilEnding} asked={asked} errors={mistakes && said(mistakes, actor.language)} />
    );
  }
}
