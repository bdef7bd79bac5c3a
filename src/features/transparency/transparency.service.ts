import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { assembleDossier, type CapabilityAnswer, type Declarations, type Enforcement, NOTHING_DECLARED } from '../../policy/index.js';
import { openAlarms, outOfSight } from '../gate/index.js';
import { answeredValues, declarationsOf, readVersion, tidied, type Values } from '../tools/index.js';
import { allCapabilities, plainSummary, type PlainSummary } from './domain/plain-summary.js';
import {
  type ActiveTool,
  activeTools,
  deviceTimes,
  type DeviceLine,
  type OtherTool,
  otherTools,
  type OwnFacts,
  ownFacts,
} from './own-tools.repository.js';
import {
  adviceOn,
  type AdviceLine,
  answersOf,
  capabilitiesOf,
  type ClaimLine,
  claimsOn,
  type DecisionLine,
  decisionsOn,
  lastNotice,
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
  readonly enforcement: Enforcement;
  readonly summary: PlainSummary;
  readonly capabilities: readonly CapabilityAnswer[];
  readonly declarations: Declarations;
  readonly leaseMinutes: number | null;
  readonly decision: DecisionLine | null;
  readonly claim: ClaimLine | null;
}
export type ActiveCard = ToolCard & { readonly active: ActiveTool; readonly devices: readonly DeviceLine[] };
export interface MyTools {
  readonly now: Date;
  readonly own: OwnFacts;
  readonly active: readonly ActiveCard[];
  readonly others: readonly OtherTool[];
  /** Tools that IT was ordered to stop, without IT's word that it did. */
  readonly alarms: readonly string[];
  /** Tools of which nobody knows now on which devices they run. */
  readonly unseen: readonly string[];
}
export interface ToolPageFacts {
  readonly now: Date;
  readonly card: ToolCard;
  readonly active: ActiveTool | null;
  readonly other: OtherTool | null;
  readonly past: readonly PastVersion[];
  readonly sheet: readonly SheetLine[];
  readonly alarm: boolean;
  readonly unseen: boolean;
  readonly devices: readonly DeviceLine[];
  readonly advice: AdviceLine | null;
  /** The notice by which this person was last told. */
  readonly noticeId: string | null;
  /** Every answer of the dossier that is on, as the makers gave it. What is not on is still a draft to this person. */
  readonly dossier: Values | null;
}
/** A version that was on earlier, and when. */
export interface OldVersionFacts {
  readonly card: ToolCard;
  readonly spells: readonly PastVersion[];
  readonly sheet: readonly SheetLine[];
}

const withActive = (cards: readonly ToolCard[], tools: readonly ActiveTool[], devices: readonly DeviceLine[]): readonly ActiveCard[] =>
  cards.flatMap((card) =>
    tools
      .filter(({ toolId }) => toolId === card.toolId)
      .map((active) => ({ ...card, active, devices: devices.filter(({ toolId }) => toolId === card.toolId) })),
  );

interface Named {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: Enforcement;
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
      const devices = await deviceTimes(tx, own.personId);
      const known = new Set([...active, ...others].map(({ toolId }) => toolId));
      const alarms = (await openAlarms(tx, now)).map((alarm) => alarm.tool_id).filter((id) => known.has(id));
      const unseen = await outOfSight(tx);
      return { now, own, active: withActive(cards, active, devices), others, alarms, unseen };
    });
  }

  /** 404 for a tool that this person may not know of. */
  tool(actor: Actor, toolId: string): Promise<ToolPageFacts> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { own, running, other, named } = await this.one(tx, actor, toolId, now);
      const [card] = await this.cards(tx, [named]);
      if (!card) throw notFound();
      return {
        now,
        card,
        active: running,
        other,
        past: await pastVersions(tx, toolId),
        sheet: await sheetOf(tx, named.versionId),
        alarm: (await openAlarms(tx, now)).some((one) => one.tool_id === toolId),
        unseen: running !== null && (await outOfSight(tx)).includes(toolId),
        devices: running ? (await deviceTimes(tx, own.personId)).filter((one) => one.toolId === toolId) : [],
        advice: await adviceOn(tx, named),
        noticeId: await lastNotice(tx, toolId, own.personId),
        dossier: running && answeredValues(await readVersion(tx, running.versionId)),
      };
    });
  }

  /** A version that was on earlier; 404 for one that never was, which is somebody's draft. */
  oldVersion(actor: Actor, toolId: string, number: number): Promise<OldVersionFacts> {
    return this.transactions.read(async (tx) => {
      const { named } = await this.one(tx, actor, toolId, this.clock.now());
      const spells = (await pastVersions(tx, toolId)).filter((past) => past.number === number);
      const [spell] = spells;
      if (!spell) throw notFound();
      const [card] = await this.cards(tx, [{ ...named, ...spell }]);
      if (!card) throw notFound();
      return { card, spells, sheet: await sheetOf(tx, spell.versionId) };
    });
  }

  private async one(tx: Tx, actor: Actor, toolId: string, now: Date) {
    const { own, active, others } = await this.known(tx, actor, now);
    const running = active.find((tool) => tool.toolId === toolId) ?? null;
    const other = others.find((tool) => tool.toolId === toolId) ?? null;
    const named = running ?? other;
    if (!named) throw notFound();
    return { own, running, other, named };
  }

  private async known(tx: Tx, actor: Actor, now: Date) {
    const own = actor.personId === null ? null : await ownFacts(tx, actor.personId);
    if (actor.personId === null || !own) throw notFound();
    const { personId } = actor;
    const today = dayOf(now);
    return { own: { ...own, personId }, active: await activeTools(tx, personId, now), others: await otherTools(tx, personId, today) };
  }

  private async cards(tx: Tx, tools: readonly Named[]): Promise<readonly ToolCard[]> {
    const ids = tools.map(({ versionId }) => versionId);
    const answers = await answersOf(tx, ids);
    const capabilities = await capabilitiesOf(tx, ids);
    const decisions = await decisionsOn(tx, tools);
    const claims = await claimsOn(tx, tools);
    const declared = await declarationsOf(tx, ids);
    return tools.map(({ toolId, toolName, number, enforcement, versionId }) => {
      const dossier = assembleDossier(tidied(answers.filter((row) => row.versionId === versionId)));
      return {
        toolId,
        toolName,
        number,
        enforcement,
        summary: plainSummary(dossier),
        capabilities: allCapabilities(capabilities.filter((row) => row.versionId === versionId)),
        declarations: declared.get(versionId) ?? NOTHING_DECLARED,
        leaseMinutes: dossier.tool?.leaseMinutes ?? null,
        decision: decisions.find((row) => row.toolId === toolId) ?? null,
        claim: claims.find((row) => row.toolId === toolId) ?? null,
      };
    });
  }
}
