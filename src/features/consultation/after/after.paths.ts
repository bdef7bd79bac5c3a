const nullity = (reference: string): string => `/council/nullity/${reference}`;
const review = (reportId: string): string => `/council/reviews/${reportId}`;
const concern = (concernId: string): string => `/council/concerns/${concernId}`;

/** Addresses of what follows after a decision; a door takes the same with `:name` in place of what changes. */
export const afterPaths = {
  reviews: '/council/reviews',
  statistics: '/council/statistics',
  invoke: (toolId: string): string => `/council/tools/${toolId}/nullity`,
  nullity,
  letter: (reference: string): string => `${nullity(reference)}/letter.pdf`,
  ratification: (reference: string): string => `${nullity(reference)}/ratification`,
  report: (requestId: string): string => `/council/requests/${requestId}/effect-report`,
  review,
  reviewView: (reportId: string): string => `${review(reportId)}/view`,
  reviewConfirmation: (reportId: string): string => `${review(reportId)}/confirmation`,
  raise: (toolId: string): string => `/council/tools/${toolId}/concern`,
  concern,
  concernAnswer: (concernId: string): string => `${concern(concernId)}/answer`,
  revoke: (requestId: string): string => `/council/requests/${requestId}/revocation`,
  revocation: (revocationId: string): string => `/council/revocations/${revocationId}`,
} as const;
