import type { Language } from '../../kernel/actor.js';
import { formatDay } from '../../platform/i18n/index.js';
import type { CaseView } from './complaints.service.js';
import type { ComplaintView } from './complaint-views.js';
import { acknowledgeBy } from './domain/complaint-state.js';
import type { CasePageProps } from './web/case-pages.js';
import type { OwnPageProps } from './web/own-pages.js';
import type { MessageLine } from './web/messages.js';

const linesOf = ({ complaint, messages }: ComplaintView): readonly MessageLine[] =>
  messages.map(({ kind, text, at, byPerson }) => ({ kind, text, at, byPerson: byPerson === complaint.personId }));

export const ownPageProps = (view: ComplaintView, language: Language): OwnPageProps => {
  const { complaint, state } = view;
  return {
    id: complaint.id,
    reference: complaint.reference,
    toolName: complaint.toolName,
    category: complaint.category,
    text: complaint.text,
    state: state.name,
    isOverdue: state.isOverdue,
    dueOn: complaint.dueOn,
    dueText: formatDay(complaint.dueOn, language),
    acknowledgeText: formatDay(acknowledgeBy(complaint.lodgedAt), language),
    fromObjection: complaint.fromObjectionId !== null,
    isHandled: complaint.handlerId !== null,
    messages: linesOf(view),
  };
};

export const casePageProps = (view: CaseView, language: Language): CasePageProps => {
  const { complaint, state } = view;
  return {
    id: complaint.id,
    reference: complaint.reference,
    personName: view.personName,
    toolName: complaint.toolName,
    category: complaint.category,
    text: complaint.text,
    state: state.name,
    isOverdue: state.isOverdue,
    dueOn: complaint.dueOn,
    acknowledgeText: formatDay(acknowledgeBy(complaint.lodgedAt), language),
    isAcknowledged: view.messages.some(({ kind }) => kind === 'acknowledged'),
    messages: linesOf(view),
    mayHandOver: view.mayHandOver,
  };
};
