import { type Actor, isCouncil, isCouncilOfficer } from '../../kernel/actor.js';
import { commentsLastDay } from '../../policy/index.js';
import { dayOf, type Day } from '../../kernel/clock.js';
import { consultationPaths } from './consultation.paths.js';
import { hasMembers, officersOf, secretariesOf } from './domain/body.js';
import { keptFromDeciding } from './domain/decide.js';
import { decisionOn, isPositive, meetingsOn, pendingDecisionOn } from './domain/standing-acts.js';
import type { CaseFile } from './domain/case-file.js';
import { openPetition, petitionState } from './domain/petition.js';
import { type Turn, turnOf } from './domain/turn.js';
import type { Phase } from './overview.repository.js';
import type { ReadCase } from './reading.service.js';

type Case = Pick<ReadCase, 'request' | 'inHand'>;
type Course = Case & Pick<ReadCase, 'run'>;

export const phaseOf = ({ request, run, inHand: { file } }: Course): Phase => {
  if (request.withdrawnAt) return 'withdrawn';
  if (run) return run;
  const decision = decisionOn(file, request.id);
  if (decision && !isPositive(decision)) return wasPermitted(file, request.id) ? 'final' : 'refused';
  if (decision) return file.finals.some(({ decisionId }) => decisionId === decision.id) ? 'final' : 'decided';
  if (pendingDecisionOn(file, request.id)) return 'recorded';
  return meetingsOn(file, request).length > 0 ? 'met' : 'asked';
};

/** The employer decided on the court's permission in place of this consent. */
const wasPermitted = (file: CaseFile, requestId: string): boolean =>
  petitionState(file.petitions, requestId) === 'granted' && file.finals.some(({ rulingId }) => rulingId !== null);

/** Who has to do what next in this case. */
export const turnIn = (read: Course): Turn => {
  const { request, inHand } = read;
  const { meetings, petitions } = inHand.file;
  return turnOf({
    phase: phaseOf(read),
    body: request.body,
    meetingWaits:
      meetings.findLast(({ requestId }) => requestId === request.id)?.side ??
      (meetings.some(({ requestId }) => requestId === request.id) ? 'council' : null),
    petition: petitionState(petitions, request.id),
    leftOut: Boolean(decisionOn(inHand.file, request.id)?.leftOutAt),
  });
};

const isMember = (actor: Actor): boolean => isCouncil(actor) || actor.role === 'pvt_contact';
const isOfficer = (actor: Actor): boolean => isCouncilOfficer(actor) || actor.role === 'pvt_contact';
const isEmployer = (actor: Actor): boolean => actor.role === 'director' || actor.role === 'hr_registrar';

/** Which acts this reader finds on the page of a case. The services decide again. */
export const mayIn = ({ request, stoppedSince, inHand: { file, standing, acts } }: Case & Pick<ReadCase, 'stoppedSince'>, actor: Actor) => {
  const decided = decisionOn(file, request.id);
  const pending = pendingDecisionOn(file, request.id);
  const open = !request.withdrawnAt && !decided && !pending;
  const officer = officersOf(request.body).some((role) => role === actor.role);
  return {
    recordMeeting: open && hasMembers(request.body) && [...secretariesOf(request.body), 'director'].some((role) => role === actor.role),
    confirmPresence: !request.withdrawnAt && actor.role === 'director',
    confirmMinutes: !request.withdrawnAt && officer,
    plan: open && (officer || isEmployer(actor)),
    agenda: open && (isMember(actor) || isEmployer(actor)),
    decide: officer && standing.consents && keptFromDeciding(request, file) === null,
    confirm: officer && pending !== null && pending.recordedBy !== actor.personId,
    judgePromises: officer,
    recordView: open && actor.role === 'pvt_contact' && !standing.consents && acts.meetings.length > 0,
    finalHref:
      actor.role === 'director' && !request.withdrawnAt && (isPositive(decided) || acts.permission || !standing.consents) && !pending
        ? consultationPaths.final(request.toolId, request.number)
        : null,
    ask: (isMember(actor) || actor.role === 'group_officer') && !request.withdrawnAt,
    answer: isEmployer(actor) || actor.role === 'privacy_officer',
    noteAnswer: officer,
    dispute: isMember(actor),
    answerDisputes: isOfficer(actor),
    seePapers: isMember(actor),
    stop: isCouncilOfficer(actor) && stoppedSince === null,
    nullity: isOfficer(actor),
    withdraw: open && actor.role === 'director',
    ruling: actor.role === 'director',
    petition: actor.role === 'director' && decided !== null && !isPositive(decided) && !openPetition(file, request.id) && !acts.permission,
    readCourt: actor.role === 'director' || actor.role === 'dpo' || isMember(actor) || officer,
    confirmPetition: secretariesOf(request.body).some((role) => role === actor.role),
    withdrawPetition: actor.role === 'director',
    recordPersonnelMeeting: open && actor.role === 'director' && request.body === 'personnel_meeting' && acts.personnelMeeting === null,
  };
};

/** The last day on which comments come in; null when there is no round, or it is over. */
export const commentsUntil = ({ request }: Case, now: Date): Day | null => {
  if (request.body !== 'none' || request.withdrawnAt) return null;
  const last = commentsLastDay(dayOf(request.sentAt));
  return dayOf(now) <= last ? last : null;
};
