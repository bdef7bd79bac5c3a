import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type OpenedProof, openProofApart, verifyProof } from '../../platform/signing/index.js';
import { type AgentRow, findAgent, markSeen } from './agents.repository.js';
import { agentPaths } from './agents.paths.js';
import { BUDGET_MS, MOST_ASKED, MOST_SENT } from './domain/budgets.js';
import { proofsSince, recordBadProof, recordProof } from './leases.repository.js';

export type AgentCall = 'leases' | 'stop-receipts' | 'signal' | 'measurements';
export type AgentRefusal = 'lease.refused' | 'receipt.refused' | 'signal.refused' | 'measurements.refused';

const CALLS = {
  leases: { method: 'POST', path: agentPaths.lease },
  'stop-receipts': { method: 'POST', path: agentPaths.stopReceipt },
  signal: { method: 'GET', path: agentPaths.signal },
  measurements: { method: 'POST', path: () => agentPaths.measurements },
} as const;

/** Lets in an agent that proves, for this very request, that it holds the key it was enrolled with. */
@Injectable()
export class AgentDoor {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Config,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The proof of a request for a lease, as far as it holds by itself. */
  openLeaseProof(agentId: string, proof: unknown): Promise<OpenedProof | null> {
    return openProofApart(proof, { method: 'POST', url: this.config.baseUrl + agentPaths.lease(agentId), now: this.clock.now() });
  }

  /** The agent, or the refusal of one that nobody enrolled. */
  async agent(tx: Tx, agentId: string, refusal: AgentRefusal): Promise<AgentRow> {
    const agent = await findAgent(tx, agentId);
    if (!agent) throw new Problem(403, refusal, [{ code: 'agent.unknown', turn: 'it_admin' }], { missing: [] });
    return agent;
  }

  /** A proof is used once, even when what follows fails; an agent asks and sends only so often. `token`: what the request carries and the proof must name. */
  async admit(agentId: string, proof: unknown, call: AgentCall, refusal: AgentRefusal, token?: string): Promise<AgentRow> {
    const admitted = await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const agent = await this.agent(tx, agentId, refusal);
      const forMeasurements = call === 'measurements';
      const since = new Date(now.getTime() - BUDGET_MS);
      if ((await proofsSince(tx, agent.thumbprint, forMeasurements, since)) >= (forMeasurements ? MOST_SENT : MOST_ASKED))
        throw new Problem(429, 'rate.exceeded');
      const { method, path } = CALLS[call];
      const verified = verifyProof(proof, { thumbprint: agent.thumbprint, method, url: this.config.baseUrl + path(agentId), now, token });
      if (verified.ok && (await recordProof(tx, { thumbprint: agent.thumbprint, jti: verified.jti, forMeasurements, at: now }))) {
        if (agent.seenOn !== dayOf(now)) await markSeen(tx, agentId, dayOf(now));
        return agent;
      }
      await recordBadProof(tx, { id: newId('x'), agentId, at: now });
      return null;
    });
    if (!admitted) throw new Problem(403, refusal, [{ code: 'proof.invalid', turn: 'it_admin' }], { missing: [] });
    return admitted;
  }
}
