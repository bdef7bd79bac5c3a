import type { Role } from '../../../kernel/actor.js';
import { dayOf, type Day } from '../../../kernel/clock.js';
import { commentsLastDay } from '../../../policy/index.js';
import { hasMembers, officersOf, secretariesOf } from './body.js';
import { copyClock, hasPassed } from './copies.js';
import { openDisputes } from './disputes.js';
import { isEvaluated } from './evaluation.js';
import type { Known } from './known.js';
import { minutesConfirmed, type Acts } from './representation.js';
import { isConfirmed } from './standing-acts.js';

/** A requirement's own check, beside its rules. `code` says what is still missing. */
export interface OwnCheck {
  readonly applies: boolean;
  readonly holds: boolean;
  readonly code: string | null;
  /** Whose turn it is while it does not hold. */
  readonly waitingFor: Role | null;
  readonly since: Date | null;
}
export interface FinalCheck extends OwnCheck {
  readonly openDisputes: number;
  readonly clockEndsAt: Date | null;
  readonly bounces: number;
  readonly effectiveOn: Day | null;
}
export interface Checks {
  readonly E7: OwnCheck;
  readonly E8: OwnCheck;
  readonly E9: OwnCheck;
  readonly E10: FinalCheck;
}

const HOLDS: OwnCheck = { applies: true, holds: true, code: null, waitingFor: null, since: null };
const NOT_HERE: OwnCheck = { ...HOLDS, applies: false };
const open = (code: string, waitingFor: Role, since: Date | null): OwnCheck => ({ applies: true, holds: false, code, waitingFor, since });
const secretaryOf = ({ standing }: Known): Role => secretariesOf(standing.body).at(-1) ?? 'or_secretary';
const chairOf = ({ standing }: Known): Role => officersOf(standing.body)[0] ?? 'or_chair';
const claimCounts = (acts: Acts): boolean => acts.claimConfirmedAt !== null || acts.exemption !== null;

/** Whoever has still to confirm a claim. */
const claimWaitsFor = ({ standing }: Known, acts: Acts): Role => {
  if (standing.body === 'personnel_meeting') return 'employee';
  if (standing.body === 'none') return standing.dpoAppointed ? 'dpo' : 'hr_registrar';
  if (standing.body === 'pvt') return 'pvt_contact';
  return acts.claim?.confirmations.some(({ byRole }) => byRole === 'or_chair') ? 'or_secretary' : 'or_chair';
};

const requestCheck = (known: Known, acts: Acts): OwnCheck => {
  if (acts.claim) return claimCounts(acts) ? HOLDS : open('claim.unconfirmed', claimWaitsFor(known, acts), acts.claim.claimedAt);
  return acts.request || acts.light ? HOLDS : open('request.missing', 'director', null);
};

const meetingCheck = (known: Known, acts: Acts): OwnCheck => {
  if (acts.claim || known.standing.body === 'none') return NOT_HERE;
  if (acts.light) return HOLDS;
  if (!acts.request) return open('request.missing', 'director', null);
  if (known.standing.body === 'personnel_meeting') {
    return acts.personnelMeeting ? HOLDS : open('meeting.missing', 'director', acts.request.sentAt);
  }
  const askedOn = dayOf(acts.request.sentAt);
  if (acts.meetings.some(({ heldOn }) => heldOn >= askedOn)) return HOLDS;
  const unconfirmed = known.file.meetings.findLast(({ requestId }) => requestId === acts.request?.id);
  if (unconfirmed)
    return open('meeting.unconfirmed', unconfirmed.side === 'employer' ? secretaryOf(known) : 'director', unconfirmed.recordedAt);
  return open('meeting.missing', secretaryOf(known), acts.request.sentAt);
};

const commentsAnswered = (known: Known, acts: Acts): OwnCheck => {
  if (!acts.request) return open('request.missing', 'director', null);
  const on = acts.request.id;
  if (known.file.comments.some(({ requestId, answer }) => requestId === on && answer === null))
    return open('comments.unanswered', 'hr_registrar', acts.request.sentAt);
  const closesOn = commentsLastDay(dayOf(acts.request.sentAt));
  return known.today > closesOn ? HOLDS : open('comments.open', 'employee', acts.request.sentAt);
};

const councilDecisionCheck = (known: Known, acts: Acts): OwnCheck => {
  if (acts.permission) return HOLDS;
  if (acts.decision?.leftOutAt) return open('decision.counts-as-refused', 'director', acts.decision.leftOutAt);
  if (acts.decision) return HOLDS;
  const recorded = known.file.decisions.findLast(
    (decision) => decision.requestId === acts.request?.id && !decision.rejectedAt && !isConfirmed(decision),
  );
  if (recorded?.revokedAt) return open('consent.revoked', 'director', recorded.revokedAt);
  if (recorded) return open('decision.unconfirmed', officersOf(known.standing.body).at(-1) ?? 'or_secretary', recorded.recordedAt);
  return open('decision.missing', chairOf(known), acts.request?.sentAt ?? null);
};

/** The council agreed before; its members still have their days, and for amber its officers their yes. */
const lightCheck = ({ state, consent }: NonNullable<Acts['light']>): OwnCheck => {
  if (state === 'stands') return HOLDS;
  if (state === 'unmailed') return open('framework.unmailed', 'org_admin', consent.toldAt);
  if (state === 'yes_missing') return open('framework.yes-missing', 'or_chair', consent.toldAt);
  return open('framework.days-running', 'or_member', consent.toldAt);
};

const decisionCheck = (known: Known, acts: Acts): OwnCheck => {
  if (acts.claim) return claimCounts(acts) ? HOLDS : open('claim.unconfirmed', claimWaitsFor(known, acts), acts.claim.claimedAt);
  if (acts.light) return lightCheck(acts.light);
  if (known.standing.consents) return councilDecisionCheck(known, acts);
  if (known.standing.body === 'pvt') return acts.view ? HOLDS : open('view.missing', 'pvt_contact', acts.request?.sentAt ?? null);
  if (known.standing.body === 'personnel_meeting') {
    return minutesConfirmed(acts) ? HOLDS : open('minutes.unconfirmed', 'employee', acts.personnelMeeting?.recordedAt ?? null);
  }
  return commentsAnswered(known, acts);
};

const NO_CLOCK = { openDisputes: 0, clockEndsAt: null, bounces: 0, effectiveOn: null };

const finalCheck = (known: Known, acts: Acts): FinalCheck => {
  const { final } = acts;
  const disputes = openDisputes(known.file.disputes, known.activeSince);
  if (!final && acts.needsConsent && !acts.permission && acts.decision?.leftOutAt)
    return {
      ...open('final.conditions-left-out', 'director', acts.decision.leftOutAt),
      ...NO_CLOCK,
      openDisputes: disputes.length,
    };
  if (!final)
    return { ...open('final.missing', 'director', acts.decision?.confirmedAt ?? null), ...NO_CLOCK, openDisputes: disputes.length };
  if (!isEvaluated(acts.evaluation, known.today))
    return {
      ...open(acts.evaluation.stopped ? 'evaluation.stopped' : 'evaluation.missed', 'privacy_officer', null),
      ...NO_CLOCK,
      effectiveOn: final.effectiveOn,
    };
  const clock = copyClock(known, final);
  const facts = { openDisputes: disputes.length, clockEndsAt: clock.endsAt, bounces: clock.bounces, effectiveOn: final.effectiveOn };
  if (disputes.length > 0)
    return { ...open('dispute.open', known.standing.body === 'pvt' ? 'pvt_contact' : 'or_chair', disputes[0]?.raisedAt ?? null), ...facts };
  if (!clock.endsAt)
    return { ...open('copies.unsent', hasMembers(known.standing.body) ? 'org_admin' : 'hr_registrar', final.decidedAt), ...facts };
  if (!hasPassed(clock, known.now))
    return { ...open('copies.day-running', hasMembers(known.standing.body) ? 'or_member' : 'employee', final.decidedAt), ...facts };
  if (known.today < final.effectiveOn) return { ...open('final.not-in-force', 'it_admin', final.decidedAt), ...facts };
  return { ...HOLDS, ...facts };
};

/** The own checks of E7 to E10, for whichever body speaks for the staff (domain/mapping.md 1, Bodies). */
export const checksOf = (known: Known, acts: Acts): Checks => ({
  E7: requestCheck(known, acts),
  E8: meetingCheck(known, acts),
  E9: decisionCheck(known, acts),
  E10: finalCheck(known, acts),
});

/** The rows that prove what holds; null where nothing does. */
export const proofsOf = (known: Known, acts: Acts, checks: Checks) => ({
  requestId: acts.request?.id ?? null,
  meetingId: checks.E8.holds ? (acts.meetings.at(-1)?.id ?? null) : null,
  decisionId: acts.decision?.id ?? null,
  paperSignatureId: acts.decision?.paperSignatureId ?? null,
  rulingId: (acts.claim ? acts.exemption : acts.permission)?.id ?? null,
  claimId: acts.claim && claimCounts(acts) ? acts.claim.id : null,
  viewId: acts.view?.id ?? null,
  personnelMeetingId: minutesConfirmed(acts) ? (acts.personnelMeeting?.id ?? null) : null,
  finalDecisionId: acts.final?.id ?? null,
  frameworkConsentId: acts.light?.consent.id ?? null,
});
export type Proofs = ReturnType<typeof proofsOf>;
