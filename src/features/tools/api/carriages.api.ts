import { Get, Headers, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/problem.js';
import {
  Allow,
  ApiDoor,
  aText,
  Documented,
  type Given,
  keyIn,
  listOf,
  NoFields,
  oneOf,
  orNull,
  record,
  refuseKeyOfCouncil,
  saidInBody,
  Takes,
  Visit,
  type Visitor,
  Who,
  yesOrNo,
} from '../../../platform/http/index.js';
import { CHAIN_READERS } from '../chain-readers.js';
import { carriageView } from '../diff-view.js';
import { VersionsService } from '../versions.service.js';
import { ofAttribute } from './fields-in-body.js';
import { DONE } from './tools.shapes.js';

const CARRIAGE = record({
  carriageId: orNull(aText('Null: it was not proposed yet')),
  conditions: listOf(record({ text: aText(), body: oneOf(['dpo', 'council']), state: oneOf(['machine', 'confirmed', 'waits']) })),
  isDpiaStated: yesOrNo('The privacy officer said that the DPIA still holds'),
  isComplete: yesOrNo('The approvals of the version before count for this one'),
});
const PROPOSED = record({ carriageId: aText() });

/** For programs: approvals that pass to a version which is only stricter. */
@ApiDoor()
export class CarriagesApi {
  constructor(private readonly versions: VersionsService) {}

  @Get('tools/:toolId/versions/:number/carriage')
  @Allow(...CHAIN_READERS, 'program:chain:read')
  @Documented({ tag: 'tools', summary: 'Whether the approvals of the version before pass to this one', gives: CARRIAGE })
  async carriage(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof CARRIAGE>> {
    const before = await this.versions.before(actor, toolId, Number(number));
    const view = carriageView(await this.versions.compare(actor, toolId, Number(number), before), actor);
    if (!view) throw notFound();
    const { id, conditions, isDpiaStated, isComplete } = view;
    return { carriageId: id, conditions: conditions.map(({ text, body, state }) => ({ text, body, state })), isDpiaStated, isComplete };
  }

  @Post('tools/:toolId/versions/:number/carriages')
  @Allow('hr_registrar', 'privacy_officer', 'program:chain:write')
  @Documented({
    tag: 'tools',
    summary: 'Propose that the approvals of the version before pass to this one',
    once: 'service',
    gives: PROPOSED,
  })
  async propose(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(NoFields) _body: NoFields,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof PROPOSED>> {
    const proposed = this.versions.proposeCarriage(actor, toolId, Number(number), keyIn(key) ?? undefined);
    const before = await saidInBody(proposed, ofAttribute);
    const { carriage } = await this.versions.compare(actor, toolId, Number(number), before);
    if (!carriage) throw notFound();
    return { carriageId: carriage.id };
  }

  @Post('carriages/:carriageId/dpia-statements')
  @Allow('privacy_officer', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Say that the DPIA of the version before still holds', once: 'service', gives: DONE })
  async state(
    @Who() actor: Actor,
    @Param('carriageId') carriageId: string,
    @Takes(NoFields) _body: NoFields,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.versions.stateDpiaHolds(actor, carriageId, keyIn(key) ?? undefined) };
  }

  @Post('carriages/:carriageId/confirmations')
  @Allow('dpo', 'or_chair', 'or_secretary', 'pvt_contact', 'program:chain:write')
  @Documented({
    tag: 'tools',
    summary: 'Whoever set the condition says that this version carries it out',
    description: 'An officer of the council does this signed in; a key is refused.',
    once: 'service',
    gives: DONE,
  })
  async confirm(
    @Visit() visitor: Visitor,
    @Who() actor: Actor,
    @Param('carriageId') carriageId: string,
    @Takes(NoFields) _body: NoFields,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DONE>> {
    refuseKeyOfCouncil(visitor, actor);
    return { reference: await this.versions.confirmCarriage(actor, carriageId, keyIn(key) ?? undefined) };
  }
}
