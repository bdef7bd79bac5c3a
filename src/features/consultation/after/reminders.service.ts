import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { equatedDays, organisationFacts } from '../../people/index.js';
import { standingOf } from '../domain/body.js';
import { stateOf } from '../frameworks/domain/framework.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { listFrameworks } from '../frameworks/frameworks.repository.js';
import { afterPaths } from './after.paths.js';
import { listConcerns } from './concerns.repository.js';
import { noteReminders, standingConsents } from './consents.repository.js';
import { dueOf, type Pending, subjectsOf } from './domain/reminders.js';
import { listNullities, withoutConsent } from './nullity.repository.js';
import { tellRoles } from './tell-employer.js';

export const readPending = async (tx: Tx): Promise<Omit<Pending, 'frameworks'>> => ({
  withoutConsent: standingOf(await organisationFacts(tx)).consents ? await withoutConsent(tx) : [],
  unratified: (await listNullities(tx)).filter(({ ratifiedOn, endedAs }) => ratifiedOn === null && endedAs === null),
  consents: await standingConsents(tx),
  concerns: (await listConcerns(tx)).filter(({ answeredAt }) => answeredAt === null),
  equated: await equatedDays(tx),
});

/** Reminds people of what falls due. It decides nothing: what is not answered stays unanswered. */
@Injectable()
export class FollowUpReminders {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Each reminder goes out once, however late or often this runs; two that fell due together are one mail. */
  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const frameworks = (await listFrameworks(tx)).filter((one) => stateOf(one, dayOf(now)) === 'standing');
      const subjects = subjectsOf({ ...(await readPending(tx)), frameworks });
      const due = subjects.flatMap((subject) => dueOf(subject, dayOf(now)));
      if (due.length === 0) return;
      const fresh = await noteReminders(tx, due, now);
      for (const { kind, subjectId } of fresh) {
        const subject = subjects.find((each) => each.name === kind && each.subjectId === subjectId);
        const page = kind === 'framework' ? frameworkPaths.framework(subjectId) : afterPaths.reviews;
        const url = `${this.config.baseUrl}${page}`;
        if (subject) await tellRoles(tx, subject.roles, { name: `remind.${subject.name}`, url, date: subject.lastDay });
      }
    });
  }
}
