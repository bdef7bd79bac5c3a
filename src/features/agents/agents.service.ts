import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { addDays, type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { approvedSettings, type Gate, gateOf, retireAgent as retireReport, settingsHashOf } from '../gate/index.js';
import { type AgentRow, blockAgent, countAgents, findAgent, listAgents, nativeTools, retireAgent } from './agents.repository.js';
import { approvedHashes } from './approved-hashes.js';
import { personsOn } from './bindings.repository.js';
import { stepOf } from './domain/lease-steps.js';
import { compareSettings, type SettingDifference } from './domain/settings-sheet.js';
import { owesReceipt } from './incidents/incidents.repository.js';
import { closeByItself } from './incidents/raise-incident.js';
import { leasesGiven } from './lease-batches.repository.js';
import { agentsInUse, lastRefusal, lastReport, refusalsByCode } from './leases.repository.js';
import { missingFor } from './read-lease-facts.js';
import { versionFor } from './record-settings.js';

const PAGE = 100;
const DAY_MS = 86_400_000;
const REFUSALS_OF_DAYS = 7;
const LEASES_OF_DAYS = 7;

/** `settingsMatch`: whether it showed the sheet that counts now; null: it has never shown one. */
export type CheckedAgent = AgentRow & { readonly settingsMatch: boolean | null };
export interface AgentReading {
  readonly agent: CheckedAgent;
  readonly gate: Gate;
  readonly missing: readonly string[];
  readonly refusal: { readonly codes: readonly string[]; readonly at: Date } | null;
  /** Null: the agent sent only the hash of its settings, or nothing yet. */
  readonly differences: readonly SettingDifference[] | null;
  readonly persons: readonly string[];
  /** It was silent for long, and has not said since when it stopped. */
  readonly owesReceipt: boolean;
}

export interface LeasesPerDay {
  readonly days: readonly Day[];
  /** For each tool with an agent of its own: the step that each day's number lies in. */
  readonly tools: readonly { readonly name: string; readonly steps: readonly number[] }[];
}

@Injectable()
export class AgentsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(page: number): Promise<{ agents: readonly CheckedAgent[]; pages: number }> {
    return this.transactions.read(async (tx) => {
      const agents = await listAgents(tx, page, PAGE);
      const approved = await approvedHashes(tx, [...new Set(agents.map(({ toolId }) => toolId))]);
      return {
        agents: agents.map((agent) => checked(agent, approved.get(agent.toolId))),
        pages: Math.max(1, Math.ceil((await countAgents(tx)) / PAGE)),
      };
    });
  }

  /** What IT needs to know to mend a refusal: nothing about anybody, and not whether anybody is measured now. */
  read(agentId: string): Promise<AgentReading> {
    return this.transactions.read(async (tx) => {
      const agent = await found(tx, agentId);
      const gate = await gateOf(tx, await versionFor(tx, agent.toolId), this.clock.now());
      const report = await lastReport(tx, agent.toolId, agentId);
      return {
        agent: checked(agent, settingsHashOf(approvedSettings(gate.version))),
        gate,
        missing: missingFor(gate).map(({ id }) => id),
        refusal: await lastRefusal(tx, agentId),
        differences: report?.settings ? compareSettings(approvedSettings(gate.version), report.settings) : null,
        persons: await personsOn(tx, agentId),
        owesReceipt: await owesReceipt(tx, agentId),
      };
    });
  }

  /** Just the agent, for a form about it. */
  find(agentId: string): Promise<AgentRow> {
    return this.transactions.read((tx) => found(tx, agentId));
  }

  refusals(): Promise<{ rows: readonly { code: string; agents: number }[]; agents: number; days: number }> {
    return this.transactions.read(async (tx) => ({
      rows: await refusalsByCode(tx, new Date(this.clock.now().getTime() - REFUSALS_OF_DAYS * DAY_MS)),
      agents: await agentsInUse(tx),
      days: REFUSALS_OF_DAYS,
    }));
  }

  /** How many leases were given for each tool on each day that is over, in steps of ten. */
  leasesPerDay(): Promise<LeasesPerDay> {
    return this.transactions.read(async (tx) => {
      const today = dayOf(this.clock.now());
      const days = Array.from({ length: LEASES_OF_DAYS }, (_, back) => addDays(today, -1 - back));
      const counted = await leasesGiven(tx, days.at(-1) ?? today, today);
      const steps = new Map(counted.map(({ toolId, day, leases }) => [`${toolId} ${day}`, stepOf(leases)]));
      const tools = await nativeTools(tx);
      return { days, tools: tools.map(({ id, name }) => ({ name, steps: days.map((day) => steps.get(`${id} ${day}`) ?? 0) })) };
    });
  }

  /** No lease for this agent any more. To go on, it is enrolled again with a new key. */
  block(actor: Actor, agentId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const agent = await found(tx, agentId);
      if (agent.blockedAt) throw refused('agent.blocked');
      await blockAgent(tx, agentId, actor.personId ?? '', reason, now);
      return record(tx, actor, now, 'agent.blocked', { toolId: agent.toolId, subjectId: agentId });
    });
  }

  /** Out of use: no lease, and what it last showed no longer counts for the tool. */
  retire(actor: Actor, agentId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const agent = await found(tx, agentId);
      if (agent.retiredAt) throw refused('agent.retired');
      await retireAgent(tx, agentId, actor.personId ?? '', reason, now);
      await retireReport(tx, now, agent.toolId, agentId);
      for (const kind of ['settings_differ', 'heartbeat_missing'] as const)
        await closeByItself(tx, now, { toolId: agent.toolId, agentId, kind });
      return record(tx, actor, now, 'agent.retired', { toolId: agent.toolId, subjectId: agentId });
    });
  }
}

const checked = (agent: AgentRow, approved: string | undefined): CheckedAgent => ({
  ...agent,
  settingsMatch: agent.shownHash === null ? null : agent.shownHash === approved,
});

const found = async (tx: Tx, agentId: string): Promise<AgentRow> => {
  const agent = await findAgent(tx, agentId);
  if (!agent) throw notFound();
  return agent;
};
