import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { COURSE_OF, silentUpTo } from './domain/incident.js';
import {
  countIncidents,
  endIncident,
  findIncident,
  type IncidentRow,
  isInUse,
  listIncidents,
  silentAgents,
} from './incidents.repository.js';
import { raiseIncident } from './raise-incident.js';

const PAGE = 50;
/** So many a round: a server that was away for a week raises them over some hours. */
const MOST_A_ROUND = 500;

export interface IncidentList {
  readonly incidents: readonly IncidentRow[];
  readonly pages: number;
}

@Injectable()
export class IncidentsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(page: number): Promise<IncidentList> {
    return this.transactions.read(async (tx) => ({
      incidents: await listIncidents(tx, page, PAGE),
      pages: Math.max(1, Math.ceil((await countIncidents(tx)) / PAGE)),
    }));
  }

  async read(id: string): Promise<IncidentRow> {
    const incident = await this.transactions.read((tx) => findIncident(tx, id));
    if (!incident) throw notFound();
    return incident;
  }

  /** Says why it may go on. A suspended tool does not start by itself: IT lifts the suspension, and every requirement is tested again. */
  close(actor: Actor, id: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const incident = await findIncident(tx, id);
      if (!incident) throw notFound();
      if (incident.endedAt) throw refused('incident.closed');
      const course = COURSE_OF[incident.kind];
      if (course.closedBy !== actor.role) throw refused('incident.other');
      if (course.endsAgent && incident.agentId && (await isInUse(tx, incident.agentId))) throw refused('incident.agent-in-use');
      await endIncident(tx, { id, reason, by: actor.personId, role: actor.role, at: now });
      return record(
        tx,
        actor,
        now,
        'incident.closed',
        { toolId: incident.toolId, subjectId: id },
        { kind: incident.kind, byItself: false },
      );
    });
  }

  /** Agents that should be heard and are not. */
  async lookForSilent(): Promise<void> {
    const upTo = silentUpTo(dayOf(this.clock.now()));
    const silent = await this.transactions.read((tx) => silentAgents(tx, upTo, MOST_A_ROUND));
    for (const { id, toolId } of silent)
      await this.transactions.run((tx) => raiseIncident(tx, this.clock.now(), { toolId, agentId: id, kind: 'heartbeat_missing' }));
  }
}
