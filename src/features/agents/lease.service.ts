import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, newSecret } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { LEASE_AUDIENCE, signLease } from '../../platform/signing/index.js';
import { AgentDoor } from './agent-door.service.js';
import type { AgentRow } from './agents.repository.js';
import { bindListed } from './bind-listed.js';
import { BLOCKED, decideLease, type Refusal } from './domain/lease-decision.js';
import { knownEnds } from './domain/known-ends.js';
import { leaseLimits, scopeOf } from './domain/lease-limits.js';
import { leaseTerm, type LeaseTerm } from './domain/lease-term.js';
import { holdAgent, holdGeneration, insertLease, recordRefusal } from './leases.repository.js';
import { type LeaseReading, readLeaseFacts } from './read-lease-facts.js';
import { type Asked, recordSettings } from './record-settings.js';
import { SigningKeys } from './keys/signing-keys.js';

export interface IssuedLease {
  readonly lease: string;
  readonly expiresAt: Date;
  readonly renewAfter: Date;
}

type Answer = { readonly lease: IssuedLease } | Refusal;

const seconds = (at: Date): number => at.getTime() / 1000;
const timesOf = ({ issuedAt, expiresAt }: LeaseTerm) => ({ iat: seconds(issuedAt), nbf: seconds(issuedAt), exp: seconds(expiresAt) });
const refusalRow = (agentId: string, { reasons, missing }: Refusal, at: Date) => ({
  id: newId('x'),
  agentId,
  codes: [...new Set(reasons.map(({ code }) => code))],
  missing,
  at,
});

@Injectable()
export class LeaseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: AgentDoor,
    private readonly keys: SigningKeys,
    @Inject(ConfigToken) private readonly config: Config,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** A lease for one agent and person, or 403 with every reason. A refusal is kept, so it commits before it is told. */
  async lease(agentId: string, proof: unknown, asked: Asked): Promise<IssuedLease> {
    const agent = await this.door.admit(agentId, proof, 'leases', 'lease.refused');
    if (!agent.blockedAt && !agent.retiredAt) {
      await recordSettings(this.transactions, agent, asked, this.clock.now());
      await this.transactions.run((tx) => bindListed(tx, agentId, agent.toolId, this.clock.now()));
    }
    const answer = await this.transactions.serializable(async (tx) => {
      const decided = await this.decide(tx, agentId, asked);
      if ('reasons' in decided) await recordRefusal(tx, refusalRow(agentId, decided, this.clock.now()));
      return decided;
    });
    if ('lease' in answer) return answer.lease;
    throw new Problem(403, 'lease.refused', answer.reasons, { missing: answer.missing });
  }

  private async decide(tx: Tx, agentId: string, asked: Asked): Promise<Answer> {
    const now = this.clock.now();
    const agent = await this.door.agent(tx, agentId, 'lease.refused');
    if (agent.blockedAt || agent.retiredAt) return BLOCKED;
    const read = await readLeaseFacts(tx, agent, asked, now);
    const decision = decideLease(read.facts);
    return decision.granted ? { lease: await this.issue(tx, agent, asked.person, read, now) } : decision;
  }

  private async issue(tx: Tx, agent: AgentRow, personId: string, { gate, binding }: LeaseReading, now: Date): Promise<IssuedLease> {
    const { activation, body, consultation, declarations, dossier, limits, version } = gate;
    await holdAgent(tx, agent.id);
    const generation = await holdGeneration(tx, agent.toolId);
    if (!activation || generation === null || binding === null) throw new Error('Expected: an activation that holds. Found: none.');
    const agreed = [consultation.evaluationDueOn, binding.endsOn].filter((day) => day !== null);
    const term = leaseTerm(now, activation.lease_minutes, [...knownEnds(dossier, limits, dayOf(now)), ...agreed], limits.hours);
    const jti = newSecret(16);
    await insertLease(tx, { jti, agentId: agent.id, personId, activationId: activation.id, generation, ...term });
    const claims = {
      ...timesOf(term),
      iss: this.config.baseUrl,
      aud: LEASE_AUDIENCE,
      sub: `agent:${agent.id}`,
      jti,
      cnf: { jkt: agent.thumbprint },
      act: activation.id,
      case: body === 'works_council' ? consultation.proofs.requestId : null,
      scope: scopeOf(dossier, limits),
      pol: version.fingerprint,
      gen: generation,
      psn: binding.pseudonym,
      lim: leaseLimits(dossier, limits, declarations),
    };
    return { lease: signLease(claims, this.keys.signing().key), expiresAt: term.expiresAt, renewAfter: term.renewAfter };
  }
}
