import { addDays, type Day } from '../../../../kernel/clock.js';
import type { Actor } from '../../../../kernel/actor.js';
import type { Body } from '../../domain/case-file.js';
import { frameworkPaths } from '../../frameworks/frameworks.paths.js';
import { afterPaths } from '../after.paths.js';
import { evaluationIn, type StandingConsent } from './ends.js';

const FOLLOW_UPS = ['nullity', 'ratify', 'review', 'confirmReview', 'revocation', 'concern', 'frameworkMeeting', 'report'] as const;

/** Something that this person does now, with the page to do it on. */
export interface FollowUp {
  readonly kind: (typeof FOLLOW_UPS)[number];
  /** Of a meeting: the title of the framework. */
  readonly toolName: string;
  /** Who asks for it, where somebody does. */
  readonly by?: Body;
  readonly href: string;
}
interface Named {
  readonly toolName: string;
}
export interface FollowUpFacts {
  readonly today: Day;
  /** Months that still run, in which nobody invoked nullity. */
  readonly terms: readonly (Named & { readonly toolId: string })[];
  readonly nullities: readonly (Named & { readonly reference: string; readonly invokedBy: string; readonly ratifiedOn: Day | null })[];
  readonly reports: readonly (Named & {
    readonly id: string;
    readonly requestId: string;
    readonly review: { readonly recordedBy: string; readonly confirmedAt: string | null } | null;
  })[];
  /** Of a consent of its own, or of one under a framework: each with its page. */
  readonly revocations: readonly (Named & {
    readonly href: string;
    readonly ground: string;
    readonly recordedBy: string;
    readonly confirmedBy: readonly string[];
  })[];
  readonly concerns: readonly (Named & { readonly id: string; readonly by: Body })[];
  /** Frameworks whose meeting the employer has yet to confirm. */
  readonly meetings: readonly { readonly id: string; readonly title: string }[];
  readonly consents: readonly StandingConsent[];
}

/** Days before an evaluation from which its report is asked for. */
const REPORT_FROM = 60;

const forOfficer = (facts: FollowUpFacts, me: string): readonly FollowUp[] => [
  ...facts.terms.map(({ toolId, toolName }) => ({ kind: 'nullity' as const, toolName, href: afterPaths.invoke(toolId) })),
  ...facts.nullities
    .filter(({ invokedBy, ratifiedOn }) => ratifiedOn === null && invokedBy !== me)
    .map(({ reference, toolName }) => ({ kind: 'ratify' as const, toolName, href: afterPaths.nullity(reference) })),
  ...facts.reports
    .filter(({ review }) => !review)
    .map(({ id, toolName }) => ({ kind: 'review' as const, toolName, href: afterPaths.review(id) })),
  ...facts.reports
    .filter(({ review }) => review && !review.confirmedAt && review.recordedBy !== me)
    .map(({ id, toolName }) => ({ kind: 'confirmReview' as const, toolName, href: afterPaths.review(id) })),
];

const toConfirm = ({ revocations }: FollowUpFacts, me: string, agrees: boolean): readonly FollowUp[] =>
  revocations
    .filter(
      ({ ground, recordedBy, confirmedBy }) => (!agrees || ground === 'renegotiated') && recordedBy !== me && !confirmedBy.includes(me),
    )
    .map(({ toolName, href }) => ({ kind: 'revocation', toolName, href }));

const toReport = ({ consents, reports, today }: FollowUpFacts): readonly FollowUp[] =>
  consents
    .filter((consent) => {
      const { dueOn } = evaluationIn(consent);
      const waits = reports.some(({ requestId, review }) => requestId === consent.requestId && !review?.confirmedAt);
      return consent.runs && dueOn !== null && addDays(dueOn, -REPORT_FROM) <= today && !waits;
    })
    .map(({ requestId, toolName }) => ({ kind: 'report', toolName, href: afterPaths.report(requestId) }));

/** What waits for this person after decisions. */
export const followUpsOf = (facts: FollowUpFacts, { role, personId }: Actor): readonly FollowUp[] => {
  const me = personId ?? '';
  switch (role) {
    case 'or_chair':
    case 'or_secretary':
    case 'pvt_contact':
    case 'group_officer':
      return [...forOfficer(facts, me), ...toConfirm(facts, me, false)];
    case 'director':
      return [
        ...facts.concerns.map(({ id, toolName, by }) => ({ kind: 'concern' as const, toolName, by, href: afterPaths.concern(id) })),
        ...facts.meetings.map(({ id, title }) => ({
          kind: 'frameworkMeeting' as const,
          toolName: title,
          href: frameworkPaths.framework(id),
        })),
        ...toConfirm(facts, me, true),
      ];
    case 'privacy_officer':
      return toReport(facts);
    default:
      return [];
  }
};
