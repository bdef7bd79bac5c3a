/** Every URL of agents. */
export const agentPaths = {
  list: '/agents',
  enrol: '/agents/new',
  refusals: '/agents/refusals',
  agent: (agentId: string) => `/agents/${agentId}`,
  agentOf: '/agents/:agentId',
  block: (agentId: string) => `/agents/${agentId}/block`,
  blockOf: '/agents/:agentId/block',
  retire: (agentId: string) => `/agents/${agentId}/retirement`,
  retireOf: '/agents/:agentId/retirement',
  leases: '/agents/leases',
  devices: '/me/devices',
  confirm: (agentId: string) => `/me/devices/${agentId}/confirmation`,
  confirmOf: '/me/devices/:agentId/confirmation',
  release: (agentId: string) => `/me/devices/${agentId}/release`,
  releaseOf: '/me/devices/:agentId/release',
  lease: (agentId: string) => `/api/v1/agents/${agentId}/leases`,
  stopReceipt: (agentId: string) => `/api/v1/agents/${agentId}/stop-receipts`,
  measurements: '/api/v1/measurements',
  /** What is known of them, for whoever decides about a breach. */
  measuredOf: (toolId: string) => `/measurements/${toolId}`,
  signal: (agentId: string) => `/api/v1/agents/${agentId}/signal`,
} as const;
