export const jobPaths = {
  job: (id: string) => `/jobs/${id}`,
  jobOf: '/jobs/:id',
  again: (id: string) => `/jobs/${id}/again`,
  againOf: '/jobs/:id/again',
} as const;
