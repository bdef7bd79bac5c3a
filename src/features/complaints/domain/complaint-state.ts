import { type Day, dayOf } from '../../../kernel/clock.js';
import { acknowledgementLastDay, complaintLastDay, rightsLastDay } from '../../../policy/index.js';

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

const MESSAGE_KINDS = ['acknowledged', 'question', 'reply', 'closed', 'handed_over'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export interface Message {
  readonly kind: MessageKind;
  readonly at: Date;
}

/** One month where it holds a request under the GDPR (12(3)), else six weeks. */
export const dueOnFor = (category: string, lodgedAt: Date): Day =>
  category === 'rights_ignored' || category === FROM_OBJECTION ? rightsLastDay(dayOf(lodgedAt)) : complaintLastDay(dayOf(lodgedAt));
export const acknowledgeBy = (lodgedAt: Date): Day => acknowledgementLastDay(dayOf(lodgedAt));

export type ComplaintStateName = 'received' | 'in_progress' | 'closed';
export interface ComplaintState {
  readonly name: ComplaintStateName;
  readonly isOverdue: boolean;
}

/** Where a complaint stands, from its messages alone. */
export const complaintState = (complaint: { readonly dueOn: Day }, messages: readonly Message[], now: Date): ComplaintState => {
  const closed = messages.some(({ kind }) => kind === 'closed');
  const begun = messages.some(({ kind }) => kind === 'acknowledged' || kind === 'question' || kind === 'reply');
  return { name: closed ? 'closed' : begun ? 'in_progress' : 'received', isOverdue: !closed && dayOf(now) > complaint.dueOn };
};
