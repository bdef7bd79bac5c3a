import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock, Day } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import { noRetaliationRule } from './channels.repository.js';
import { type ActKind, restrictionEndsOn } from './domain/objection-state.js';
import { lodgeObjection } from './lodge-objection.js';
import { objectionView, objectionViews, type ObjectionView } from './objection-views.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import {
  enforcementOf,
  findObjection,
  insertAct,
  lockObjection,
  lockPersonAndTool,
  type Objection,
  type ObjectableTool,
  objectableTools,
  objectionsFor,
  objectionsOf,
} from './objections.repository.js';
import { mayHandle, tellHandlers } from './who-handles.js';

export interface Choices {
  readonly tools: readonly ObjectableTool[];
  readonly rule: string | null;
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

  /** Whether a lease keeps the tool, or IT's word. */
  enforcementOf(toolId: string): Promise<'native' | 'attested'> {
    return this.transactions.read(async (tx) => (await enforcementOf(tx, [toolId])).get(toolId) ?? 'attested');
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
      return once(tx, now, asked, () => lodgeObjection(tx, now, { personId, tool, situation, baseUrl: this.config.baseUrl }));
    });
  }

  own(actor: Actor): Promise<readonly ObjectionView[]> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => objectionViews(tx, await objectionsOf(tx, personId), this.clock.now()));
  }

  ownOne(actor: Actor, id: string): Promise<ObjectionView> {
    return this.transactions.read(async (tx) => {
      const objection = await findObjection(tx, id);
      if (!objection || objection.personId !== actor.personId) throw notFound();
      return this.viewOf(tx, objection);
    });
  }

  /** The person no longer objects: the pause ends at once. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await lockObjection(tx, id);
      if (!objection || objection.personId !== actor.personId) throw notFound();
      const { state } = await this.viewOf(tx, objection);
      if (!state.isPaused) throw refused('objection.over');
      await this.act(tx, objection, actor, 'withdrawn', '');
      await tellHandlers(tx, 'objection', objection.personId, this.url(objectionPaths.list));
    });
  }

  handled(actor: Actor): Promise<readonly ObjectionView[]> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => objectionViews(tx, await objectionsFor(tx, personId), this.clock.now()));
  }

  handledOne(actor: Actor, id: string): Promise<ObjectionView> {
    return this.transactions.run(async (tx) => this.viewOf(tx, await this.toHandle(tx, actor, id)));
  }

  acknowledge(actor: Actor, id: string, message: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await this.toHandle(tx, actor, id);
      const { state } = await this.viewOf(tx, objection);
      if (state.name !== 'received') throw refused(state.isOpen ? 'objection.acknowledged' : 'objection.decided');
      await this.act(tx, objection, actor, 'acknowledged', message);
    });
  }

  /** Two more months, told with the reason within the first. The pause goes on. */
  extend(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await this.toHandle(tx, actor, id);
      const { state } = await this.viewOf(tx, objection);
      if (!state.isOpen) throw refused('objection.decided');
      if (!state.mayExtend) throw refused(state.name === 'extended' ? 'objection.extended' : 'objection.month_over');
      await this.act(tx, objection, actor, 'extended', reason);
    });
  }

  /** Upheld: never measured again. Rejected: told first, measured again after seven days at the earliest. */
  decide(actor: Actor, id: string, decision: 'upheld' | 'rejected', reasons: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await this.toHandle(tx, actor, id);
      const { state } = await this.viewOf(tx, objection);
      if (!state.isOpen) throw refused('objection.decided');
      await this.act(tx, objection, actor, decision, reasons, decision === 'rejected' ? restrictionEndsOn(this.clock.now()) : null);
    });
  }

  private async toHandle(tx: Tx, actor: Actor, id: string): Promise<Objection> {
    const objection = await lockObjection(tx, id);
    if (!objection || objection.converted || !(await mayHandle(tx, 'objection', actor.personId, objection.personId))) throw notFound();
    return objection;
  }

  private async act(
    tx: Tx,
    objection: Objection,
    actor: Actor,
    kind: ActKind,
    text: string,
    effectiveOn: Day | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    await insertAct(tx, { id: newId('a'), objectionId: objection.id, kind, text, by: actor.personId ?? actor.role, at: now, effectiveOn });
    await recordConfidential(tx, now, { kind: `objection.${kind}`, objection: objection.id });
    if (kind !== 'withdrawn') await mailPersons(tx, [objection.personId], caseMail('news', this.url(objectionPaths.own(objection.id))));
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
