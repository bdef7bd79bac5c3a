/** Every URL of incidents. */
export const incidentPaths = {
  list: '/incidents',
  incident: (id: string) => `/incidents/${id}`,
  incidentOf: '/incidents/:incidentId',
} as const;
