import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { assembleDossier, type CapabilityAnswer } from '../../policy/index.js';
import { openAlarms } from '../gate/index.js';
import { tidied } from '../tools/index.js';
import { allCapabilities, plainSummary, type PlainSummary } from './domain/plain-summary.js';
import {
  type ActiveTool,
  activeTools,
  answersOf,
  capabilitiesOf,
  type ClaimLine,
  claimsOn,
  type DecisionLine,
  decisionsOn,
  type OtherTool,
  otherTools,
  type OwnFacts,
  ownFacts,
  pastVersions,
  type PastVersion,
  sheetOf,
  type SheetLine,
} from './transparency.repository.js';

/** One tool as a person sees it: from its version and the acts on it, never from a text written for this page. */
export interface ToolCard {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly enforcement: 'native' | 'attested';
  readonly summary: PlainSummary;
  readonly capabilities: readonly CapabilityAnswer[];
  readonly decision: DecisionLine | null;
  readonly claim: ClaimLine | null;
}
export type ActiveCard = ToolCard & { readonly active: ActiveTool };
export interface MyTools {
  readonly now: Date;
  readonly own: OwnFacts;
  readonly active: readonly ActiveCard[];
  readonly others: readonly OtherTool[];
  /** Tools that IT was ordered to stop, without IT's word that it did. */
  readonly alarms: readonly string[];
}
export interface ToolPageFacts {
  readonly card: ToolCard;
  readonly active: ActiveTool | null;
  readonly other: OtherTool | null;
  readonly past: readonly PastVersion[];
  readonly sheet: readonly SheetLine[];
  readonly alarm: boolean;
}

const withActive = (cards: readonly ToolCard[], tools: readonly ActiveTool[]): readonly ActiveCard[] =>
  cards.flatMap((card) => tools.filter(({ toolId }) => toolId === card.toolId).map((active) => ({ ...card, active })));

interface Named {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: 'native' | 'attested';
  readonly fingerprint: string;
}

@Injectable()
export class TransparencyService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  mine(actor: Actor): Promise<MyTools> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { own, active, others } = await this.known(tx, actor, now);
      const cards = await this.cards(tx, active);
      const known = new Set([...active, ...others].map(({ toolId }) => toolId));
      const alarms = (await openAlarms(tx, now)).map((alarm) => alarm.tool_id).filter((id) => known.has(id));
      return { now, own, active: withActive(cards, active), others, alarms };
    });
  }

  /** 404 for a tool that this person may not know of. */
  tool(actor: Actor, toolId: string): Promise<ToolPageFacts> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { active, others } = await this.known(tx, actor, now);
      const running = active.find((tool) => tool.toolId === toolId) ?? null;
      const other = others.find((tool) => tool.toolId === toolId) ?? null;
      const named = running ?? other;
      const [card] = named ? await this.cards(tx, [named]) : [];
      if (!named || !card) throw notFound();
      const alarm = (await openAlarms(tx, now)).some((one) => one.tool_id === toolId);
      return { card, active: running, other, past: await pastVersions(tx, toolId), sheet: await sheetOf(tx, named.versionId), alarm };
    });
  }

  private async known(tx: Tx, actor: Actor, now: Date) {
    const own = actor.personId === null ? null : await ownFacts(tx, actor.personId);
    if (actor.personId === null || !own) throw notFound();
    const { personId } = actor;
    const today = dayOf(now);
    return { own, active: await activeTools(tx, personId, today), others: await otherTools(tx, personId, today) };
  }

  private async cards(tx: Tx, tools: readonly Named[]): Promise<readonly ToolCard[]> {
    const ids = tools.map(({ versionId }) => versionId);
    const answers = await answersOf(tx, ids);
    const capabilities = await capabilitiesOf(tx, ids);
    const decisions = await decisionsOn(tx, tools);
    const claims = await claimsOn(tx, tools);
    return tools.map(({ toolId, toolName, number, enforcement, versionId }) => ({
      toolId,
      toolName,
      number,
      enforcement,
      summary: plainSummary(assembleDossier(tidied(answers.filter((row) => row.versionId === versionId)))),
      capabilities: allCapabilities(capabilities.filter((row) => row.versionId === versionId)),
      decision: decisions.find((row) => row.toolId === toolId) ?? null,
      claim: claims.find((row) => row.toolId === toolId) ?? null,
    }));
  }
}
