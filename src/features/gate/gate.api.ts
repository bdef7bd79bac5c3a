import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { REQUIREMENTS } from '../../policy/index.js';
import { Allow, parseOrRefuse, Who } from '../../platform/http/index.js';
import { DOSSIER_READERS } from './domain/dossier-readers.js';
import { ActivationDto, StopDto } from './gate.dto.js';
import { GateService } from './gate.service.js';
import { ListService } from './list.service.js';
import { StopService } from './stop.service.js';

/** Programs send an object; a list or a text is no request, and never an act without a reason. */
const objectOf = (body: unknown): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem(400, 'body.unreadable');
  return body as Record<string, unknown>;
};

/** For programs: the same gate, the same refusals. */
@Controller('api/v1/tools')
export class GateApi {
  constructor(
    private readonly gates: GateService,
    private readonly lists: ListService,
    private readonly stops: StopService,
  ) {}

  @Get(':toolId/gate')
  @Allow(...DOSSIER_READERS)
  async gate(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<Record<string, unknown>> {
    const { gate } = await this.lists.dossier(actor, toolId, null);
    return {
      toolId,
      versionId: gate.version.id,
      version: gate.version.number,
      fingerprint: gate.version.fingerprint,
      state: gate.state,
      verdict: gate.evaluation.verdict,
      missing: gate.missing,
      requirements: gate.states.map(({ id, code, state, failing, unaccepted, turn }) => ({
        id,
        code,
        title: REQUIREMENTS.find((one) => one.id === id)?.title[actor.language],
        state,
        failingRules: failing,
        unacceptedWarnings: unaccepted,
        turn,
      })),
      suspended: gate.suspension ? { cause: gate.suspension.cause, at: gate.suspension.at } : null,
      activation: gate.activation
        ? { id: gate.activation.id, versionId: gate.activation.version_id, activatedAt: gate.activation.activated_at }
        : null,
    };
  }

  @Post(':toolId/activations')
  @HttpCode(201)
  @Allow('it_admin')
  async activate(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<Record<string, unknown>> {
    const { versionId } = parseOrRefuse(ActivationDto, objectOf(body));
    const { gate } = await this.lists.dossier(actor, toolId, null);
    if (gate.version.id !== versionId) throw notFound();
    return this.gates.activate(actor, toolId, gate.version.number, unquoted(key));
  }

  @Post(':toolId/stops')
  @HttpCode(201)
  @Allow('hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary')
  async stop(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<Record<string, unknown>> {
    const { reason } = parseOrRefuse(StopDto, objectOf(body));
    return { reference: await this.stops.stop(actor, toolId, { reason: reason ?? '', key: unquoted(key) }) };
  }
}

const unquoted = (key: string | undefined): string | undefined => key?.replace(/^"(.*)"$/, '$1');
