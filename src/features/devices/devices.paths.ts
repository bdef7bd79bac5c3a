/** Every URL of devices. */
export const devicePaths = {
  list: '/devices',
  tool: (toolId: string) => `/devices/${toolId}`,
  toolOf: '/devices/:toolId',
  table: (toolId: string) => `/devices/${toolId}/devices.csv`,
  tableOf: '/devices/:toolId/devices.csv',
  script: (toolId: string) => `/devices/${toolId}/script.ps1`,
  scriptOf: '/devices/:toolId/script.ps1',
  file: (toolId: string, fileId: string) => `/devices/${toolId}/files/${fileId}`,
  fileOf: '/devices/:toolId/files/:fileId',
  inventory: '/inventory',
  report: (product: string) => `/inventory/${product}/report`,
  reportOf: '/inventory/:product/report',
} as const;
