export const transparencyPaths = {
  me: '/me',
  tool: (toolId: string) => `/me/tools/${toolId}`,
  version: (toolId: string, number: number) => `/me/tools/${toolId}/versions/${number}`,
  versionOf: '/me/tools/:toolId/versions/:number',
  toolOf: '/me/tools/:toolId',
} as const;
