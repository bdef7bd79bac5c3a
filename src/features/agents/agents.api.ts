import { Body, Controller, Get, Header, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Clock, instant } from '../../kernel/clock.js';
import { Problem, unusable } from '../../kernel/problem.js';
import { Allow, ClockToken, parseOrRefuse } from '../../platform/http/index.js';
import { JWKS_MAX_AGE_SECONDS, readPublicJwk } from '../../platform/signing/index.js';
import { AgentDoor } from './agent-door.service.js';
import { AgentSignals } from './agent-signals.service.js';
import { EnrolmentRequest, LeaseRequest, SignalQuery, StopReceiptRequest } from './agents.dto.js';
import { EnrolmentService } from './enrolment.service.js';
import { LeaseService } from './lease.service.js';
import { SigningKeys } from './keys/signing-keys.js';
import { StopReceiptService } from './stop-receipt.service.js';

const WAIT_MS = 25_000;

/** Programs send JSON objects; a form or a list is no request. */
const jsonBody = (type: unknown, body: unknown): Record<string, unknown> => {
  if (typeof type !== 'string' || !/^application\/json\s*(;|$)/i.test(type)) throw new Problem(415, 'body.wrong-type');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem(400, 'body.unreadable');
  return body as Record<string, unknown>;
};

@Controller('api/v1')
export class AgentsApi {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly leases: LeaseService,
    private readonly receipts: StopReceiptService,
    private readonly door: AgentDoor,
    private readonly signals: AgentSignals,
  ) {}

  @Post('agent-enrolments')
  @Allow('agent')
  async enrol(@Headers('content-type') type: unknown, @Body() body: unknown): Promise<{ agentId: string; toolId: string }> {
    const { code, publicKey } = parseOrRefuse(EnrolmentRequest, jsonBody(type, body));
    const key = readPublicJwk(publicKey);
    if (!key) throw unusable('publicKey', 'field.isEd25519PublicJwk');
    return this.enrolments.enrol(code, key);
  }

  @Post('agents/:agentId/leases')
  @Header('cache-control', 'no-store')
  @Allow('agent')
  async lease(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Headers('content-type') type: unknown,
    @Body() body: unknown,
  ): Promise<{ lease: string; expiresAt: string; renewAfter: string }> {
    const asked = parseOrRefuse(LeaseRequest, jsonBody(type, body));
    if ((asked.settings == null) === (asked.settingsHash == null)) throw unusable('settings', 'settings.one-of');
    const { lease, expiresAt, renewAfter } = await this.leases.lease(agentId, proof, asked);
    return { lease, expiresAt: instant(expiresAt), renewAfter: instant(renewAfter) };
  }

  @Post('agents/:agentId/stop-receipts')
  @Allow('agent')
  async stopped(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Headers('content-type') type: unknown,
    @Body() body: unknown,
  ): Promise<{ receiptId: string; receivedAt: string }> {
    const { stoppedAt, discardedRecords, reason, lease = null } = parseOrRefuse(StopReceiptRequest, jsonBody(type, body));
    const at = new Date(stoppedAt);
    if (Number.isNaN(at.getTime())) throw unusable('stoppedAt', 'field.isIso8601');
    const receipt = await this.receipts.receive(agentId, proof, { stoppedAt: at, discardedRecords, reason, lease });
    return { receiptId: receipt.receiptId, receivedAt: instant(receipt.receivedAt) };
  }

  /** Answers when something changed for the agent's tool, and otherwise after half a minute: the mark to wait from next. */
  @Get('agents/:agentId/signal')
  @Header('cache-control', 'no-store')
  @Allow('agent')
  async signal(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Query() query: Record<string, unknown>,
  ): Promise<{ signal: string }> {
    const { after = null } = parseOrRefuse(SignalQuery, query);
    const { toolId } = await this.door.admit(agentId, proof, 'signal', 'signal.refused');
    return { signal: await this.signals.wait(toolId, after, WAIT_MS) };
  }
}

@Controller('.well-known')
export class JwksApi {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  @Get('jwks.json')
  @Header('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`)
  @Allow('agent')
  jwks(@Res({ passthrough: true }) reply: FastifyReply): { keys: readonly object[] } {
    reply.header('date', this.clock.now().toUTCString());
    return { keys: this.keys.published() };
  }
}
