import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { bindByPerson, type DeviceRow, devicesOf, devicesWaitingFor, endBinding, isOwnDevice, waitsFor } from './bindings.repository.js';

export interface Devices {
  readonly personId: string;
  readonly own: readonly DeviceRow[];
  readonly waiting: readonly DeviceRow[];
}

/** Which agents measure whom is for the person to say (or for HR's list), never for IT. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(personId: string): Promise<Devices> {
    return this.transactions.read(async (tx) => ({
      personId,
      own: await devicesOf(tx, personId),
      waiting: await devicesWaitingFor(tx, personId),
    }));
  }

  /** "Dit meetprogramma hoort bij mij": 404 when it is somebody's already, or of a tool this person has nothing to do with. */
  confirm(actor: Actor, personId: string, agentId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const agent = await waitsFor(tx, agentId, personId);
      if (!agent) throw notFound();
      await bindByPerson(tx, agentId, personId, now);
      return record(tx, actor, now, 'agent.person-bound', { toolId: agent.toolId, subjectId: agentId, personId }, { how: 'person' });
    });
  }

  /** "Dit hoort niet bij mij": from then on no lease on it for this person, whatever HR's list says. */
  release(actor: Actor, personId: string, agentId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const agent = await isOwnDevice(tx, agentId, personId);
      if (!agent) throw notFound();
      await endBinding(tx, agentId, personId, now);
      return record(tx, actor, now, 'agent.person-released', { toolId: agent.toolId, subjectId: agentId, personId });
    });
  }
}
