import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { ChannelsService } from './channels.service.js';
import type { ActKind } from './domain/objection-state.js';
import { attempt, type Body } from './doors.js';
import { remediesOf } from './objection-papers.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { AnswerDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { ObjectionsService } from './objections.service.js';
import { procedureCatalogue } from './procedure.catalogue.js';
import { textIn } from './typed.js';
import { OwnPage } from './web/own-page.js';

/** What passes between handler and DPO is for them; what was said stands in the decision. */
const NOT_SHOWN: readonly ActKind[] = ['note', 'advice_asked', 'advised', 'told'];

/** The person's own objection: where it stands, the handler's question, the decision and the way back. */
@PageController()
export class OwnObjectionPages {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly channels: ChannelsService,
  ) {}

  @Get(objectionPaths.ownOf)
  @Allow('signed-in')
  own(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(objectionPaths.ownAnswerOf)
  @Allow('signed-in')
  async answer(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(AnswerDto, body, actor.language, ({ answer }) => this.objections.answer(actor, id, answer));
    if (!done.ok) return unprocessable(await this.page(actor, id, textIn(body, 'answer'), done.errors));
    return seeOther(objectionPaths.own(id), text(procedureCatalogue, actor.language)('own.answerDone'));
  }

  @Post(objectionPaths.withdrawalOf)
  @Allow('signed-in')
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.objections.withdraw(actor, id);
    return seeOther(objectionPaths.own(id), text(objectionsCatalogue, actor.language)('own.withdrawn'));
  }

  private async page(actor: Actor, id: string, typed?: string, errors?: readonly FieldError[]): Promise<VNode> {
    const { objection, acts, state, duties, wayOut, decision, byMachine } = await this.objections.ownOne(actor, id);
    return (
      <OwnPage
        id={id}
        toolName={objection.toolName}
        reference={objection.reference}
        lodgedAt={objection.lodgedAt}
        situation={objection.situation}
        state={state}
        wayOut={wayOut}
        acts={acts.filter(({ kind }) => !NOT_SHOWN.includes(kind))}
        duties={duties}
        byAdviser={objection.lodgedBy !== null}
        byMachine={byMachine}
        remedies={decision ? remediesOf(decision, actor.language) : []}
        hasDecision={decision !== null}
        contacts={await this.channels.contacts()}
        typed={typed}
        errors={errors}
      />
    );
  }
}
