import type { Day } from '../../../kernel/clock.js';
import type { CouncilReset } from '../../council/index.js';
import type { MachineLimit } from '../../../policy/index.js';
import type { LightConsent } from '../frameworks/domain/light.js';
import type { ConfirmedReview } from './evaluation.js';
import type { Petition } from './petition.js';
import type { BodyView, PersonnelMeeting, StaffComment } from './staff-acts.js';

export type { BodyView, PersonnelMeeting, StaffComment };

/** The acts of one case, newest last in every list, all on fingerprints that are accepted for the version in hand. */
export interface CaseFile {
  readonly requests: readonly SentRequest[];
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly CouncilDecision[];
  readonly finals: readonly FinalDecision[];
  readonly claims: readonly Claim[];
  readonly rulings: readonly Ruling[];
  readonly nullities: readonly Nullity[];
  readonly disputes: readonly Dispute[];
  readonly views: readonly BodyView[];
  readonly personnelMeetings: readonly PersonnelMeeting[];
  readonly comments: readonly StaffComment[];
  /** Evaluations that the council confirmed, oldest first. */
  readonly reviews: readonly ConfirmedReview[];
  /** Versions that the council was told about under a framework. */
  readonly lights: readonly LightConsent[];
  readonly petitions: readonly Petition[];
}

/** `cor` and `gor`: the council of several enterprises, where both say that it is competent (WOR 35). */
export type Body = 'or' | 'cor' | 'gor' | 'pvt' | 'personnel_meeting' | 'none';
export type ClaimRoute = 'cba' | 'consent_not_required';
export type Route = 'consent' | ClaimRoute;

export interface SentRequest {
  readonly id: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly body: Body;
  readonly intendedDecision: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly alsoAdvice: boolean;
  readonly intendedStartOn: Day | null;
  readonly evaluationOn: Day;
  /** The last day of a trial, which needs the same consent as any introduction. */
  readonly trialUntil?: Day | null;
  readonly aiNamed: boolean;
  readonly bundleHash: string;
  readonly reference: string;
  readonly sentAt: Date;
  readonly withdrawnAt: Date | null;
  /** Whether the draft notice among the papers said all that it must. */
  readonly noticeWasComplete?: boolean | null;
  /** Questions of members that have no answer yet. */
  readonly openQuestions?: number;
}
export interface Meeting {
  readonly id: string;
  readonly requestId: string;
  readonly heldOn: Day;
  readonly minutes: string;
  readonly minutesFileId: string | null;
  readonly presentCouncil: string;
  readonly presentEmployer: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** When the director confirmed the meeting and its minutes. */
  readonly confirmedAt: Date | null;
  /** When an officer of the council who did not write them confirmed the minutes. */
  readonly councilConfirmedAt?: Date | null;
  /** Who wrote the minutes: they count once the other side has confirmed them. Absent: the council. */
  readonly side?: 'council' | 'employer';
}
export type DecisionWord = 'granted' | 'granted_with_conditions' | 'refused';
export interface Condition {
  readonly id: string;
  readonly text: string;
  /** Null: a promise, with an owner and a day. */
  readonly limit: MachineLimit | null;
  readonly promiseOwner: string | null;
  readonly promiseOwnerId?: string | null;
  readonly dueOn: Day | null;
  /** What the council last said of a promise. */
  readonly finding: 'kept' | 'broken' | null;
  /** How many times its owner handed in evidence. */
  readonly evidence?: number;
}
export interface CouncilDecision {
  readonly id: string;
  readonly requestId: string;
  readonly fingerprint: string;
  readonly decision: DecisionWord;
  readonly reasons: string;
  readonly decidedOn: Day;
  /** The vote that this follows from, where it was held here; its outcome and totals are the decision's. */
  readonly ballotId: string | null;
  /** Null: too few voted in secret for the totals to be told. */
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
  readonly expiresOn: Day | null;
  readonly reference: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly rejectedAt: Date | null;
  /** Signed by hand: the scan that another member compared with the paper. */
  readonly paperSignatureId?: string | null;
  /** When two officers took the consent back, on a ground that law, consent or agreement names. */
  readonly revokedAt?: Date | null;
  /** When the employer left one of its conditions out: from then on it counts as refused. */
  readonly leftOutAt?: Date | null;
  /** Resets of the council before it: whoever reads the decision reads them. */
  readonly resets?: readonly CouncilReset[];
  readonly conditions: readonly Condition[];
}
export interface FinalDecision {
  readonly id: string;
  readonly fingerprint: string;
  readonly kind: 'final_decision' | 'introduction';
  readonly decisionId: string | null;
  readonly rulingId: string | null;
  /** On a light consent, in the place of a decision on a request. */
  readonly frameworkConsentId?: string | null;
  readonly text: string;
  readonly effectiveOn: Day;
  readonly takesOver: readonly string[];
  readonly reference: string;
  readonly decidedAt: Date;
  readonly decidedBy?: string;
}
export interface Confirmation {
  readonly byPerson: string;
  readonly byRole: string;
  readonly at: Date;
}
export interface Claim {
  readonly id: string;
  readonly fingerprint: string;
  readonly route: ClaimRoute;
  readonly ground: string;
  readonly agreementReference: string | null;
  readonly agreementSubstantive: boolean;
  readonly reference: string;
  readonly claimedBy: string;
  readonly claimedAt: Date;
  readonly confirmations: readonly Confirmation[];
}
export interface Ruling {
  readonly id: string;
  readonly kind: 'permission' | 'exemption' | 'nullity';
  readonly ground: 'refusal_unreasonable' | 'weighty_business_reasons' | null;
  readonly outcome: 'granted' | 'rejected' | 'declared_unjustified' | 'upheld';
  readonly reference: string;
  readonly fileId: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
}
export interface Nullity {
  readonly id: string;
  readonly periodStartedOn: Day;
  readonly reason: string;
  readonly reference: string;
  readonly invokedAt: Date;
  readonly endedAs: 'declared_unjustified' | 'upheld' | 'resolved_by_consent' | null;
}
export interface DisputeAnswer extends Confirmation {
  readonly answer: string;
}
export interface Dispute {
  readonly id: string;
  readonly about: string;
  readonly text: string;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly answers: readonly DisputeAnswer[];
}
