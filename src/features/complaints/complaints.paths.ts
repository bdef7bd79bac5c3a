/** Every URL of the complaints. */
export const complaintPaths = {
  mine: '/complaints',
  start: '/complaints/new',
  own: (id: string) => `/complaints/${id}`,
  ownOf: '/complaints/:id',
  ownReply: (id: string) => `/complaints/${id}/replies`,
  ownReplyOf: '/complaints/:id/replies',
  cases: '/cases',
  case: (id: string) => `/cases/${id}`,
  caseOf: '/cases/:id',
  message: (id: string) => `/cases/${id}/messages`,
  messageOf: '/cases/:id/messages',
  handOver: (id: string) => `/cases/${id}/hand-over`,
  handOverOf: '/cases/:id/hand-over',
} as const;
