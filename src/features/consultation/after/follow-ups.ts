import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { isOver, nullityLastDay } from '../../../policy/index.js';
import { listReports } from './effects.repository.js';
import { followUpsOf, type FollowUp } from './domain/follow-up.js';
import { listNullities } from './nullity.repository.js';
import { known } from './officers.js';
import { readPending } from './reminders.service.js';
import { listRevocations } from './revocations.repository.js';

const WITH_TASKS: readonly Actor['role'][] = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'privacy_officer'];

/** What waits for this person after decisions, in a number of queries that does not grow. */
export const followUps = async (tx: Tx, actor: Actor, now: Date): Promise<readonly FollowUp[]> => {
  if (!WITH_TASKS.includes(actor.role)) return [];
  const { withoutConsent, consents, concerns, equated } = await readPending(tx);
  const may = await known(tx, actor);
  const facts = {
    today: dayOf(now),
    terms: withoutConsent.filter((one) => may(one) && !isOver(nullityLastDay(dayOf(one.at), equated), now)),
    nullities: (await listNullities(tx)).filter((one) => may(one) && one.endedAs === null),
    reports: (await listReports(tx)).filter(may),
    revocations: (await listRevocations(tx)).filter((one) => may(one) && one.revokedAt === null),
    concerns,
    consents,
  };
  return followUpsOf(facts, actor);
};
