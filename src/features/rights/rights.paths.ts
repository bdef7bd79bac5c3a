/** Every URL of requests about data. */
export const rightsPaths = {
  mine: '/me/rights',
  start: '/me/rights/new',
  startFor: (kind: string) => `/me/rights/new?kind=${encodeURIComponent(kind)}`,
  own: (id: string) => `/me/rights/${id}`,
  ownOf: '/me/rights/:id',
  withdrawal: (id: string) => `/me/rights/${id}/withdrawal`,
  withdrawalOf: '/me/rights/:id/withdrawal',
  list: '/rights',
  handled: (id: string) => `/rights/${id}`,
  handledOf: '/rights/:id',
  answer: (id: string) => `/rights/${id}/answer`,
  answerOf: '/rights/:id/answer',
  extension: (id: string) => `/rights/${id}/extension`,
  extensionOf: '/rights/:id/extension',
  lifting: (id: string) => `/rights/${id}/lifting`,
  liftingOf: '/rights/:id/lifting',
} as const;
