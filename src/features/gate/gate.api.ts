import { Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  ApiDoor,
  Asks,
  Documented,
  type Given,
  keyIn,
  PageQuery,
  refuseKeyOfCouncil,
  Takes,
  Visit,
  type Visitor,
  Who,
} from '../../platform/http/index.js';
import { DOSSIER_READERS } from './domain/dossier-readers.js';
import { ActivationDto, ReasonDto, StopDto, WarningBody } from './gate.dto.js';
import { GateService } from './gate.service.js';
import { ACTIVATED, DONE, GATE, gateShown, TOOL, TOOLS, toolShown } from './gate.shapes.js';
import { ListService } from './list.service.js';
import { StopService } from './stop.service.js';

/** For programs: the same gate, the same refusals. */
@ApiDoor('tools')
export class GateApi {
  constructor(
    private readonly gates: GateService,
    private readonly lists: ListService,
    private readonly stops: StopService,
  ) {}

  @Get()
  @Allow(...DOSSIER_READERS, 'program:chain:read')
  @Documented({ tag: 'gate', summary: 'The tools that you may see', gives: TOOLS })
  async tools(@Who() actor: Actor, @Asks(PageQuery) { page, pageSize }: PageQuery): Promise<Given<typeof TOOLS>> {
    const tools = await this.lists.seenBy(actor);
    const items = tools.slice((page - 1) * pageSize, page * pageSize).map(toolShown);
    return { items, page, pageSize, totalItems: tools.length };
  }

  @Get(':toolId')
  @Allow(...DOSSIER_READERS, 'program:chain:read')
  @Documented({ tag: 'gate', summary: 'A tool', gives: TOOL })
  async tool(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<Given<typeof TOOL>> {
    const { gate } = await this.lists.dossier(actor, toolId, null);
    const open = gate.states.filter(({ state }) => state === 'blocked' || state === 'waiting').map(({ id }) => id);
    const { id, number, toolName } = gate.version;
    return { toolId, name: toolName, versionId: id, number, state: gate.state, openRequirements: open };
  }

  @Get(':toolId/gate')
  @Allow(...DOSSIER_READERS, 'program:chain:read')
  @Documented({ tag: 'gate', summary: 'What stands open before a tool may be on', gives: GATE })
  async gate(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<Given<typeof GATE>> {
    const { gate } = await this.lists.dossier(actor, toolId, null);
    return gateShown(gate, actor.language);
  }

  @Post(':toolId/versions/:number/accepted-warnings')
  @Allow('privacy_officer', 'director', 'program:chain:write')
  @Documented({ tag: 'gate', summary: 'Accept a warning, by name and with a reason', gives: DONE })
  async accept(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(WarningBody) { rule, reason }: WarningBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.gates.acceptWarning(actor, toolId, Number(number), { rule, reason }) };
  }

  @Post(':toolId/activations')
  @HttpCode(201)
  @Allow('it_admin', 'program:chain:write')
  @Documented({ tag: 'gate', summary: 'Switch a version on', once: 'service', gives: ACTIVATED })
  async activate(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(ActivationDto) { versionId }: ActivationDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof ACTIVATED>> {
    const { gate } = await this.lists.dossier(actor, toolId, null);
    if (gate.version.id !== versionId) throw notFound();
    return this.gates.activate(actor, toolId, gate.version.number, keyIn(key) ?? undefined);
  }

  @Post(':toolId/stops')
  @HttpCode(201)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary', 'program:chain:write')
  @Documented({ tag: 'gate', summary: 'Stop a tool at once', once: 'service', gives: DONE })
  async stop(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(StopDto) { reason }: StopDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.stops.stop(actor, toolId, { reason: reason ?? '', key: keyIn(key) ?? undefined }) };
  }

  @Post(':toolId/restarts')
  @HttpCode(201)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary', 'program:chain:write')
  @Documented({
    tag: 'gate',
    summary: 'Say that the reason of a stop is gone: of every stop that your role may lift',
    description: 'It does not go on by itself: every requirement is tested again. The council does this signed in; a key is refused.',
    gives: DONE,
  })
  async lift(
    @Visit() visitor: Visitor,
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(ReasonDto) { reason }: ReasonDto,
  ): Promise<Given<typeof DONE>> {
    refuseKeyOfCouncil(visitor, actor);
    return { reference: await this.stops.lift(actor, toolId, reason) };
  }
}
