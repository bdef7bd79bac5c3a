import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { timelineOf, type TimelineEntry } from '../evidence/index.js';
import { countInScope, latestVersion, type Version, versionAt } from '../tools/index.js';
import { openAlarms, startIsConfirmed } from './orders.repository.js';
import { outOfSight } from './enforcement.repository.js';
import { type Gate, gateOf } from './read-gate.js';
import { type Eyes, type Listed, listSummaries, newestAsked, nextDates } from './summaries.repository.js';

export interface DossierRead {
  readonly gate: Gate;
  readonly people: number;
  readonly timeline: readonly TimelineEntry[];
  readonly alarms: readonly { readonly reference: string; readonly dueAt: Date }[];
  /** The list of where it may run was not fetched in time. */
  readonly isOutOfSight: boolean;
  /** IT has said that the tool is on, as the order asked. */
  readonly startConfirmed: boolean;
  readonly now: Date;
}

export const eyesOf = (actor: Actor): Eyes => {
  if (actor.role === 'dpo') return 'dpo';
  if (actor.role === 'group_officer') return 'group';
  return actor.role.startsWith('or_') || actor.role === 'pvt_contact' ? 'council' : 'all';
};

@Injectable()
export class ListService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  seenBy(actor: Actor): Promise<readonly Listed[]> {
    const today = dayOf(this.clock.now());
    return this.transactions.read(async (tx) => {
      const tools = await listSummaries(tx, eyesOf(actor));
      const ids = tools.map(({ toolId }) => toolId);
      const next = await nextDates(tx, ids, today);
      return tools.map((tool) => ({ ...tool, next: next.get(tool.toolId) ?? null }));
    });
  }

  /** One dossier: the newest version, or the one asked for. A draft is unknown to the DPO and the council until it is theirs to see. */
  dossier(actor: Actor, toolId: string, number: number | null): Promise<DossierRead> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = number === null ? await latestVersion(tx, toolId) : await versionAt(tx, toolId, number);
      const gate = await this.seen(tx, actor, await gateOf(tx, version.id, now), number === null, now);
      const alarms = (await openAlarms(tx, now)).filter((alarm) => alarm.tool_id === toolId);
      return {
        gate,
        people: await countInScope(tx, gate.version.id, dayOf(now)),
        timeline: await timelineOf(tx, toolId),
        alarms: alarms.map((alarm) => ({ reference: alarm.reference, dueAt: alarm.due_at })),
        isOutOfSight: (await outOfSight(tx)).includes(toolId),
        startConfirmed: gate.activation !== null && (await startIsConfirmed(tx, gate.activation.id)),
        now,
      };
    });
  }

  /** The gate if this person may see it. While a newer version is a draft, the DPO and the council keep the one that they were asked about. */
  private async seen(tx: Tx, actor: Actor, gate: Gate, isNewest: boolean, now: Date): Promise<Gate> {
    if (maySee(actor, gate)) return gate;
    const asked = await newestAsked(tx, gate.version.toolId, eyesOf(actor));
    if (asked === gate.version.id) return gate;
    if (!asked || !isNewest) throw notFound();
    return gateOf(tx, asked, now);
  }
}

/** This version was made to carry out a condition of that body, and is fixed: the body confirms it. */
export const carriesOut = ({ fixedAt, amendments }: Version, body: 'dpo' | 'council'): boolean =>
  fixedAt !== null && amendments.some(({ conditionKind }) => conditionKind === body);

const isGroupLevel = (level: unknown): boolean => level === 'cor' || level === 'gor';

/** ux.md 3.3: dossier drafts are the employer's; the DPO sees them from the question for advice on, the council from the request on. */
const maySee = (actor: Actor, gate: Gate): boolean => {
  const eyes = eyesOf(actor);
  if (eyes === 'all') return true;
  const { tool } = gate.version;
  if (eyes === 'group') return gate.chain.requestSent && isGroupLevel(gate.dossier.representation?.bodyLevel);
  if (carriesOut(gate.version, eyes)) return true;
  const { light } = gate.consultation.notes;
  const shown = gate.chain.requestSent || light !== null || gate.activation !== null || tool.claimedByCouncil || tool.runsWithoutConsent;
  return shown || (eyes === 'dpo' && gate.chain.adviceAsked);
};
