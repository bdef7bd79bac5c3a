/** Every URL of the dashboards, and of who looked at them. */
export const dashboardPaths = {
  list: '/dashboards',
  why: '/dashboards/why',
  one: (toolId: string, code: string) => `/dashboards/${toolId}/${code}`,
  export: (toolId: string, code: string) => `/dashboards/${toolId}/${code}/export`,
  file: (toolId: string, code: string) => `/dashboards/${toolId}/${code}/file`,
  looks: '/dashboards/looks',
  myLooks: '/me/looks',
} as const;
