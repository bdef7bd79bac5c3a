/** Every URL of the managers' pages. */
export const dashboardPaths = {
  list: '/dashboards',
  why: '/dashboards/why',
} as const;
