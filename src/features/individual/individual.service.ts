import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock, Day } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked, idOfStaffNumber, mailPersons } from '../people/index.js';
import { lockTool } from '../tools/index.js';
import { closesAt, type Stage, stageOf, tellBy } from './domain/course.js';
import { type May, mayDo, seesView } from './domain/sight.js';
import { individualMail } from './individual.mail.js';
import { individualPaths } from './individual.paths.js';
import {
  askableTools,
  findView,
  insertAct,
  insertView,
  listViews,
  lockView,
  looksOf,
  unfinishedOf,
  type ViewAct,
  type ViewRow,
} from './individual.repository.js';
import { openDeclaration } from './open-declaration.js';
import { secondsNamed } from './seconds.repository.js';
import { watchersOf } from './watchers.js';

export interface ReadView {
  readonly view: ViewRow;
  readonly stage: Stage;
  readonly closesAt: Date | null;
  readonly tellBy: Day | null;
  readonly looks: readonly Date[];
  readonly may: May;
  readonly identity: IdentityAsked;
}
export interface Asking {
  readonly toolId: string;
  readonly staffNumber: string;
  readonly reason: string;
  readonly key: string | undefined;
}

const personIn = ({ personId }: Actor): string => {
  if (!personId) throw notFound();
  return personId;
};
/** Questions that bind nobody any more. */
const DONE: readonly Stage[] = ['lapsed', 'refused', 'told'];

/** Looking at one person, where the approved version says so: one asks, another whom the council named opens it, for hours. */
@Injectable()
export class IndividualService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Every view that this reader may know the person of; for the council without names, on a page of its own. */
  list(actor: Actor): Promise<readonly { readonly view: ViewRow; readonly stage: Stage }[]> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      return (await listViews(tx, personIn(actor))).map((view) => ({ view, stage: stageOf(view, now) }));
    });
  }

  /** What can be asked about, and whether somebody is named who could open it. */
  askable({ personId }: Actor): Promise<{ readonly tools: Awaited<ReturnType<typeof askableTools>>; readonly hasSecond: boolean }> {
    return this.transactions.read(async (tx) => {
      return { tools: await askableTools(tx), hasSecond: (await secondsNamed(tx)).some((one) => one.personId !== personId) };
    });
  }

  read(actor: Actor, id: string): Promise<ReadView> {
    return this.transactions.read(async (tx) => {
      const view = await findView(tx, id);
      const { stage, isSecond } = await this.standing(tx, actor, view);
      if (!view) throw notFound();
      return {
        view,
        stage,
        closesAt: closesAt(view),
        tellBy: tellBy(view),
        looks: await looksOf(tx, id),
        may: mayDo(view, stage, actor, isSecond),
        identity: await identityAsked(tx, this.clock.now(), actor),
      };
    });
  }

  /** Asks to look at one person. Whether there is anything to see of this person is not looked at, and never said. */
  ask(actor: Actor, { toolId, staffNumber, reason, key }: Asking): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [now, by] = [this.clock.now(), personIn(actor)];
      return once(tx, now, { personId: by, route: 'individual.ask', key, body: { toolId, staffNumber, reason } }, async () => {
        const tool = (await askableTools(tx)).find((one) => one.toolId === toolId);
        if (!tool) throw unusable('tool', 'individual.tool-unknown');
        await lockTool(tx, toolId);
        const declared = await openDeclaration(tx, tool, actor.role, now);
        if (!declared) throw refused('individual.closed');
        const personId = await idOfStaffNumber(tx, staffNumber.trim());
        if (!personId) throw unusable('staffNumber', 'individual.staff-unknown');
        if (personId === by) throw unusable('staffNumber', 'individual.self');
        const earlier = await unfinishedOf(tx, toolId, personId);
        if (earlier.some((view) => !DONE.includes(stageOf(view, now)))) throw refused('individual.already');
        const seconds = (await secondsNamed(tx)).filter((second) => second.personId !== by);
        if (seconds.length === 0) throw refused('individual.no-second');
        await watchersOf(tx, personId);
        const [id, reference] = [newId('v'), newReference()];
        await insertView(tx, { id, tool, personId, declared, reason, by, at: now, reference });
        const others = seconds.map((second) => second.personId).filter((second) => second !== personId);
        await this.mail(tx, others, 'asked', { id, toolName: tool.toolName });
        await record(
          tx,
          actor,
          now,
          'individual.asked',
          { subjectId: id },
          { grounds: declared.grounds, hours: declared.maxHours, reference },
        );
        return id;
      });
    });
  }

  /** The second person opens it, from an account of their own, and says again who they are. The DPO is told at once. */
  open(actor: Actor, id: string, identity: Identity): Promise<void> {
    return this.act(actor, id, async (tx, now, { view, stage, may }) => {
      if (!may.open) throw stage === 'waiting' ? notFound() : refused('individual.not-waiting');
      await lockTool(tx, view.toolId);
      if (!(await openDeclaration(tx, view, 'privacy_officer', now))) throw refused('individual.closed');
      const officers = await watchersOf(tx, view.personId);
      await confirmIdentity(tx, now, actor, identity);
      await this.write(tx, actor, { viewId: id, kind: 'opened', text: '', at: now }, view.reference);
      await this.mail(tx, officers, 'opened', view);
    });
  }

  refuse(actor: Actor, id: string, text: string): Promise<void> {
    return this.act(actor, id, async (tx, now, { view, stage, may }) => {
      if (!may.open) throw stage === 'waiting' ? notFound() : refused('individual.not-waiting');
      await this.write(tx, actor, { viewId: id, kind: 'refused', text, at: now }, view.reference);
      await this.mail(tx, [view.askedBy], 'refused', view);
    });
  }

  /** Who asked ends it when it was enough; the DPO can end it at any moment. */
  end(actor: Actor, id: string): Promise<void> {
    return this.act(actor, id, async (tx, now, { view, stage, may }) => {
      if (!may.end) throw stage === 'waiting' || stage === 'open' ? notFound() : refused('individual.ended');
      await this.write(tx, actor, { viewId: id, kind: 'ended', text: '', at: now }, view.reference);
    });
  }

  private act(
    actor: Actor,
    id: string,
    work: (tx: Tx, now: Date, found: { view: ViewRow; stage: Stage; may: May }) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const view = await lockView(tx, id);
      const { stage, isSecond } = await this.standing(tx, actor, view);
      if (!view) throw notFound();
      await work(tx, this.clock.now(), { view, stage, may: mayDo(view, stage, actor, isSecond) });
    });
  }

  private async standing(tx: Tx, actor: Actor, view: ViewRow | null): Promise<{ stage: Stage; isSecond: boolean }> {
    if (!view) throw notFound();
    const stage = stageOf(view, this.clock.now());
    const isSecond = (await secondsNamed(tx)).some(({ personId }) => personId === actor.personId);
    if (!seesView(view, stage, actor, isSecond)) throw notFound();
    return { stage, isSecond };
  }

  private async write(tx: Tx, actor: Actor, act: Omit<ViewAct, 'by' | 'role'>, reference: string): Promise<void> {
    await insertAct(tx, { ...act, by: actor.personId, role: actor.role });
    await record(tx, actor, act.at, `individual.${act.kind}`, { subjectId: act.viewId }, { reference });
  }

  private mail(
    tx: Tx,
    to: readonly string[],
    kind: 'asked' | 'refused' | 'opened',
    { id, toolName }: Pick<ViewRow, 'id' | 'toolName'>,
  ): Promise<void> {
    return mailPersons(tx, to, individualMail(kind, toolName, this.config.baseUrl + individualPaths.one(id)));
  }
}
