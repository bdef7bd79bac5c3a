import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { type Actor, isCouncil, isCouncilOfficer } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { type Body, keyIn, tryForm, typedIn } from './doors.js';
import { individualCatalogue } from './individual.catalogue.js';
import { AskForm, OpeningForm, SecondForm, TellForm, WordsForm } from './individual.dto.js';
import { individualPaths } from './individual.paths.js';
import { IndividualService } from './individual.service.js';
import { dataProps, viewProps } from './individual.views.js';
import { LookingService } from './looking.service.js';
import { SecondsService } from './seconds.service.js';
import { TellingService } from './telling.service.js';
import { AskPage, NothingToAskPage } from './web/ask-page.js';
import { CouncilPage } from './web/council-page.js';
import { DataPage } from './web/data-page.js';
import { ViewPage } from './web/view-page.js';
import { ViewsPage } from './web/views-page.js';

const words = (actor: Actor) => text(individualCatalogue, actor.language);

@PageController()
export class IndividualPages {
  constructor(
    private readonly views: IndividualService,
    private readonly looking: LookingService,
    private readonly telling: TellingService,
    private readonly seconds: SecondsService,
  ) {}

  @Get(individualPaths.list)
  @Allow('privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  async list(@Who() actor: Actor): Promise<VNode> {
    if (isCouncil(actor)) return this.councilPage(actor);
    const rows = (await this.views.list(actor)).map(({ view: { id, toolName, personName, askedAt }, stage }) => {
      return { id, toolName, personName, askedAt, stage };
    });
    const askable = actor.role === 'privacy_officer' ? (await this.views.askable(actor)).tools.length > 0 : null;
    return <ViewsPage rows={rows} askable={askable} />;
  }

  @Get(individualPaths.ask)
  @Allow('privacy_officer')
  asking(@Who() actor: Actor): Promise<VNode> {
    return this.askPage(actor, {});
  }

  @Post(individualPaths.ask)
  @Allow('privacy_officer')
  async ask(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(AskForm, body, actor.language, ({ tool, staffNumber, reason }) =>
      this.views.ask(actor, { toolId: tool, staffNumber, reason: reason.trim(), key: keyIn(body) }),
    );
    if (!done.ok) return unprocessable(await this.askPage(actor, typedIn(body), done.errors));
    return seeOther(individualPaths.one(done.value), words(actor)('new.done'));
  }

  @Post(individualPaths.seconds)
  @Allow('or_chair', 'or_secretary')
  async propose(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(SecondForm, body, actor.language, ({ person }) => this.seconds.propose(actor, person));
    if (!done.ok) return unprocessable(await this.councilPage(actor, done.errors));
    return seeOther(individualPaths.list, words(actor)('council.proposed'));
  }

  @Post(individualPaths.secondConfirmationOf)
  @Allow('or_chair', 'or_secretary')
  async confirmNaming(@Who() actor: Actor, @Param('secondId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(OpeningForm, body, actor.language, (identity) => this.seconds.confirm(actor, id, identity));
    if (!done.ok) return unprocessable(await this.councilPage(actor, done.errors));
    return seeOther(individualPaths.list, words(actor)('council.named'));
  }

  @Post(individualPaths.secondEndOf)
  @Allow('or_chair', 'or_secretary')
  async endNaming(@Who() actor: Actor, @Param('secondId') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const outcome = await this.seconds.end(actor, id);
    return seeOther(individualPaths.list, words(actor)(`council.${outcome}`));
  }

  @Get(individualPaths.oneOf)
  @Allow('privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary')
  one(@Who() actor: Actor, @Param('viewId') id: string): Promise<VNode> {
    return this.viewPage(actor, id);
  }

  @Get(individualPaths.dataOf)
  @Allow('privacy_officer')
  async data(@Who() actor: Actor, @Param('viewId') id: string): Promise<VNode> {
    return <DataPage {...dataProps(await this.looking.look(actor, id), actor.language)} backHref={individualPaths.one(id)} />;
  }

  @Post(individualPaths.openingOf)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async open(@Who() actor: Actor, @Param('viewId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(OpeningForm, body, actor.language, (identity) => this.views.open(actor, id, identity));
    if (!done.ok) return unprocessable(await this.viewPage(actor, id, {}, done.errors));
    return seeOther(individualPaths.one(id), words(actor)('open.done'));
  }

  @Post(individualPaths.refusalOf)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async refuse(@Who() actor: Actor, @Param('viewId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(WordsForm, body, actor.language, ({ text: said }) => this.views.refuse(actor, id, said.trim()));
    if (!done.ok) return unprocessable(await this.viewPage(actor, id, typedIn(body), done.errors));
    return seeOther(individualPaths.list, words(actor)('refuse.done'));
  }

  @Post(individualPaths.endOf)
  @Allow('privacy_officer', 'dpo')
  async end(@Who() actor: Actor, @Param('viewId') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.views.end(actor, id);
    return seeOther(individualPaths.one(id), words(actor)('end.done'));
  }

  @Post(individualPaths.tellingOf)
  @Allow('privacy_officer')
  async tell(@Who() actor: Actor, @Param('viewId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await tryForm(TellForm, body, actor.language, ({ text: said, how, doneOn }) =>
      this.telling.tell(actor, id, { text: said.trim(), how, doneOn }),
    );
    if (!done.ok) return unprocessable(await this.viewPage(actor, id, typedIn(body), done.errors));
    return seeOther(individualPaths.one(id), words(actor)('tell.done'));
  }

  private async askPage(actor: Actor, typed: Readonly<Record<string, string>>, errors?: readonly FieldError[]): Promise<VNode> {
    const askable = await this.views.askable(actor);
    if (askable.tools.length === 0 || !askable.hasSecond)
      return <NothingToAskPage lacks={askable.tools.length === 0 ? 'tools' : 'second'} />;
    const tools = askable.tools.map(({ toolId, toolName }) => ({ value: toolId, text: toolName }));
    return <AskPage tools={tools} typed={typed} keyOfPress={newId('i')} errors={errors} />;
  }

  private async viewPage(
    actor: Actor,
    id: string,
    typed: Readonly<Record<string, string>> = {},
    errors?: readonly FieldError[],
  ): Promise<VNode> {
    return <ViewPage {...viewProps(await this.views.read(actor, id), actor.language)} typed={typed} errors={errors} />;
  }

  private async councilPage(actor: Actor, errors?: readonly FieldError[]): Promise<VNode> {
    const { seconds, proposed, others, views } = await this.seconds.read(actor);
    return (
      <CouncilPage
        seconds={seconds}
        proposed={proposed}
        others={others.map(({ personId, name }) => ({ value: personId, text: name }))}
        views={views.map(({ view, stage, own }) => ({ ...view, stage, own }))}
        names={isCouncilOfficer(actor)}
        errors={errors}
      />
    );
  }
}
