const rounds = (requestId: string): string => `/council/requests/${requestId}/constituency`;
const summary = (id: string): string => `/me/consultation/summaries/${id}`;

export const constituencyPaths = {
  rounds,
  end: (requestId: string, publicationId: string): string => `${rounds(requestId)}/${publicationId}/end`,
  summary,
  reaction: (id: string): string => `${summary(id)}/reaction`,
} as const;
