/** Every URL of receivers. */
export const webhookPaths = {
  list: '/receivers',
  add: '/receivers/new',
  receiver: (id: string) => `/receivers/${id}`,
  receiverOf: '/receivers/:receiverId',
  secret: (id: string) => `/receivers/${id}/secret`,
  secretOf: '/receivers/:receiverId/secret',
  removal: (id: string) => `/receivers/${id}/removal`,
  removalOf: '/receivers/:receiverId/removal',
  again: (id: string) => `/receivers/${id}/letters`,
  againOf: '/receivers/:receiverId/letters',
} as const;
