/** Every URL for callers and visitors, and of who answers them. */
export const callerPaths = {
  list: '/callers',
  follow: '/callers/follow',
  tool: (toolId: string) => `/callers/${toolId}`,
  toolOf: '/callers/:toolId',
  request: (toolId: string) => `/callers/${toolId}/request`,
  requestOf: '/callers/:toolId/request',
  register: '/public-register',
  handled: '/caller-requests',
  handledOne: (id: string) => `/caller-requests/${id}`,
  handledOneOf: '/caller-requests/:id',
  act: (id: string, act: HandlerAct) => `/caller-requests/${id}/${act}`,
  actOf: (act: HandlerAct) => `/caller-requests/:id/${act}`,
  announcement: (toolId: string, number: number) => `/tools/${toolId}/versions/${number}/callers`,
  announcementOf: '/tools/:toolId/versions/:number/callers',
  script: (toolId: string) => `/me/tools/${toolId}/callers`,
  scriptOf: '/me/tools/:toolId/callers',
} as const;

export type HandlerAct = 'acknowledgement' | 'set-apart' | 'question' | 'identity' | 'identity-confirmation' | 'extension' | 'decision';
