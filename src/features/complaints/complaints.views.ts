import type { Language } from '../../kernel/actor.js';
import { formatDay } from '../../platform/i18n/index.js';
import type { CaseView } from './cases.service.js';
import { ACCEPTED_FILES } from './clean-file.js';
import type { Complaint } from './complaints.repository.js';
import { acknowledgeBy, erasedFrom, FROM_OBJECTION, isConfirmed } from './domain/complaint-state.js';
import type { FollowView } from './follow.service.js';
import type { CasePageProps } from './web/case-page.js';
import type { TermsProps } from './web/code-pages.js';
import type { FollowedPageProps } from './web/follow-pages.js';

export const termsOf = (complaint: Complaint, language: Language): TermsProps => ({
  reference: complaint.reference,
  adviser: complaint.desk === 'adviser',
  isDisclosure: complaint.isDisclosure,
  isRightsRequest: complaint.category === 'rights_ignored' || complaint.category === FROM_OBJECTION,
  acknowledgeBy: formatDay(acknowledgeBy(complaint), language),
  answerBy: formatDay(complaint.dueOn, language),
});

const standingOf = ({ reference, category, dueOn }: Complaint, state: FollowView['state']) => ({
  reference,
  category,
  dueOn,
  state: state.name,
  isOverdue: state.isOverdue,
});
export const caseRow = (complaint: Complaint, state: FollowView['state']) => standingOf(complaint, state);

export const followedProps = (
  { complaint, state, story, messages, files }: FollowView,
  code: string,
  language: Language,
): FollowedPageProps => {
  const end = messages.find(({ kind }) => kind === 'closed');
  return {
    ...standingOf(complaint, state),
    code,
    isOpen: state.isOpen,
    isDisclosure: complaint.isDisclosure,
    fromObjection: complaint.fromObjectionId !== null,
    acknowledgeText: messages.some(({ kind }) => kind === 'acknowledged') ? null : formatDay(acknowledgeBy(complaint), language),
    erasedOnText: end && story ? formatDay(erasedFrom(end.onDay), language) : null,
    text: story?.text ?? null,
    files,
    messages,
    accepted: ACCEPTED_FILES,
  };
};

export const casePageProps = (view: CaseView, language: Language): CasePageProps => {
  const { complaint, state, story, messages } = view;
  return {
    ...standingOf(complaint, state),
    id: complaint.id,
    isOpen: state.isOpen,
    isErased: story === null,
    isDisclosure: complaint.isDisclosure,
    anonymous: complaint.route === 'anonymous',
    authorName: view.authorName,
    toolName: complaint.toolName,
    toolTyped: story?.tool ?? '',
    when: story?.when ?? '',
    about: story?.about ?? '',
    text: story?.text ?? '',
    acknowledgeText: formatDay(acknowledgeBy(complaint), language),
    isAcknowledged: messages.some(isConfirmed),
    fileIds: view.fileIds,
    messages,
    mayHandOver: view.mayHandOver,
  };
};
