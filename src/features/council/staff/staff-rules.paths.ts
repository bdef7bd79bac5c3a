/** Every address of how a staff representation votes. */
export const staffRulesPaths = {
  rules: '/council/staff-rules',
  confirmation: (id: string) => `/council/staff-rules/${id}/confirmation`,
  withdrawal: (id: string) => `/council/staff-rules/${id}/withdrawal`,
} as const;
