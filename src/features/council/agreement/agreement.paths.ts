const base = '/council/agreement';

export const agreementPaths = {
  agreement: base,
  pdf: `${base}/agreement.pdf`,
  propose: `${base}/proposal`,
  proposal: (id: string): string => `${base}/proposals/${id}`,
  proposalPdf: (id: string): string => `${base}/proposals/${id}/agreement.pdf`,
  signature: (id: string): string => `${base}/proposals/${id}/signature`,
  decline: (id: string): string => `${base}/proposals/${id}/decline`,
} as const;
