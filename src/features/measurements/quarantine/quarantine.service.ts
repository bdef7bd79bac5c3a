import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { eachOf } from '../../../kernel/each-of.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { enqueue } from '../../../platform/jobs/index.js';
import { onRecord, record, type RecordedAct } from '../../evidence/index.js';
import { mailPersons } from '../../people/index.js';
import { findTool } from '../../tools/index.js';
import { measurementPaths } from '../measurements.paths.js';
import { groundIn } from '../domain/quarantine-ground.js';
import { isOnHold } from '../retention/deletions.repository.js';
import { proveDeletion } from '../retention/prove-deletion.js';
import { quarantineMail } from './quarantine.mail.js';
import { groundOf } from './grounds.repository.js';
import { OPEN_LATE, type Opening, openQuarantine, tellConcerned } from './open-quarantine.js';
import { relock } from './relock.js';
import { askedUntil, holdAll, standingOver } from './standing-locks.js';
import { periodOf, takeRest } from './take-rest.js';
import { tellStoppers } from './tell-stoppers.js';
import { deleteLocked, holdArrivals, isEmptied, putBack } from './locked-data.repository.js';
import {
  concernedBy,
  endQuarantine,
  findQuarantine,
  goesOn,
  isLocked,
  isOff,
  lockQuarantine,
  openQuarantines,
  type QuarantineRow,
  unreachedOf,
} from './quarantine.repository.js';

/** What is said of a tool that is off already. */
const CAUSE_OF: Readonly<Record<string, string>> = { 'nullity.invoked': 'nullity', 'condition.broken': 'condition_broken' };
/** Data whose consent turned out void, ended or exceeded: locked at once, shown to nobody, deleted by a day unless somebody needs it as evidence. */
@Injectable()
export class QuarantineService implements OnModuleInit, OnModuleDestroy {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stopListening = onRecord((tx, now, act) => this.heard(tx, now, act));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /**
   * In the transaction of the act itself: from its commit on nobody sees the data. A nullity and a broken condition count as well for a tool that was off
   * before it; one that this very act suspended was locked by its suspension.
   */
  private async heard(tx: Tx, now: Date, { type, toolId }: RecordedAct): Promise<void> {
    if (!toolId || (type !== 'tool.suspended' && !CAUSE_OF[type])) return;
    if (CAUSE_OF[type] && !(await isOff(tx, toolId))) return;
    const facts = await groundOf(tx, toolId);
    if (facts?.cause === CAUSE_OF[type] && facts?.suspendedAt?.getTime() === now.getTime()) return;
    const ground = facts && groundIn({ ...facts, cause: CAUSE_OF[type] ?? facts.cause }, now);
    if (!ground) return;
    const opening = { toolId, reason: '', ...ground };
    if (!(await openQuarantine(tx, SYSTEM, now, opening, this.config.baseUrl))) await enqueue(tx, OPEN_LATE, opening);
  }

  /** The first that a tool ever sent may have been under way during the act that says it may not stand: then that act saw nothing to lock. */
  openLate(opening: Opening): Promise<void> {
    return this.transactions.run(async (tx) => {
      await holdArrivals(tx, opening.toolId);
      await openQuarantine(tx, SYSTEM, this.clock.now(), opening, this.config.baseUrl);
    });
  }

  /**
   * What came in while the quarantine was opened. Nothing can any more once the tool is off, and nothing of its time once it goes on: of that tool only what
   * was measured before is taken. A figure of a week or month that touches its time goes whole, and is shown no more.
   */
  gather(id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const found = await lockQuarantine(tx, id);
      if (!found || found.ended) return;
      const { toolId, toolName } = found;
      const came = await takeRest(tx, found);
      await tellConcerned(tx, { ...found, from: periodOf(found).from }, toolName, this.config.baseUrl);
      if (came) await record(tx, SYSTEM, this.clock.now(), 'quarantine.gathered', { toolId, subjectId: id });
    });
  }

  /** `isOn`: it goes on being measured. */
  async read(id: string): Promise<QuarantineRow & { readonly onHold: boolean; readonly isOn: boolean }> {
    return this.transactions.read(async (tx) => {
      const found = await findQuarantine(tx, id);
      if (!found) throw notFound();
      const onHold = await isOnHold(tx, found.toolId, dayOf(this.clock.now()));
      return { ...found, onHold, isOn: await goesOn(tx, found) };
    });
  }

  /** Whom somebody has to write to, since no message of ours reaches them. */
  unreached(id: string): Promise<readonly { readonly name: string; readonly staffNumber: string }[]> {
    return this.transactions.read((tx) => unreachedOf(tx, id));
  }

  today(): Day {
    return dayOf(this.clock.now());
  }

  /** Locks a period by hand: a court said so, or somebody found that more was measured than agreed. */
  open(actor: Actor, opening: Opening): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      if (!(await findTool(tx, opening.toolId))) throw notFound();
      if (opening.fromOn > dayOf(now)) throw unusable('fromOn', 'retention.day_to_come');
      await holdArrivals(tx, opening.toolId);
      const id = await openQuarantine(tx, actor, now, opening, this.config.baseUrl);
      if (!id) throw unusable('fromOn', (await isLocked(tx, opening.toolId)) ? 'quarantine.already' : 'quarantine.nothing');
      if (!(await isOff(tx, opening.toolId))) await tellStoppers(tx, { id, baseUrl: this.config.baseUrl });
      return id;
    });
  }

  /** Deletes what nobody asked to keep, after everybody could ask. */
  delete(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const quarantine = await this.openOr404(tx, id);
      const today = dayOf(this.clock.now());
      if (today <= (await askedUntil(tx, quarantine))) throw refused('quarantine.asking');
      if (await isOnHold(tx, quarantine.toolId, today)) throw refused('quarantine.on_hold');
      if (!(await this.empty(tx, actor, quarantine))) throw refused('quarantine.kept');
    });
  }

  /** The ground fell away, as when a court held that the council could not invoke nullity: the data is as it was, but for what another lock covers. */
  lift(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const quarantine = await this.openOr404(tx, id);
      const { toolId } = quarantine;
      const now = this.clock.now();
      await putBack(tx, id);
      await endQuarantine(tx, { id, kind: 'lifted', reason, by: actor.personId, role: actor.role, at: now });
      await record(tx, actor, now, 'quarantine.lifted', { toolId, subjectId: id });
      const told = (await relock(tx, actor, now, quarantine, this.config.baseUrl)) ? 'liftedPartly' : 'lifted';
      await mailPersons(
        tx,
        await concernedBy(tx, id),
        quarantineMail(told, { ...quarantine, url: this.config.baseUrl + measurementPaths.mine }),
      );
    });
  }

  /** The deadline passed: what nobody keeps goes by itself, and one that cannot go now keeps no other. Safe to run again. */
  async deleteDue(): Promise<void> {
    const today = dayOf(this.clock.now());
    const due = (await this.transactions.read(openQuarantines)).filter(({ deleteBy }) => deleteBy < today);
    await eachOf(due, ({ id }) => this.deleteOverdue(id, today));
  }

  private deleteOverdue(id: string, today: Day): Promise<void> {
    return this.transactions.run(async (tx) => {
      const quarantine = await lockQuarantine(tx, id);
      if (!quarantine || quarantine.ended) return;
      await holdAll(tx, quarantine.toolId);
      if (today <= (await askedUntil(tx, quarantine)) || (await isOnHold(tx, quarantine.toolId, today))) return;
      await this.empty(tx, SYSTEM, quarantine);
    });
  }

  /** True when anything went, or nothing was left. It does not end while somebody keeps under it what lies under another lock. */
  private async empty(tx: Tx, actor: Actor, quarantine: QuarantineRow): Promise<boolean> {
    const { id, toolId, untilAt } = quarantine;
    const now = this.clock.now();
    const standing = await standingOver(tx, quarantine);
    await takeRest(tx, quarantine);
    const { gone, any } = await deleteLocked(tx, id, standing);
    await proveDeletion(tx, actor, now, 'quarantine', gone, dayOf(untilAt));
    const keepsElsewhere = quarantine.isKept && standing.length > 0;
    if (keepsElsewhere || !(await isEmptied(tx, periodOf(quarantine)))) return any;
    await endQuarantine(tx, { id, kind: 'deleted', reason: '', by: actor.personId, role: actor.role, at: now });
    await record(tx, actor, now, 'quarantine.emptied', { toolId, subjectId: id });
    return true;
  }

  private async openOr404(tx: Tx, id: string): Promise<QuarantineRow> {
    const quarantine = await lockQuarantine(tx, id);
    if (!quarantine) throw notFound();
    if (quarantine.ended) throw refused('quarantine.over');
    await holdAll(tx, quarantine.toolId);
    return quarantine;
  }
}
