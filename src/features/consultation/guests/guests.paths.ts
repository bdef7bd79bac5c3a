const links = (requestId: string): string => `/council/requests/${requestId}/guests`;

export const guestPaths = {
  links,
  end: (requestId: string, linkId: string): string => `${links(requestId)}/${linkId}/end`,
  /** What the guest opens: the token is the only key, and is kept nowhere. */
  open: (token: string): string => `/guest/${token}`,
  answerFile: (token: string, questionId: string, fileId: string): string => `/guest/${token}/questions/${questionId}/files/${fileId}`,
  onePagePdf: (token: string): string => `/guest/${token}/page.pdf`,
} as const;
