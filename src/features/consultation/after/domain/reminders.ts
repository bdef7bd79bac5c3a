import type { Role } from '../../../../kernel/actor.js';
import { type Day, dayOf } from '../../../../kernel/clock.js';
import {
  CONCERN_REMINDERS,
  EVALUATION_REMINDERS,
  EXPIRY_REMINDERS,
  NULLITY_REMINDERS,
  nullityLastDay,
  remindersDueBy,
} from '../../../../policy/index.js';
import type { Body } from '../../domain/case-file.js';
import { endOf, evaluationIn, type StandingConsent } from './ends.js';

export type ReminderName = 'nullity' | 'expiry' | 'framework' | 'evaluation' | 'concern' | 'overdue';

/** Something that people are reminded of: whom, by when, and on which days before the last one. */
export interface Subject {
  readonly name: ReminderName;
  readonly subjectId: string;
  readonly lastDay: Day;
  readonly roles: readonly Role[];
  readonly before: readonly number[];
}
export interface DueReminder {
  readonly kind: ReminderName;
  readonly subjectId: string;
  /** The last day and how many days before it: another last day is reminded of anew. */
  readonly moment: string;
}

const CHAIR: readonly Role[] = ['or_chair', 'pvt_contact'];
const BOTH_SIDES: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'privacy_officer'];

export interface Pending {
  /** What the employer decided or does without consent, and against which nobody has invoked nullity. */
  readonly withoutConsent: readonly { readonly toolId: string; readonly toolName: string; readonly at: Date }[];
  /** Invoked, and neither ended nor made the council's own act. */
  readonly unratified: readonly { readonly reference: string; readonly lastDay: Day }[];
  readonly consents: readonly StandingConsent[];
  /** Frameworks in force: on the last day the consent of every version under them lapses. */
  readonly frameworks: readonly { readonly id: string; readonly endsOn: Day }[];
  /** Concerns without an answer. */
  readonly concerns: readonly { readonly id: string; readonly toolName: string; readonly asked: Body | null; readonly dueOn: Day }[];
  readonly equated: readonly Day[];
}

const ofConsent = (consent: StandingConsent): readonly Subject[] => {
  const { decisionId: subjectId } = consent;
  const [endsOn, { dueOn }] = [endOf(consent), evaluationIn(consent)];
  const roles = BOTH_SIDES;
  return [
    ...(endsOn ? [{ name: 'expiry', subjectId, lastDay: endsOn, roles, before: EXPIRY_REMINDERS } as const] : []),
    ...(dueOn && !consent.isStopped
      ? [{ name: 'evaluation', subjectId, lastDay: dueOn, roles, before: EVALUATION_REMINDERS } as const]
      : []),
  ];
};

const [OVERDUE] = CONCERN_REMINDERS.filter((days) => days < 0);
const WAITING = CONCERN_REMINDERS.filter((days) => days >= 0);

/** Everything that somebody is or will be reminded of. */
export const subjectsOf = ({ withoutConsent, unratified, consents, frameworks, concerns, equated }: Pending): readonly Subject[] => [
  ...withoutConsent.map(({ toolId, at }) => ({
    name: 'nullity' as const,
    subjectId: toolId,
    lastDay: nullityLastDay(dayOf(at), equated),
    roles: CHAIR,
    before: NULLITY_REMINDERS,
  })),
  ...unratified.map(({ reference, lastDay }) => ({
    name: 'nullity' as const,
    subjectId: reference,
    lastDay,
    roles: CHAIR,
    before: NULLITY_REMINDERS,
  })),
  ...consents.flatMap(ofConsent),
  ...frameworks.map(({ id, endsOn }) => ({
    name: 'framework' as const,
    subjectId: id,
    lastDay: endsOn,
    roles: BOTH_SIDES,
    before: EXPIRY_REMINDERS,
  })),
  ...concerns.flatMap(({ id, dueOn }): readonly Subject[] => [
    { name: 'concern', subjectId: id, lastDay: dueOn, roles: ['director'], before: WAITING },
    {
      name: 'overdue',
      subjectId: id,
      lastDay: dueOn,
      roles: ['director', 'or_chair', 'or_secretary', 'pvt_contact'],
      before: OVERDUE === undefined ? [] : [OVERDUE],
    },
  ]),
];

/** What is due by today. After the last day only an overdue answer is reminded of: a term that has passed is not. */
export const dueOf = ({ name, subjectId, lastDay, before }: Subject, today: Day): readonly DueReminder[] =>
  name !== 'overdue' && today > lastDay
    ? []
    : remindersDueBy(lastDay, before, today).map((days) => ({ kind: name, subjectId, moment: `${lastDay}/${days}` }));
