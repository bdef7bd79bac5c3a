import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import { findChannel } from './channels.repository.js';
import { isDueForReminder, mayLift } from './domain/objection-state.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import { actsOf, insertAct, restrictedAfterRejection, undecided } from './objections.repository.js';

@Injectable()
export class ObjectionsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/15 * * * *', { name: 'objections.lift-restrictions', run: (_payload, now) => this.liftRestrictions(now) });
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
        const rejection = (acts.get(id) ?? []).filter(({ kind }) => kind === 'rejected').at(-1);
        if (!rejection || !mayLift(rejection, now)) continue;
        await insertAct(tx, {
          id: newId('a'),
          objectionId: id,
          kind: 'restriction_lifted',
          text: '',
          by: 'system',
          at: now,
          effectiveOn: null,
        });
        await recordConfidential(tx, now, { kind: 'objection.restriction_lifted', objection: id });
      }
    });
  }

  /** One mail to handler and deputy, whatever the number of cases, in the last week before the house's own date and after it. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const open = await undecided(tx);
      const acts = await actsOf(
        tx,
        open.map(({ id }) => id),
      );
      if (!open.some((objection) => isDueForReminder(objection, acts.get(objection.id) ?? [], now))) return;
      const channel = await findChannel(tx, 'objection');
      const named = [channel?.handlerId, channel?.deputyId].filter((id): id is string => Boolean(id));
      await mailPersons(tx, named, caseMail('due', `${this.config.baseUrl}${objectionPaths.list}`));
    });
  }
}
