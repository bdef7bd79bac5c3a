import { Controller, Get, Header, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Clock, instant } from '../../kernel/clock.js';
import { unusable } from '../../kernel/problem.js';
import { Allow, anInstant, Asks, aText, ClockToken, Documented, type Given, record, Takes } from '../../platform/http/index.js';
import { JWKS_MAX_AGE_SECONDS, readPublicJwk } from '../../platform/signing/index.js';
import { AgentDoor } from './agent-door.service.js';
import { AgentSignals } from './agent-signals.service.js';
import { EnrolmentRequest, LeaseRequest, SignalQuery, StopReceiptRequest } from './agents.dto.js';
import { EnrolmentService } from './enrolment.service.js';
import { leaseBody } from './lease-lane.service.js';
import { LeaseService } from './lease.service.js';
import { SigningKeys } from './keys/signing-keys.js';
import { StopReceiptService } from './stop-receipt.service.js';

const WAIT_MS = 25_000;

const ENROLLED = record({ agentId: aText(), toolId: aText() });
const LEASE = record({ lease: aText('A signed lease, a JWT'), expiresAt: anInstant(), renewAfter: anInstant() });
const RECEIPT = record({ receiptId: aText(), receivedAt: anInstant() });
const SIGNAL = record({ signal: aText('The mark to wait from next') });

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
  @Documented({ tag: 'agents', summary: 'Turn a one-time code into an agent with a key of its own', once: 'no', gives: ENROLLED })
  async enrol(@Takes(EnrolmentRequest) { code, publicKey }: EnrolmentRequest): Promise<Given<typeof ENROLLED>> {
    const key = readPublicJwk(publicKey);
    if (!key) throw unusable('publicKey', 'field.isEd25519PublicJwk');
    return this.enrolments.enrol(code, key);
  }

  @Post('agents/:agentId/leases')
  @Header('cache-control', 'no-store')
  @Allow('agent')
  @Documented({
    tag: 'agents',
    summary: 'Ask for a lease for one person; a refusal (403) names every reason and what is missing',
    once: 'no',
    proof: 'DPoP',
    gives: LEASE,
  })
  async lease(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Takes(LeaseRequest) asked: LeaseRequest,
  ): Promise<Given<typeof LEASE>> {
    if ((asked.settings == null) === (asked.settingsHash == null)) throw unusable('settings', 'settings.one-of');
    return leaseBody(await this.leases.lease(agentId, proof, asked));
  }

  @Post('agents/:agentId/stop-receipts')
  @Allow('agent')
  @Documented({ tag: 'agents', summary: 'Say that capture ended', once: 'no', proof: 'DPoP', gives: RECEIPT })
  async stopped(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Takes(StopReceiptRequest) { stoppedAt, discardedRecords, reason, lease }: StopReceiptRequest,
  ): Promise<Given<typeof RECEIPT>> {
    const at = new Date(stoppedAt);
    if (Number.isNaN(at.getTime())) throw unusable('stoppedAt', 'field.isIso8601');
    const receipt = await this.receipts.receive(agentId, proof, { stoppedAt: at, discardedRecords, reason, lease: lease ?? null });
    return { receiptId: receipt.receiptId, receivedAt: instant(receipt.receivedAt) };
  }

  /** Answers when something changed for the agent or its tool, and otherwise after half a minute: the mark to wait from next. */
  @Get('agents/:agentId/signal')
  @Header('cache-control', 'no-store')
  @Allow('agent')
  @Documented({ tag: 'agents', summary: 'Wait until something changed for the agent or its tool', proof: 'DPoP', gives: SIGNAL })
  async signal(
    @Param('agentId') agentId: string,
    @Headers('dpop') proof: unknown,
    @Asks(SignalQuery) { after }: SignalQuery,
  ): Promise<Given<typeof SIGNAL>> {
    const { toolId } = await this.door.admit(agentId, proof, 'signal', 'signal.refused');
    return { signal: await this.signals.wait(toolId, agentId, after ?? null, WAIT_MS) };
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
