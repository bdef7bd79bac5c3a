import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import type { WayOut, WithoutCover } from '../../policy/index.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { idOfStaffNumber } from '../people/index.js';
import { dossierFacts, latestVersion, readVersion, withoutCover } from '../tools/index.js';
import { noRetaliationRule } from './channels.repository.js';
import { restrictionEndsOn } from './domain/objection-state.js';
import { rightToObject } from './domain/right-to-object.js';
import { lodgeObjection, type Lodging } from './lodge-objection.js';
import { objectionView, objectionViews, type ObjectionView } from './objection-views.js';
import { objectionPaths } from './objections.paths.js';
import {
  findObjection,
  lockObjection,
  lockPersonAndTool,
  type Objection,
  type ObjectableTool,
  type NamedTool,
  objectableTools,
  objectionsOf,
  toolsAnybodyKnows,
  waysOutOf,
} from './objections.repository.js';
import { type Decision, findDecision } from './procedure.repository.js';
import { tellHandlers } from './who-handles.js';
import { writeAct } from './write-act.js';

export interface Choices {
  readonly tools: readonly ObjectableTool[];
  readonly rule: string | null;
}

/** What an objection to a tool would come to. */
export interface Outlook {
  readonly becomesComplaint: boolean;
  /** Why nobody is left out by lot; null where some are, so that absence proves nothing. */
  readonly withoutCover: WithoutCover | null;
}

export interface OwnView extends ObjectionView {
  readonly decision: Decision | null;
  /** The tool decides by itself, so that the rights of GDPR 22(3) come with it. */
  readonly byMachine: boolean;
}

@Injectable()
export class ObjectionsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  choices(actor: Actor): Promise<Choices> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => ({ tools: await objectableTools(tx, personId), rule: await noRetaliationRule(tx) }));
  }

  /** How one person gets out of the tool. */
  wayOutOf(toolId: string): Promise<WayOut> {
    return this.transactions.read(async (tx) => (await waysOutOf(tx, [toolId])).get(toolId) ?? 'order');
  }

  /** Without a right to object to it, it goes on as a complaint; and whether it can be noticed that somebody is measured no more. */
  outlook({ versionId }: Pick<ObjectableTool, 'versionId'>): Promise<Outlook> {
    return this.transactions.read(async (tx) => {
      const version = await readVersion(tx, versionId);
      const today = dayOf(this.clock.now());
      return { becomesComplaint: !rightToObject(dossierFacts(version)), withoutCover: await withoutCover(tx, version, today) };
    });
  }

  /** Takes the person out of scope at once. Answers the objection's id; an open one to the same tool stays the only one. */
  lodge(actor: Actor, toolId: string, situation: string, key: string | undefined): Promise<string> {
    const personId = personOf(actor);
    return this.transactions.run(async (tx) => {
      await lockPersonAndTool(tx, personId, toolId);
      const now = this.clock.now();
      const tool = (await objectableTools(tx, personId)).find((one) => one.toolId === toolId);
      if (!tool) throw unusable('tool', 'objection.tool_unknown');
      const asked = { personId, route: 'objections.lodge', key, body: { toolId, situation } };
      return once(tx, now, asked, () => this.lodgeOnce(tx, now, { personId, tool, situation, lodgedBy: null }));
    });
  }

  /** The confidential adviser sends it for somebody who asked for that; the person hears at once and can take it back. Answers the reference. */
  lodgeFor(actor: Actor, given: { staffNumber: string; toolId: string; situation: string }, key: string | undefined): Promise<string> {
    const adviserId = personOf(actor);
    return this.transactions.run(async (tx) => {
      if (actor.role !== 'trusted_person') throw notFound();
      const personId = (await idOfStaffNumber(tx, given.staffNumber)) ?? '';
      await lockPersonAndTool(tx, personId, given.toolId);
      const now = this.clock.now();
      const tool = (await objectableTools(tx, personId)).find((one) => one.toolId === given.toolId);
      if (!tool || personId === adviserId) throw unusable('staffNumber', 'objection.behalf_unknown');
      const asked = { personId: adviserId, route: 'objections.lodge-for', key, body: { ...given } };
      const { situation } = given;
      const id = await once(tx, now, asked, () => this.lodgeOnce(tx, now, { personId, tool, situation, lodgedBy: adviserId }));
      return (await findObjection(tx, id))?.reference ?? '';
    });
  }

  private lodgeOnce(tx: Tx, now: Date, lodging: Omit<Lodging, 'baseUrl'>): Promise<string> {
    return lodgeObjection(tx, now, { ...lodging, baseUrl: this.config.baseUrl });
  }

  /** What the adviser can name: every tool that somebody was told about, or that runs without consent. */
  everyTool(): Promise<readonly NamedTool[]> {
    return this.transactions.read((tx) => toolsAnybodyKnows(tx));
  }

  own(actor: Actor): Promise<readonly ObjectionView[]> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => objectionViews(tx, await objectionsOf(tx, personId), this.clock.now()));
  }

  /** The person's own objection. Reading a rejection that no mail could carry is being told of it: from then the seven days run. */
  ownOne(actor: Actor, id: string): Promise<OwnView> {
    return this.transactions.run(async (tx) => {
      const objection = await this.ofPerson(tx, actor, id);
      const seen = await this.viewOf(tx, objection);
      if (seen.state.isUntold) await this.noteReading(tx, actor, objection);
      const view = seen.state.isUntold ? await this.viewOf(tx, objection) : seen;
      const { automatedDecisions } = dossierFacts(await latestVersion(tx, objection.toolId)).tool ?? {};
      return {
        ...view,
        decision: await findDecision(tx, id),
        byMachine: automatedDecisions?.solelyAutomated === true,
      };
    });
  }

  private noteReading(tx: Tx, actor: Actor, { id }: Objection): Promise<void> {
    const now = this.clock.now();
    return writeAct(tx, now, { objectionId: id, kind: 'told', by: personOf(actor), effectiveOn: restrictionEndsOn(now) });
  }

  /** An answer to the handler's one question. */
  answer(actor: Actor, id: string, words: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await this.ofPerson(tx, actor, id);
      const { state } = await this.viewOf(tx, objection);
      if (!state.mayAnswer) throw refused('objection.not_asked');
      await writeAct(tx, this.clock.now(), { objectionId: id, kind: 'answered', by: personOf(actor), text: words });
      await tellHandlers(tx, 'objection', objection.personId, this.url(objectionPaths.list));
    });
  }

  /** The person no longer objects: the pause ends at once. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await this.ofPerson(tx, actor, id);
      const { state } = await this.viewOf(tx, objection);
      if (!state.isPaused) throw refused('objection.over');
      await writeAct(tx, this.clock.now(), { objectionId: id, kind: 'withdrawn', by: personOf(actor) });
      await tellHandlers(tx, 'objection', objection.personId, this.url(objectionPaths.list));
    });
  }

  private async ofPerson(tx: Tx, actor: Actor, id: string): Promise<Objection> {
    const objection = await lockObjection(tx, id);
    if (!objection || objection.personId !== actor.personId) throw notFound();
    return objection;
  }

  private viewOf(tx: Tx, objection: Objection): Promise<ObjectionView> {
    return objectionView(tx, objection, this.clock.now());
  }

  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw notFound();
  return actor.personId;
};
