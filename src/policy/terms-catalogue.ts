import type { Language } from '../kernel/actor.js';
import { addDays, type Day, dayOf } from '../kernel/clock.js';
import { addWorkingDays, instantAfter, monthsAfter, oneMonthAfter, sameDateAfter, workingDayFrom } from './terms.js';

/** Days that a royal decree puts on a par with a public holiday. */
type Equated = readonly Day[];
const HOURS_MS = 3_600_000;

/** WOR 27(5): one month from the day on which the council was told the decision, or on which it became apparent. */
export const nullityLastDay = (startedOn: Day, equated: Equated = []): Day => oneMonthAfter(startedOn, 'wor', equated);
/** WOR 23(1): a meeting within two weeks of a request that gives its reasons. */
export const meetingLastDay = (askedOn: Day, equated: Equated = []): Day => workingDayFrom(addDays(askedOn, 14), equated);
/** A light consent: one member's objection within 14 days makes it a full case. */
export const lightObjectionLastDay = (toldOn: Day): Day => addDays(toldOn, 14);
/** A concern of the council: the director answers in writing within 14 days. */
export const concernLastDay = (raisedOn: Day): Day => addDays(raisedOn, 14);
/** Members compare their own copy with what the server shows for 24 hours. */
export const copiesEndAt = (handedOverAt: Date): Date => new Date(handedOverAt.getTime() + 24 * HOURS_MS);
/** Where there is no body: everyone may comment for five days. */
export const commentsLastDay = (sentOn: Day): Day => addDays(sentOn, 5);
/** After 20 working days the director may record that the DPO's advice was asked and not received. */
export const adviceLastDay = (askedOn: Day, equated: Equated = []): Day => addWorkingDays(askedOn, 20, equated);
/** GDPR 12(3): an answer within one month. */
export const rightsLastDay = (lodgedOn: Day): Day => oneMonthAfter(lodgedOn, 'gdpr');
/** GDPR 12(3): two months more for complexity or number. */
export const extendedRightsLastDay = (lodgedOn: Day): Day => monthsAfter(lodgedOn, 3, 'gdpr');
/** A rejected objection: seven days before measuring may start again. */
export const rejectionLastDay = (toldOn: Day): Day => addDays(toldOn, 7);
/** UAVG 34 and 35, Awb 6:7: six weeks from the answer on an objection to a court, or in a public body to the body itself. */
export const remedyLastDay = (toldOn: Day, equated: Equated = []): Day => workingDayFrom(addDays(toldOn, 42), equated);
/** After five working days a handler need not wait for the DPO's advice on an objection. */
export const objectionAdviceLastDay = (askedOn: Day): Day => addWorkingDays(askedOn, 5);
/** An objection: what is stored is locked within one working day, and what follows from an upheld one is done within five. */
export const lockLastDay = (lodgedOn: Day): Day => addWorkingDays(lodgedOn, 1);
export const consequenceLastDay = (decidedOn: Day): Day => addWorkingDays(decidedOn, 5);
/** Detriment after an objection or a complaint can be reported for twelve months. */
export const detrimentLastDay = (lodgedOn: Day): Day => sameDateAfter(lodgedOn, 12);
/** A complaint: receipt confirmed within two working days. */
export const acknowledgementLastDay = (lodgedOn: Day): Day => addWorkingDays(lodgedOn, 2);
/** A complaint: an outcome within six weeks. */
export const complaintLastDay = (lodgedOn: Day): Day => addDays(lodgedOn, 42);
/** What a caller or visitor wrote is erased six months after the answer. */
export const callerErasureDay = (answeredOn: Day): Day => sameDateAfter(answeredOn, 6);
/** Whistleblowers Protection Act 2(2): receipt within seven days. */
export const disclosureReceiptLastDay = (lodgedOn: Day): Day => addDays(lodgedOn, 7);
/** Whistleblowers Protection Act 2(2): an answer within three months. Reckoned from the report itself, which is never later than the act allows. */
export const disclosureLastDay = (lodgedOn: Day): Day => sameDateAfter(lodgedOn, 3);
/** A DPIA is looked at again within twelve months, unless an earlier day was agreed. */
export const reviewLastDay = (fixedOn: Day): Day => sameDateAfter(fixedOn, 12);
/** A year after somebody was told of a tool, and each year after that, they hear again which tools are on. It ends nothing. */
export const yearlyReminderDay = (toldOn: Day): Day => sameDateAfter(toldOn, 12);
/** After an evaluation the next one lies at most twelve months away. */
export const nextEvaluationLastDay = (evaluatedOn: Day): Day => sameDateAfter(evaluatedOn, 12);
/** GDPR 33(1): a breach is reported within 72 hours after it was known. Plain hours, which is never later than Regulation 1182/71 allows. */
export const breachReportBy = (knownAt: Date): Date => new Date(knownAt.getTime() + 72 * HOURS_MS);
/** Locked data: two weeks in which people may ask to keep it as evidence, and two more until it is deleted. */
export const evidenceAskLastDay = (lockedOn: Day): Day => addDays(lockedOn, 14);
export const lockedDeletionLastDay = (lockedOn: Day): Day => addDays(lockedOn, 28);
/** A consent for a time, and an evaluation or end that was agreed: the agreed day is the last one. */
const agreedLastDay = (agreedOn: Day): Day => agreedOn;

/** How a term is reckoned: by which law, or as plain days or hours where only this product sets it. */
export type Reckoning = 'termijnenwet' | 'regulation_1182' | 'working_days' | 'days' | 'hours';
export type TermName =
  | 'nullity'
  | 'meeting'
  | 'light_objection'
  | 'concern'
  | 'copies'
  | 'comments'
  | 'advice'
  | 'rights'
  | 'rights_extended'
  | 'rejection'
  | 'remedy'
  | 'objection_advice'
  | 'lock'
  | 'consequence'
  | 'detriment'
  | 'acknowledgement'
  | 'complaint'
  | 'caller_erasure'
  | 'disclosure_receipt'
  | 'disclosure'
  | 'breach'
  | 'evidence_ask'
  | 'locked_deletion'
  | 'review'
  | 'evaluation'
  | 'next_evaluation'
  | 'consent_end';
/** What the end of a term does. It never says yes to anything: no answer is no consent. */
export type Afterwards = 'right_lapses' | 'overdue' | 'gate_closes' | 'may_be_recorded' | 'waiting_is_over' | 'erased';

type Words = Readonly<Record<Language, string>>;

/** One term: its length, where it comes from, and its last instant reckoned from the instant at which it began. */
export interface Term {
  readonly name: TermName;
  readonly source: Words;
  readonly length: Words;
  readonly reckoning: Reckoning;
  readonly afterwards: Afterwards;
  /** The first instant after the term. */
  readonly overAt: (beganAt: Date, equated?: Equated) => Date;
}

const inDays =
  (lastDay: (day: Day, equated?: Equated) => Day): Term['overAt'] =>
  (beganAt, equated) =>
    instantAfter(lastDay(dayOf(beganAt), equated));

const words = (nl: string, en: string): Words => ({ nl, en });
const HOUSE = words('beleid van dit product', 'policy of this product');
const GDPR_12 = words('AVG art. 12 lid 3', 'GDPR art. 12(3)');
const WHISTLE = words('Wet bescherming klokkenluiders art. 2 lid 2', 'Whistleblowers Protection Act art. 2(2)');
const COUNCIL = words('afspraak met de ondernemingsraad', 'agreed with the works council');
const AGREED = words('tot en met de afgesproken dag', 'through the agreed day');
const MONTH = words('1 maand', '1 month');
const YEAR = words('12 maanden', '12 months');

const term = (
  name: TermName,
  source: Words,
  length: Words,
  [reckoning, afterwards]: readonly [Reckoning, Afterwards],
  overAt: Term['overAt'],
): Term => ({ name, source, length, reckoning, afterwards, overAt });

/** Every term that the product counts. A job may remind of one; none of them ends in approval. */
export const TERMS: readonly Term[] = [
  term('nullity', words('WOR art. 27 lid 5', 'WOR art. 27(5)'), MONTH, ['termijnenwet', 'right_lapses'], inDays(nullityLastDay)),
  term(
    'meeting',
    words('WOR art. 23 lid 1', 'WOR art. 23(1)'),
    words('2 weken', '2 weeks'),
    ['termijnenwet', 'overdue'],
    inDays(meetingLastDay),
  ),
  term('light_objection', COUNCIL, words('14 dagen', '14 days'), ['days', 'right_lapses'], inDays(lightObjectionLastDay)),
  term('concern', HOUSE, words('14 dagen', '14 days'), ['days', 'overdue'], inDays(concernLastDay)),
  term('copies', HOUSE, words('24 uur', '24 hours'), ['hours', 'waiting_is_over'], copiesEndAt),
  term('comments', HOUSE, words('5 dagen', '5 days'), ['days', 'waiting_is_over'], inDays(commentsLastDay)),
  term('advice', HOUSE, words('20 werkdagen', '20 working days'), ['working_days', 'may_be_recorded'], inDays(adviceLastDay)),
  term('rights', GDPR_12, MONTH, ['regulation_1182', 'overdue'], inDays(rightsLastDay)),
  term('rights_extended', GDPR_12, words('3 maanden', '3 months'), ['regulation_1182', 'overdue'], inDays(extendedRightsLastDay)),
  term('rejection', HOUSE, words('7 dagen', '7 days'), ['days', 'waiting_is_over'], inDays(rejectionLastDay)),
  term(
    'remedy',
    words('UAVG art. 34 en 35, Awb art. 6:7', 'UAVG art. 34 and 35, Awb art. 6:7'),
    words('6 weken', '6 weeks'),
    ['termijnenwet', 'right_lapses'],
    inDays(remedyLastDay),
  ),
  term(
    'objection_advice',
    HOUSE,
    words('5 werkdagen', '5 working days'),
    ['working_days', 'may_be_recorded'],
    inDays(objectionAdviceLastDay),
  ),
  term('lock', HOUSE, words('1 werkdag', '1 working day'), ['working_days', 'overdue'], inDays(lockLastDay)),
  term('consequence', HOUSE, words('5 werkdagen', '5 working days'), ['working_days', 'overdue'], inDays(consequenceLastDay)),
  term('detriment', HOUSE, YEAR, ['days', 'right_lapses'], inDays(detrimentLastDay)),
  term('acknowledgement', HOUSE, words('2 werkdagen', '2 working days'), ['working_days', 'overdue'], inDays(acknowledgementLastDay)),
  term('complaint', HOUSE, words('6 weken', '6 weeks'), ['days', 'overdue'], inDays(complaintLastDay)),
  term('caller_erasure', HOUSE, words('6 maanden', '6 months'), ['days', 'erased'], inDays(callerErasureDay)),
  term('disclosure_receipt', WHISTLE, words('7 dagen', '7 days'), ['days', 'overdue'], inDays(disclosureReceiptLastDay)),
  term('disclosure', WHISTLE, words('3 maanden', '3 months'), ['days', 'overdue'], inDays(disclosureLastDay)),
  term('breach', words('AVG art. 33 lid 1', 'GDPR art. 33(1)'), words('72 uur', '72 hours'), ['hours', 'overdue'], breachReportBy),
  term('evidence_ask', HOUSE, words('14 dagen', '14 days'), ['days', 'right_lapses'], inDays(evidenceAskLastDay)),
  term('locked_deletion', HOUSE, words('28 dagen', '28 days'), ['days', 'erased'], inDays(lockedDeletionLastDay)),
  term('review', HOUSE, YEAR, ['days', 'gate_closes'], inDays(reviewLastDay)),
  term('evaluation', COUNCIL, AGREED, ['days', 'gate_closes'], inDays(agreedLastDay)),
  term('next_evaluation', HOUSE, YEAR, ['days', 'gate_closes'], inDays(nextEvaluationLastDay)),
  term('consent_end', COUNCIL, AGREED, ['days', 'gate_closes'], inDays(agreedLastDay)),
];

/** The days before the end of a consent for a time, or of a trial, on which people are reminded. */
export const EXPIRY_REMINDERS = [90, 60, 30] as const;
export const EVALUATION_REMINDERS = [60, 30, 7] as const;
export const NULLITY_REMINDERS = [7] as const;
/** The last one, a day late, says that the answer is overdue. */
export const CONCERN_REMINDERS = [7, 2, -1] as const;

/** The reminders (in days before the last day) that are due by today, first one first. */
export const remindersDueBy = (lastDay: Day, before: readonly number[], today: Day): readonly number[] =>
  before.filter((days) => addDays(lastDay, -days) <= today);
