import { addDays, type Day, dayOf } from '../../../kernel/clock.js';
import {
  acknowledgementLastDay,
  complaintLastDay,
  disclosureLastDay,
  disclosureReceiptLastDay,
  rightsLastDay,
} from '../../../policy/index.js';

export const CATEGORIES = [
  'no_notice',
  'excessive',
  'wrong_use',
  'access_too_wide',
  'parity',
  'covert',
  'retaliation',
  'rights_ignored',
  'security',
  'runs_without_consent',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];
/** A complaint that began as an objection for which there is no right to object. */
export const FROM_OBJECTION = 'objection';

export type Route = 'named' | 'anonymous' | 'objection';
export type Desk = 'handler' | 'adviser';
export type Side = 'reporter' | 'handler' | 'house';

/** What a handler writes; everything but a note is for whoever complained. */
export const HANDLER_KINDS = ['acknowledged', 'question', 'reply', 'note', 'disclosure', 'closed'] as const;
export type HandlerKind = (typeof HANDLER_KINDS)[number];
export type MessageKind = HandlerKind | 'withdrawn' | 'handed_over' | 'reminded' | 'erased';
export interface Message {
  readonly kind: MessageKind;
  readonly onDay: Day;
}

export const OUTCOMES = ['upheld', 'partly', 'not_upheld', 'referred'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const REFERRALS = ['dpo', 'council', 'authority', 'court'] as const;
export type Referral = (typeof REFERRALS)[number];

export interface Terms {
  readonly category: string;
  readonly lodgedOn: Day;
  /** Also a report of wrongdoing: then the terms of the Whistleblowers Protection Act hold. */
  readonly isDisclosure: boolean;
}

/** One month where it holds a request under the GDPR (12(3)), whatever else it is; three where wrongdoing is reported; else six weeks. */
export const dueOnFor = ({ category, lodgedOn, isDisclosure }: Terms): Day => {
  if (category === 'rights_ignored' || category === FROM_OBJECTION) return rightsLastDay(lodgedOn);
  return isDisclosure ? disclosureLastDay(lodgedOn) : complaintLastDay(lodgedOn);
};
export const acknowledgeBy = ({ lodgedOn, isDisclosure }: Omit<Terms, 'category'>): Day =>
  isDisclosure ? disclosureReceiptLastDay(lodgedOn) : acknowledgementLastDay(lodgedOn);

export type ComplaintStateName = 'received' | 'in_progress' | 'closed' | 'referred' | 'withdrawn';
export interface ComplaintState {
  readonly name: ComplaintStateName;
  readonly isOverdue: boolean;
  readonly isOpen: boolean;
}

const BEGUN: readonly MessageKind[] = ['acknowledged', 'question', 'reply', 'disclosure'];

type Told = Message & { readonly side: Side; readonly outcome: Outcome | null };
const nameOf = (messages: readonly Told[]): ComplaintStateName => {
  if (messages.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn';
  const end = messages.find(({ kind }) => kind === 'closed');
  if (end) return end.outcome === 'referred' ? 'referred' : 'closed';
  return messages.some(({ kind, side }) => side === 'handler' && BEGUN.includes(kind)) ? 'in_progress' : 'received';
};

/** Whether the handler confirmed receipt; what the system confirmed begins nothing. */
export const isConfirmed = ({ kind, side }: Message & { readonly side: Side }): boolean => kind === 'acknowledged' && side === 'handler';

/** Where a complaint stands, from what was done alone. */
export const complaintState = (complaint: { readonly dueOn: Day }, messages: readonly Told[], now: Date): ComplaintState => {
  const name = nameOf(messages);
  const isOpen = name === 'received' || name === 'in_progress';
  return { name, isOpen, isOverdue: isOpen && dayOf(now) > complaint.dueOn };
};

/** House policy: what was written is erased a year after the end, the time in which detriment can be reported. */
const KEPT_DAYS = 365;
export const erasedFrom = (endedOn: Day): Day => addDays(endedOn, KEPT_DAYS);
export const endedBefore = (today: Day): Day => addDays(today, -KEPT_DAYS);
/** The handler hears two days before the answer is due. */
export const REMINDER_DAYS = 2;
