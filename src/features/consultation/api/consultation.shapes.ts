import { instant } from '../../../kernel/clock.js';
import {
  aCount,
  aDay,
  anInstant,
  anyJson,
  aText,
  type Given,
  listOf,
  oneOf,
  orNull,
  record,
  yesOrNo,
} from '../../../platform/http/index.js';
import { LIMIT_KINDS } from '../../../policy/index.js';
import { gapsAmongPapers, gapsIn, UNPREPARED } from '../domain/completeness.js';
import { touchedGrounds } from '../domain/grounds.js';
import type { CouncilDecision } from '../domain/case-file.js';
import type { ReadCase, ReadPreparation } from '../reading.service.js';

export const DONE = record({ reference: aText('The reference of the act, as people see it') });
export const SENT = record({ requestId: aText(), reference: aText() });
export const DECIDED = record({ decisionId: aText(), reference: aText() });
export const FINAL = record({ finalId: aText(), reference: aText() });

export const DRAFT = record({
  intendedDecision: aText(),
  reasons: aText(),
  consequences: aText(),
  grounds: listOf(aText()),
  groundsTouched: listOf(aText(), 'The grounds that the dossier itself touches'),
  alsoAdvice: yesOrNo(),
  intendedStartOn: orNull(aDay()),
  evaluationOn: orNull(aDay()),
  trialUntil: orNull(aDay()),
  gaps: listOf(record({ code: aText(), stops: yesOrNo('It cannot be sent with this gap') })),
});

const WORDS = ['granted', 'granted_with_conditions', 'refused'] as const;
const CONDITION = record({
  conditionId: aText(),
  text: aText(),
  limit: orNull(record({ kind: oneOf(LIMIT_KINDS), value: anyJson() })),
  dueOn: orNull(aDay('Of a promise')),
});
const DECISION = record({
  decisionId: aText(),
  decision: oneOf(WORDS),
  reasons: aText(),
  decidedOn: aDay(),
  expiresOn: orNull(aDay()),
  reference: aText(),
  isConfirmed: yesOrNo('Another officer said that the body decided this'),
  isRejected: yesOrNo(),
  conditions: listOf(CONDITION),
});

export const REQUEST = record({
  requestId: aText(),
  toolId: aText(),
  toolName: aText(),
  number: aCount('The version that it was sent with'),
  fingerprint: aText(),
  body: aText('Who is asked: or, cor, gor, pvt, personnel_meeting or none'),
  reference: aText(),
  sentAt: anInstant(),
  isWithdrawn: yesOrNo(),
  meetings: listOf(record({ meetingId: aText(), heldOn: aDay(), isConfirmedByEmployer: yesOrNo(), isConfirmedByCouncil: yesOrNo() })),
  decisions: listOf(DECISION),
});

const decisionShown = (one: CouncilDecision): Given<typeof DECISION> => ({
  decisionId: one.id,
  decision: one.decision,
  reasons: one.reasons,
  decidedOn: one.decidedOn,
  expiresOn: one.expiresOn,
  reference: one.reference,
  isConfirmed: one.confirmedAt !== null,
  isRejected: one.rejectedAt !== null,
  conditions: one.conditions.map(({ id, text, limit, dueOn }) => ({ conditionId: id, text, limit, dueOn })),
});

/** The case without a word of the council's own room: what its pages show to everyone in it. */
export const requestShown = ({ request, inHand: { file } }: ReadCase, seesWaiting: boolean): Given<typeof REQUEST> => ({
  requestId: request.id,
  toolId: request.toolId,
  toolName: request.toolName,
  number: request.number,
  fingerprint: request.fingerprint,
  body: request.body,
  reference: request.reference,
  sentAt: instant(request.sentAt),
  isWithdrawn: request.withdrawnAt !== null,
  meetings: file.meetings
    .filter(({ requestId }) => requestId === request.id)
    .map(({ id, heldOn, confirmedAt, councilConfirmedAt, side }) => ({
      meetingId: id,
      heldOn,
      isConfirmedByEmployer: side === 'employer' || confirmedAt !== null,
      isConfirmedByCouncil: side !== 'employer' || Boolean(councilConfirmedAt),
    })),
  decisions: file.decisions
    .filter(({ requestId, confirmedAt }) => requestId === request.id && (seesWaiting || confirmedAt !== null))
    .map(decisionShown),
});

export const draftShown = ({ draft, attached }: ReadPreparation, today: string): Given<typeof DRAFT> => {
  const touched = touchedGrounds(attached.dossier);
  const { intendedDecision, reasons, consequences, grounds, evaluationOn } = draft ?? UNPREPARED;
  return {
    intendedDecision,
    reasons,
    consequences,
    grounds,
    groundsTouched: touched.map(({ ground }) => ground),
    alsoAdvice: draft?.alsoAdvice ?? false,
    intendedStartOn: draft?.intendedStartOn ?? null,
    evaluationOn,
    trialUntil: draft?.trialUntil ?? null,
    gaps: [...gapsIn(draft ?? UNPREPARED, touched, today), ...gapsAmongPapers(attached)].map(({ code, stops }) => ({ code, stops })),
  };
};
