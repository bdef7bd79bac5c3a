export const transparencyPaths = {
  me: '/me',
  tool: (toolId: string) => `/me/tools/${toolId}`,
  toolOf: '/me/tools/:toolId',
} as const;
