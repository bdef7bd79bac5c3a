import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import { closesAt, stageOf, tellBy } from './domain/course.js';
import { individualMail } from './individual.mail.js';
import { individualPaths } from './individual.paths.js';
import { insertAct, lockView, type ToldHow, untoldViews, type ViewRow } from './individual.repository.js';

export interface Telling {
  readonly text: string;
  readonly how?: ToldHow;
  readonly doneOn?: Day;
}

/** Telling the person afterwards. The duty ends by the telling itself, and by nothing else: whoever leaves it undone finds that the system did it. */
@Injectable()
export class TellingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /**
   * The privacy officer tells in own words what came of it. Any of them may: who asked can have left. Whoever no message reaches is told by a letter or in
   * person, and the duty stands until somebody says when.
   */
  tell(actor: Actor, id: string, telling: Telling): Promise<void> {
    return this.transactions.run(async (tx) => {
      const view = await lockView(tx, id);
      if (!view || view.personId === actor.personId) throw notFound();
      const stage = stageOf(view, this.clock.now());
      if (stage === 'open' || stage === 'waiting') throw refused('individual.still-open');
      if (stage !== 'over') throw refused('individual.nothing-to-tell');
      this.mustReach(view, telling);
      await this.write(tx, actor, view, telling);
    });
  }

  private mustReach(view: ViewRow, { how, doneOn }: Telling): void {
    if (view.isReachable) {
      if (how || doneOn) throw unusable('how', 'individual.reachable');
      return;
    }
    if (!how) throw unusable('how', 'individual.how-needed');
    const closed = closesAt(view);
    if (!doneOn || doneOn > dayOf(this.clock.now()) || (closed && doneOn < dayOf(closed))) throw unusable('doneOn', 'individual.told-then');
  }

  /** On the day after the last, without words of anybody: who, when and why stand on the page. Not to whom no page reaches. Run every hour. */
  async tellDue(): Promise<void> {
    let batch = await this.transactions.read((tx) => untoldViews(tx, null));
    while (batch.length > 0) {
      for (const { id } of batch.filter((view) => this.isDue(view))) await this.tellItself(id);
      const last = batch.at(-1)?.id ?? null;
      batch = await this.transactions.read((tx) => untoldViews(tx, last));
    }
  }

  private tellItself(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const view = await lockView(tx, id);
      if (view && this.isDue(view)) await this.write(tx, SYSTEM, view, { text: '' });
    });
  }

  private isDue(view: ViewRow): boolean {
    const now = this.clock.now();
    const last = tellBy(view);
    return view.isReachable && last !== null && stageOf(view, now) === 'over' && dayOf(now) > last;
  }

  private async write(tx: Tx, actor: Actor, view: ViewRow, { text, how, doneOn }: Telling): Promise<void> {
    const now = this.clock.now();
    await insertAct(tx, { viewId: view.id, kind: 'told', text, by: actor.personId, role: actor.role, at: now, how, doneOn });
    await mailPersons(tx, [view.personId], individualMail('told', view.toolName, this.config.baseUrl + individualPaths.told));
    const { id, personId, reference } = view;
    await record(
      tx,
      actor,
      now,
      'individual.told',
      { subjectId: id, personId },
      { byItself: actor.personId === null, how: how ?? 'page', reference },
    );
  }
}
