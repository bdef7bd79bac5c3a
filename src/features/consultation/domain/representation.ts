import { lightDecision, lightEvaluations, lightMeetings, lightRequest } from '../frameworks/domain/light-facts.js';
import { fullCaseOf, type LightState, lightInHand } from '../frameworks/domain/light.js';
import { dayOf, type Day } from '../../../kernel/clock.js';
import type { Dossier, MachineLimit } from '../../../policy/index.js';
import { hasMembers, isGroup } from './body.js';
import type { Condition, CouncilDecision, SentRequest } from './case-file.js';
import { agreedEvaluations, type Evaluation, evaluationOf, isEvaluated } from './evaluation.js';
import type { Known } from './known.js';
import { wordOf } from './takeover.js';
import {
  claimConfirmedAt,
  claimInHand,
  confirmedRuling,
  decisionOn,
  finalInHand,
  grantedRuling,
  isFulfilled,
  isPositive,
  meetingsOn,
  nullityInHand,
  requestInHand,
  routeOf,
} from './standing-acts.js';

type Representation = NonNullable<Dossier['representation']>;
const on = (at: Date | null | undefined): Day | null => (at ? dayOf(at) : null);
const said = (text: string): boolean => text.trim() !== '';

/** The acts that stand, picked once for everything that is derived from them. */
export const pickActs = ({ file, standing, announcements }: Pick<Known, 'file' | 'standing' | 'announcements'>) => {
  const request = requestInHand(file);
  const decision = request ? decisionOn(file, request.id) : null;
  const claim = claimInHand(file);
  const claimAnnounced = claim ? announcements.findLast(({ reference }) => reference === claim.reference) : undefined;
  const permission = grantedRuling(file, 'permission');
  const exemption = grantedRuling(file, 'exemption');
  const needsConsent = standing.consents && claim === null;
  const consent = needsConsent && !permission ? lightInHand(file.lights, fullCaseOf(file, { request, claim })) : null;
  const agreed = claim === null && hasMembers(standing.body) ? agreedEvaluations(request, decision) : [];
  return {
    request,
    decision,
    claim,
    claimConfirmedAt: claimConfirmedAt(claim, standing, claimAnnounced?.handedOverAt ?? null),
    permission,
    exemption,
    needsConsent,
    /** A version that goes light under a framework; where it stands is known once it is judged. */
    light: consent && { consent, state: null as LightState | null },
    evaluation: evaluationOf(
      consent ? lightEvaluations(consent) : agreed,
      file.reviews.filter(({ requestId }) => requestId === request?.id),
    ),
    meetings: meetingsOn(file, request),
    final: consent
      ? (file.finals.findLast(({ frameworkConsentId }) => frameworkConsentId === consent.id) ?? null)
      : finalInHand(file, decision, permission, needsConsent),
    nullity: nullityInHand(file),
    view: file.views.filter(({ requestId }) => requestId === request?.id).at(-1) ?? null,
    personnelMeeting: file.personnelMeetings.filter(({ requestId }) => requestId === request?.id).at(-1) ?? null,
  };
};
export type Acts = ReturnType<typeof pickActs>;

/** Two who were there, neither of them who wrote the minutes. */
export const minutesConfirmed = (acts: Acts): boolean => {
  const meeting = acts.personnelMeeting;
  return meeting !== null && new Set(meeting.confirmedBy.filter((person) => person !== meeting.recordedBy)).size >= 2;
};

/** What followed after the request counts. A draft notice that went along whole stays sent, whatever HR makes of it afterwards. */
const attachmentsComplete = ({ attached }: Known, request: SentRequest): boolean =>
  attached.dpiaFixed &&
  attached.adviceReceived &&
  attached.agreementsAttached &&
  (attached.noticeDraftComplete || request.noticeWasComplete === true) &&
  Boolean(request.evaluationOn);

const requestFacts = (known: Known, request: SentRequest | null): Representation['request'] =>
  request && {
    submittedOn: on(request.sentAt),
    written: true,
    reasons: said(request.reasons),
    consequences: said(request.consequences),
    grounds: request.grounds,
    attachmentsComplete: attachmentsComplete(known, request),
  };

const decidedByBody = ({ ballotId, votesFor, votesAgainst, votesAbstained }: CouncilDecision): boolean =>
  ballotId !== null || (votesFor ?? 0) + (votesAgainst ?? 0) + (votesAbstained ?? 0) > 0;

/** What the final decision takes over: the conditions of the council's decision, or the limits of the class that was agreed. */
export const takenOverBy = ({ decision, light }: Acts): readonly Condition[] => {
  if (!light) return isPositive(decision) ? decision.conditions : [];
  return light.consent.agreed.limits.map(({ id, text, limit }) => ({ id, text, limit, promiseOwner: null, dueOn: null, finding: null }));
};

const decisionFacts = (known: Known, acts: Acts): Representation => {
  const { decision } = acts;
  const names = decision !== null || acts.permission !== null;
  return {
    decision: decision ? wordOf(decision) : null,
    decidedOn: decision?.decidedOn ?? null,
    decisionWritten: decision ? said(decision.reasons) : null,
    decisionReasoned: decision ? said(decision.reasons) : null,
    decidedByBody: decision ? decidedByBody(decision) : null,
    conditions: conditionFacts(known, acts, decision?.conditions ?? []),
    expiresOn: decision?.expiresOn ?? null,
    versionHash: names ? known.fingerprint : null,
  };
};

/** An evaluation that was a condition is kept as long as none is overdue. */
const isKept = (condition: Condition, known: Known, evaluation: Evaluation): boolean =>
  condition.limit?.kind === 'evaluate_on' ? isEvaluated(evaluation, known.today) : isFulfilled(condition, known.dossier, known.today);

const conditionFacts = (
  known: Known,
  { final, evaluation }: Acts,
  conditions: readonly Condition[],
): NonNullable<Representation['conditions']> =>
  conditions.map((condition) => ({
    text: condition.text,
    inFinalDecision: final?.takesOver.includes(condition.id) ?? false,
    fulfilled: isKept(condition, known, evaluation),
  }));

/** The representation part of the dossier, in the names of the exchange form. What was done on another fingerprint is not in it. */
export const representationOf = (known: Known, acts: Acts): Representation => {
  const { request, final, nullity, light } = acts;
  const court = confirmedRuling(known.file, 'permission');
  const minutes = minutesConfirmed(acts) ? acts.personnelMeeting : null;
  return {
    route: routeOf(acts.claim),
    exemption: { confirmedOn: on(acts.claimConfirmedAt), courtReference: acts.exemption?.reference ?? null },
    request: light ? lightRequest(light.consent, known) : requestFacts(known, request),
    meetings: light ? lightMeetings(light.consent) : acts.meetings.map(({ heldOn }) => heldOn),
    ...(light?.state === 'stands'
      ? lightDecision(light.consent, known.fingerprint, conditionFacts(known, acts, takenOverBy(acts)))
      : decisionFacts(known, acts)),
    final: final && { written: said(final.text), communicatedOn: on(final.decidedAt), effectiveOn: final.effectiveOn },
    nullity: nullity && { periodStartedOn: nullity.periodStartedOn, invokedOn: on(nullity.invokedAt), status: nullity.endedAs ?? 'open' },
    court: { outcome: court?.outcome ?? null, ground: court?.ground ?? null },
    consultedOn: acts.view?.viewedOn ?? null,
    personnelMeetingOn: minutes?.heldOn ?? null,
    quarterAffected: minutes?.quarterAffected ?? null,
    adviceAsked: minutes?.adviceAsked ?? null,
    bodyLevel: isGroup(known.standing.body) ? known.standing.body : known.standing.body === 'or' ? 'or' : null,
    aiInformedOn: request?.aiNamed ? on(request.sentAt) : null,
  };
};

/** What the organisation part takes from a claim on a collective agreement; without a claim nothing is claimed. */
export const agreementOf = ({
  claim,
}: Acts): Pick<NonNullable<Dossier['organisation']>, 'collectiveAgreementReference' | 'collectiveAgreementSubstantive'> => ({
  collectiveAgreementReference: claim?.route === 'cba' ? claim.agreementReference : null,
  collectiveAgreementSubstantive: claim?.route === 'cba' ? claim.agreementSubstantive : null,
});

/** The conditions of the consent that stands, one by one. A day to evaluate is read as the day by which it must be done next. */
export const conditionsOf = (acts: Acts): readonly Condition[] =>
  (acts.light && acts.light.state !== 'stands' ? [] : takenOverBy(acts)).map((condition) =>
    condition.limit?.kind === 'evaluate_on' && acts.evaluation.dueOn
      ? { ...condition, limit: { kind: 'evaluate_on', value: acts.evaluation.dueOn } }
      : condition,
  );

/** The machine limits of the consent that stands. A day to evaluate moves on with each evaluation. */
export const limitsOf = (acts: Acts): readonly MachineLimit[] => {
  const { light, evaluation } = acts;
  const ends: readonly MachineLimit[] = light?.state === 'stands' ? [{ kind: 'ends_on', value: light.consent.framework.endsOn }] : [];
  const limits = conditionsOf(acts).flatMap(({ limit }): readonly MachineLimit[] => {
    if (limit?.kind !== 'evaluate_on') return limit ? [limit] : [];
    return evaluation.dueOn ? [{ kind: 'evaluate_on', value: evaluation.dueOn }] : [];
  });
  return [...limits, ...ends];
};
