import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { isOver, nullityLastDay } from '../../../policy/index.js';
import { organisationFacts } from '../../people/index.js';
import { standingOf } from '../domain/body.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { unconfirmedMeetings } from '../frameworks/frameworks.repository.js';
import { afterPaths } from './after.paths.js';
import type { Concern } from './concerns.repository.js';
import { listReports } from './effects.repository.js';
import { followUpsOf, type FollowUp } from './domain/follow-up.js';
import { waitingLightRevocations } from './light-revocations.repository.js';
import { listNullities } from './nullity.repository.js';
import { known } from './officers.js';
import { readPending } from './reminders.service.js';
import { listRevocations } from './revocations.repository.js';

const WITH_TASKS: readonly Actor['role'][] = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'privacy_officer'];

/** Who raised it: whoever was last asked about the tool, or else whoever speaks for the staff. */
const withBody = async (tx: Tx, concerns: readonly Pick<Concern, 'id' | 'toolName' | 'asked'>[]) => {
  if (concerns.length === 0) return [];
  const { body } = standingOf(await organisationFacts(tx));
  return concerns.map(({ id, toolName, asked }) => ({ id, toolName, by: asked ?? body }));
};

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
    revocations: [
      ...(await listRevocations(tx))
        .filter(({ revokedAt }) => revokedAt === null)
        .map((one) => ({ ...one, href: afterPaths.revocation(one.id) })),
      ...(await waitingLightRevocations(tx)).map((one) => ({ ...one, href: frameworkPaths.revocation(one.consentId) })),
    ].filter(may),
    concerns: await withBody(tx, concerns),
    meetings: actor.role === 'director' ? await unconfirmedMeetings(tx) : [],
    consents,
  };
  return followUpsOf(facts, actor);
};
