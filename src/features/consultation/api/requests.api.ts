import { Get, Headers, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { Allow, ApiDoor, Documented, type Given, keyIn, Takes, Who } from '../../../platform/http/index.js';
import { FinalDecisionService } from '../final.service.js';
import { ReadingService } from '../reading.service.js';
import { RequestService } from '../request.service.js';
import { DraftBody, FinalBody, IdentityBody } from './consultation.api.dto.js';
import { DONE, DRAFT, draftShown, FINAL, SENT } from './consultation.shapes.js';

/** The employer's part of the consultation, for programs. */
@ApiDoor('tools/:toolId/versions/:number')
export class RequestsApi {
  constructor(
    private readonly reading: ReadingService,
    private readonly requests: RequestService,
    private readonly finals: FinalDecisionService,
  ) {}

  @Get('consent-request-draft')
  @Allow('hr_registrar', 'director', 'program:chain:read')
  @Documented({ tag: 'consultation', summary: 'The request as it is being written, and what it lacks', gives: DRAFT })
  async draft(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof DRAFT>> {
    return draftShown(await this.reading.preparation(actor, toolId, Number(number)), dayOf(this.reading.now()));
  }

  @Put('consent-request-draft')
  @Allow('hr_registrar', 'director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Write the request for consent; nothing goes out', gives: DONE })
  async prepare(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(DraftBody) body: DraftBody,
  ): Promise<Given<typeof DONE>> {
    const draft = {
      intendedDecision: body.intendedDecision ?? '',
      reasons: body.reasons ?? '',
      consequences: body.consequences ?? '',
      grounds: body.grounds ?? [],
      alsoAdvice: body.alsoAdvice === true,
      intendedStartOn: body.intendedStartOn ?? null,
      evaluationOn: body.evaluationOn ?? null,
      trialUntil: body.trialUntil ?? null,
    };
    return { reference: await this.requests.prepare(actor, toolId, Number(number), draft) };
  }

  @Post('consent-requests')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Send the request to the council', once: 'service', gives: SENT })
  send(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(IdentityBody) identity: IdentityBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof SENT>> {
    return this.requests.send(actor, toolId, Number(number), { identity, key: keyIn(key) ?? undefined });
  }

  @Post('final-decisions')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'The employer decides, after the council', once: 'service', gives: FINAL })
  decide(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(FinalBody) { text, effectiveOn, takesOver, leavesOut, password, totp }: FinalBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof FINAL>> {
    const typed = { text, effectiveOn, takesOver: takesOver ?? [], leavesOut: leavesOut === true };
    return this.finals.decide(actor, toolId, Number(number), typed, { identity: { password, totp }, key: keyIn(key) ?? undefined });
  }
}
