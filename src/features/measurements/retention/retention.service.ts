import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import { addDays, type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record, recordConfidential } from '../../evidence/index.js';
import { findTool } from '../../tools/index.js';
import { RetentionPlans } from '../retention-plan.js';
import { endHold, findHold, type HoldRow, insertCriterion, insertHold } from './criteria.repository.js';
import { deleteMeasuredOf } from './delete-measured.js';
import {
  addPartition,
  dropPartition,
  hadTurn,
  holdDeletion,
  isOnHold,
  partitionsDue,
  postponeHeld,
  toolsMeasured,
} from './deletions.repository.js';
import { holdArrivals } from '../quarantine/locked-data.repository.js';
import { addUpArrivals, postponeArrived, takeArrivedOn } from './arrivals.repository.js';
import { proveDeletion, together } from './prove-deletion.js';
import { purposesKept } from './purposes-kept.js';
import { deleteReleased, setAsideOn } from './restricted.repository.js';

/** What may not go yet is looked at again after a month. */
const LOOK_AGAIN_DAYS = 30;
const LONGEST_HOLD_DAYS = 366;
/** No agent sends later than this. */
const ARRIVES_WITHIN_DAYS = 3;

/** Deletes what was kept long enough, and proves it (GDPR 5(1)(e)). A legal hold, and a restriction of processing, keep data from it. */
@Injectable()
export class RetentionService {
  private readonly plans = new RetentionPlans();

  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Drops the partitions whose day has come, and deletes what stricter rules than those of the day of arrival no longer allow. */
  async deleteDue(): Promise<void> {
    const today = dayOf(this.clock.now());
    await this.transactions.run((tx) => addUpArrivals(tx, addDays(today, -ARRIVES_WITHIN_DAYS)));
    for (const day of await this.transactions.read((tx) => partitionsDue(tx, today))) await this.dropDay(day);
    for (const toolId of await this.transactions.read(toolsMeasured)) await this.deleteOf(toolId);
    await this.release();
  }

  private dropDay(day: Day): Promise<void> {
    return this.transactions.run(async (tx) => {
      await holdDeletion(tx);
      const now = this.clock.now();
      const later = addDays(dayOf(now), LOOK_AGAIN_DAYS);
      await addPartition(tx, later);
      await postponeHeld(tx, day, dayOf(now), later);
      const kept = await postponeArrived(tx, day, dayOf(now), later);
      await setAsideOn(tx, day);
      const gone = await takeArrivedOn(tx, day);
      await dropPartition(tx, day);
      await proveDeletion(tx, SYSTEM, now, 'maximum', together([...kept, ...gone]), day);
    });
  }

  /** Of whom nothing is restricted any more, and no hold keeps it: what should have gone before goes now. No number of it is told. */
  private release(): Promise<void> {
    return this.transactions.run(async (tx) => {
      await holdDeletion(tx);
      const now = this.clock.now();
      if (await deleteReleased(tx, dayOf(now))) await recordConfidential(tx, now, { kind: 'measurements.released' });
    });
  }

  private deleteOf(toolId: string): Promise<unknown> {
    return this.transactions.run(async (tx) => {
      await holdDeletion(tx);
      return this.deleteNow(tx, SYSTEM, toolId, !(await hadTurn(tx, toolId, dayOf(this.clock.now()))));
    });
  }

  /** Answers whether the criterion of a purpose took anything away. What comes late after one goes once a day, so that no proof tells the hour in which it came. */
  private async deleteNow(tx: Tx, actor: Actor, toolId: string, ended: boolean): Promise<boolean> {
    const now = this.clock.now();
    const { maximum, criterion } = await deleteMeasuredOf(tx, toolId, this.plans, { today: dayOf(now), ended });
    await proveDeletion(tx, actor, now, 'criterion', together(criterion));
    await proveDeletion(tx, SYSTEM, now, 'maximum', together(maximum));
    return criterion.some(({ due, rollups }) => due + rollups > 0);
  }

  /**
   * The event happened that ends the need for a purpose's data: what was measured up to that day goes at once. Answers what became of it: gone, kept for a case, or
   * nothing that is needed for no other purpose.
   */
  recordCriterion(actor: Actor, toolId: string, purpose: string, happenedOn: Day): Promise<'gone' | 'held' | 'nothing'> {
    return this.transactions.run(async (tx) => {
      await toolOr404(tx, toolId);
      const now = this.clock.now();
      if (!(await purposesKept(tx, toolId)).some(({ code }) => code === purpose)) throw unusable('purpose', 'retention.purpose_unknown');
      if (happenedOn > dayOf(now)) throw unusable('happenedOn', 'retention.day_to_come');
      const id = newId('x');
      await holdDeletion(tx);
      await holdArrivals(tx, toolId);
      await insertCriterion(tx, { id, toolId, purpose, happenedOn, by: actor.personId ?? '', at: now });
      await record(tx, actor, now, 'retention-criterion.happened', { toolId, subjectId: id }, { purpose, on: happenedOn });
      const isGone = await this.deleteNow(tx, actor, toolId, true);
      if (isGone) return 'gone';
      return (await isOnHold(tx, toolId, dayOf(now))) ? 'held' : 'nothing';
    });
  }

  /** Keeps a tool's data from being deleted, for a reason and until a day: somebody needs it in court. */
  placeHold(actor: Actor, toolId: string, reason: string, endsOn: Day): Promise<string> {
    return this.transactions.run(async (tx) => {
      await toolOr404(tx, toolId);
      const now = this.clock.now();
      if (endsOn <= dayOf(now) || endsOn > addDays(dayOf(now), LONGEST_HOLD_DAYS)) throw unusable('endsOn', 'retention.hold_end');
      const [id, reference] = [newId('h'), newReference()];
      await holdDeletion(tx);
      await insertHold(tx, { id, toolId, reason, endsOn, by: actor.personId ?? '', at: now, reference });
      await record(tx, actor, now, 'legal-hold.placed', { toolId, subjectId: id }, { endsOn, reference });
      return reference;
    });
  }

  async hold(id: string): Promise<HoldRow> {
    const hold = await this.transactions.read((tx) => findHold(tx, id));
    if (!hold) throw notFound();
    return hold;
  }

  /** Answers the tool. What should have gone meanwhile goes at the next round. */
  endHold(actor: Actor, id: string, reason: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const hold = await findHold(tx, id);
      if (!hold) throw notFound();
      const now = this.clock.now();
      if (!(await endHold(tx, { id, reason, by: actor.personId ?? '', at: now }))) throw refused('retention.hold_over');
      await record(tx, actor, now, 'legal-hold.ended', { toolId: hold.toolId, subjectId: id });
      return hold.toolId;
    });
  }
}

const toolOr404 = async (tx: Tx, toolId: string): Promise<void> => {
  if (!(await findTool(tx, toolId))) throw notFound();
};
