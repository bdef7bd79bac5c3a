const version = (toolId: string, number: number): string => `/tools/${toolId}/versions/${number}`;

export const assessmentPaths = {
  overview: (toolId: string, number: number): string => `${version(toolId, number)}/assessment`,
  section: (toolId: string, number: number, section: string): string => `${version(toolId, number)}/assessment/${section}`,
  attachment: (toolId: string, number: number): string => `${version(toolId, number)}/assessment-attachment`,
  signature: (toolId: string, number: number): string => `${version(toolId, number)}/balancing-tests`,
  fixing: (toolId: string, number: number): string => `${version(toolId, number)}/dpia-fixing`,
  stillHolds: (toolId: string, number: number): string => `${version(toolId, number)}/dpia-statement`,
} as const;

export const advicePaths = {
  list: '/advice',
  give: (versionId: string): string => `/advice/${versionId}`,
  confirmations: (versionId: string): string => `/advice/${versionId}/confirmations`,
  endorsement: (versionId: string): string => `/advice/${versionId}/endorsement`,
  loweredRisk: (versionId: string): string => `/advice/${versionId}/lowered-risk`,
  commentOn: (versionId: string, place: string): string => `/advice/${versionId}/comments?answer=${encodeURIComponent(place)}`,
  show: (toolId: string, number: number): string => `${version(toolId, number)}/advice`,
  request: (toolId: string, number: number): string => `${version(toolId, number)}/advice-requests`,
  deviation: (toolId: string, number: number): string => `${version(toolId, number)}/advice-deviations`,
  condition: (toolId: string, number: number, conditionId: string): string => `${version(toolId, number)}/advice-conditions/${conditionId}`,
  amendment: (toolId: string, number: number, conditionId: string): string =>
    `${version(toolId, number)}/advice-conditions/${conditionId}/amendment`,
} as const;

/** The same as routes. */
const VERSION = '/tools/:toolId/versions/:number';
export const routes = {
  overview: `${VERSION}/assessment`,
  section: `${VERSION}/assessment/:section`,
  risks: `${VERSION}/assessment/risks`,
  attachment: `${VERSION}/assessment-attachment`,
  signature: `${VERSION}/balancing-tests`,
  fixing: `${VERSION}/dpia-fixing`,
  stillHolds: `${VERSION}/dpia-statement`,
  list: '/advice',
  give: '/advice/:versionId',
  confirmations: '/advice/:versionId/confirmations',
  endorsement: '/advice/:versionId/endorsement',
  loweredRisk: '/advice/:versionId/lowered-risk',
  comment: '/advice/:versionId/comments',
  show: `${VERSION}/advice`,
  request: `${VERSION}/advice-requests`,
  deviation: `${VERSION}/advice-deviations`,
  condition: `${VERSION}/advice-conditions/:conditionId`,
  amendment: `${VERSION}/advice-conditions/:conditionId/amendment`,
} as const;
