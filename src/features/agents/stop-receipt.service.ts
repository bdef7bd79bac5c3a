import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { unusable } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { AgentDoor } from './agent-door.service.js';
import { closeByItself } from './incidents/raise-incident.js';
import { hasLease, insertStopReceipt } from './leases.repository.js';

const SKEW_MS = 60_000;

export interface Stopped {
  readonly stoppedAt: Date;
  readonly discardedRecords: number;
  readonly reason: string;
  readonly lease: string | null;
}

@Injectable()
export class StopReceiptService {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: AgentDoor,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /**
   * Keeps that an agent stopped measuring, when, and how much unsent data it threw away. A blocked agent may say so too. An agent stops within seconds of its person's
   * objection: the log has it with everything else of that day.
   */
  async receive(agentId: string, proof: unknown, stopped: Stopped): Promise<{ receiptId: string; receivedAt: Date }> {
    await this.door.admit(agentId, proof, 'stop-receipts', 'receipt.refused');
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const agent = await this.door.agent(tx, agentId, 'receipt.refused');
      if (stopped.stoppedAt.getTime() > now.getTime() + SKEW_MS) throw unusable('stoppedAt', 'time.future');
      if (stopped.lease !== null && !(await hasLease(tx, agentId, stopped.lease))) throw unusable('lease', 'lease.unknown');
      const receiptId = newId('k');
      const { stoppedAt, discardedRecords, reason, lease: leaseJti } = stopped;
      await insertStopReceipt(tx, { id: receiptId, agentId, leaseJti, stoppedAt, discardedRecords, reason, receivedAt: now });
      await recordConfidential(tx, now, {
        kind: 'agent.stopped',
        tool: agent.toolId,
        agent: agentId,
        receipt: receiptId,
        discardedRecords,
      });
      await closeByItself(tx, now, { toolId: agent.toolId, agentId, kind: 'heartbeat_missing' });
      return { receiptId, receivedAt: now };
    });
  }
}
