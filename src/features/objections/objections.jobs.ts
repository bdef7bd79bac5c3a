import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../../kernel/clock.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { dutiesOf } from './domain/duties.js';
import { isDueForReminder, mayLift, objectionState, tellingOf } from './domain/objection-state.js';
import { objectionPaths } from './objections.paths.js';
import { actsOf, owingDuties, restrictedAfterRejection, undecided } from './objections.repository.js';
import { doneDuties, unacknowledged } from './procedure.repository.js';
import { remindHandlers } from './who-handles.js';
import { tellPersons, writeAct } from './write-act.js';

@Injectable()
export class ObjectionsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/15 * * * *', { name: 'objections.lift-restrictions', run: (_payload, now) => this.liftRestrictions(now) });
    this.registry.addRegular('15 13 * * 1-5', { name: 'objections.acknowledge', run: (_payload, now) => this.acknowledge(now) });
    this.registry.addRegular('30 6 * * 1-5', { name: 'objections.remind', run: (_payload, now) => this.remind(now) });
  }

  /** A rejection's restriction ends when its day has come and seven days have passed since it was told. */
  liftRestrictions(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const restricted = await restrictedAfterRejection(tx);
      const acts = await actsOf(
        tx,
        restricted.map(({ id }) => id),
      );
      for (const { id } of restricted) {
        const telling = tellingOf(acts.get(id) ?? []);
        if (telling && mayLift(telling, now)) await writeAct(tx, now, { objectionId: id, kind: 'restriction_lifted', by: 'system' });
      }
    });
  }

  /** Receipt that nobody confirmed by the second working day is confirmed by the system, with the ways that stay open. */
  acknowledge(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const waiting = (await unacknowledged(tx)).filter(
        ({ lodgedAt }) => dayOf(now) >= objectionState({ lodgedAt, converted: false }, [], now).acknowledgeBy,
      );
      for (const { id } of waiting) await writeAct(tx, now, { objectionId: id, kind: 'acknowledged', by: 'system' });
      const persons = [...new Set(waiting.map(({ personId }) => personId))];
      if (persons.length > 0) await tellPersons(tx, persons, `${this.config.baseUrl}${objectionPaths.mine}`);
    });
  }

  /** One mail to handler and deputy, whatever the number of cases: near the house's own date and after it, and while a duty is overdue. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const open = [...(await undecided(tx)), ...(await owingDuties(tx))];
      const ids = open.map(({ id }) => id);
      const [acts, done] = [await actsOf(tx, ids), await doneDuties(tx, ids)];
      const isLate = (objection: (typeof open)[number]): boolean => {
        const own = acts.get(objection.id) ?? [];
        const decidedAt = own.find(({ kind }) => kind === 'upheld')?.at ?? null;
        const state = objectionState(objection, own, now).name;
        const facts = { state, lodgedAt: objection.lodgedAt, decidedAt, done: done.get(objection.id) ?? [], now };
        return isDueForReminder(objection, own, now) || dutiesOf(facts).some(({ isOverdue }) => isOverdue);
      };
      const late = open.filter(isLate).map(({ personId }) => personId);
      if (late.length > 0) await remindHandlers(tx, 'objection', late, `${this.config.baseUrl}${objectionPaths.list}`);
    });
  }
}
