import { dayOf, type Day } from '../../../../kernel/clock.js';
import type { Dossier } from '../../../../policy/index.js';
import type { Known } from '../../domain/known.js';
import { grantOf } from './framework.js';
import type { LightConsent } from './light.js';

type Representation = NonNullable<Dossier['representation']>;

/** Days on which the class is evaluated, where it says so. */
export const lightEvaluations = ({ agreed }: LightConsent): readonly Day[] =>
  agreed.limits.flatMap(({ limit }) => (limit.kind === 'evaluate_on' ? [limit.value] : []));

/** What was asked is the framework; what goes along with it is this version's. */
export const lightRequest = ({ framework }: LightConsent, { attached }: Known): NonNullable<Representation['request']> => ({
  submittedOn: dayOf(framework.proposedAt),
  written: true,
  reasons: framework.reasons.trim() !== '',
  consequences: framework.consequences.trim() !== '',
  grounds: framework.grounds,
  attachmentsComplete: attached.dpiaFixed && attached.adviceReceived && attached.agreementsAttached && attached.noticeDraftComplete,
});

/** The consultation was about the framework. */
export const lightMeetings = ({ framework }: LightConsent): readonly Day[] => {
  const metOn = grantOf(framework)?.metOn;
  return metOn ? [metOn] : [];
};

/** What consents is the council's decision on the framework, for this fingerprint: never the days that passed. */
export const lightDecision = (
  { framework }: LightConsent,
  fingerprint: string,
  conditions: NonNullable<Representation['conditions']>,
): Representation => {
  const grant = grantOf(framework);
  if (!grant) return {};
  const said = grant.reasons.trim() !== '';
  return {
    decision: conditions.length > 0 ? 'granted_with_conditions' : 'granted',
    decidedOn: grant.decidedOn,
    decisionWritten: said,
    decisionReasoned: said,
    decidedByBody: grant.votesFor + grant.votesAgainst + grant.votesAbstained > 0,
    conditions,
    expiresOn: framework.endsOn,
    versionHash: fingerprint,
  };
};
