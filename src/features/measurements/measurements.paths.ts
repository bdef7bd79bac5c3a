import { agentPaths } from '../agents/index.js';

/** Every URL of measurements. Agents send to an address of their own (`agentPaths.measurements`). */
export const measurementPaths = {
  list: '/measurements',
  tool: agentPaths.measuredOf,
  toolOf: '/measurements/:toolId',
  holds: (toolId: string) => `/measurements/${toolId}/holds`,
  holdsOf: '/measurements/:toolId/holds',
  criteria: (toolId: string) => `/measurements/${toolId}/criteria`,
  criteriaOf: '/measurements/:toolId/criteria',
  quarantines: (toolId: string) => `/measurements/${toolId}/quarantines`,
  quarantinesOf: '/measurements/:toolId/quarantines',
  endHold: (id: string) => `/legal-holds/${id}/end`,
  endHoldOf: '/legal-holds/:holdId/end',
  quarantine: (id: string) => `/quarantines/${id}`,
  quarantineOf: '/quarantines/:quarantineId',
  deletion: (id: string) => `/quarantines/${id}/deletion`,
  deletionOf: '/quarantines/:quarantineId/deletion',
  lifting: (id: string) => `/quarantines/${id}/lifting`,
  liftingOf: '/quarantines/:quarantineId/lifting',
  breach: (id: string) => `/breaches/${id}`,
  breachOf: '/breaches/:breachId',
  mine: '/me/measurements',
  evidence: (id: string) => `/me/measurements/${id}/evidence`,
  evidenceOf: '/me/measurements/:quarantineId/evidence',
  evidenceEnd: (id: string) => `/me/measurements/${id}/evidence-end`,
  evidenceEndOf: '/me/measurements/:quarantineId/evidence-end',
} as const;
