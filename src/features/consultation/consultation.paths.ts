import type { CaseTab } from './case/case-tabs.js';

type VersionNumber = number | ':number';
const version = (toolId: string, number: VersionNumber): string => `/tools/${toolId}/versions/${number}`;
const request = (id: string): string => `/council/requests/${id}`;

/** Every address of the consultation; a door takes the same with `:name` in place of what changes. */
export const consultationPaths = {
  prepare: (toolId: string, number: VersionNumber): string => `${version(toolId, number)}/consent-request`,
  send: (toolId: string, number: VersionNumber): string => `${version(toolId, number)}/consent-request/send`,
  claim: (toolId: string, number: VersionNumber): string => `${version(toolId, number)}/claim`,
  claimConfirmation: (claimId: string): string => `/claims/${claimId}/confirmation`,
  ruling: (toolId: string, number: VersionNumber): string => `${version(toolId, number)}/ruling`,
  rulingFile: (rulingId: string): string => `/rulings/${rulingId}/file`,
  rulingConfirmation: (rulingId: string): string => `/rulings/${rulingId}/confirmation`,
  final: (toolId: string, number: VersionNumber): string => `${version(toolId, number)}/final-decision`,
  council: '/council',
  request,
  /** One of the pages of a case; the summary is the case itself. */
  casePage: (id: string, tab: CaseTab): string => (tab === 'summary' ? request(id) : `${request(id)}/${tab}`),
  onePagePdf: (id: string): string => `${request(id)}/page.pdf`,
  withdrawal: (id: string): string => `${request(id)}/withdrawal`,
  questions: (id: string): string => `${request(id)}/questions`,
  questionAnswer: (requestId: string, questionId: string): string => `${request(requestId)}/questions/${questionId}/answer`,
  questionNote: (requestId: string, questionId: string): string => `${request(requestId)}/questions/${questionId}/note`,
  answerFile: (requestId: string, questionId: string, fileId: string): string =>
    `${request(requestId)}/questions/${questionId}/files/${fileId}`,
  meeting: (id: string): string => `${request(id)}/meeting`,
  meetingFile: (requestId: string, meetingId: string): string => `${request(requestId)}/meetings/${meetingId}/minutes`,
  meetingPresence: (requestId: string, meetingId: string): string => `${request(requestId)}/meetings/${meetingId}/presence`,
  meetingProposals: (id: string): string => `${request(id)}/meetings/dates`,
  meetingChoice: (requestId: string, proposalId: string): string => `${request(requestId)}/meetings/dates/${proposalId}/choice`,
  agenda: (id: string): string => `${request(id)}/meetings/agenda`,
  agendaRemoval: (requestId: string, itemId: string): string => `${request(requestId)}/meetings/agenda/${itemId}/removal`,
  invitation: (id: string): string => `${request(id)}/invitation.ics`,
  decision: (id: string): string => `${request(id)}/decision`,
  confirm: (id: string): string => `${request(id)}/decision/confirm`,
  sendBack: (id: string): string => `${request(id)}/decision/rejection`,
  view: (id: string): string => `${request(id)}/view`,
  personnelMeeting: (id: string): string => `${request(id)}/personnel-meeting`,
  commentAnswer: (requestId: string, commentId: string): string => `${request(requestId)}/comments/${commentId}/answer`,
  dispute: (toolId: string): string => `/council/tools/${toolId}/dispute`,
  disputeAnswer: (disputeId: string): string => `/council/disputes/${disputeId}/answer`,
  nullity: (toolId: string): string => `/council/tools/${toolId}/nullity`,
  promise: (conditionId: string): string => `/council/promises/${conditionId}`,
  promiseFile: (conditionId: string, evidenceId: string): string => `/council/promises/${conditionId}/evidence/${evidenceId}`,
  ownPromises: '/promises',
  ownPromise: (conditionId: string): string => `/promises/${conditionId}`,
  paper: (mailingId: string): string => `/council/papers/${mailingId}`,
  informations: '/me/consultation',
  information: (id: string): string => `/me/consultation/${id}`,
  comments: (id: string): string => `/me/consultation/${id}/comments`,
  minutesConfirmation: (id: string): string => `/me/consultation/${id}/minutes`,
  stop: (toolId: string): string => `/tools/${toolId}/stop`,
} as const;
