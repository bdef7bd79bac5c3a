const framework = (id: string): string => `/council/frameworks/${id}`;
const light = (id: string): string => `/council/light/${id}`;

/** Every address of the frameworks; a door takes the same with `:name` in place of what changes. */
export const frameworkPaths = {
  list: '/council/frameworks',
  propose: '/council/frameworks/new',
  framework,
  decision: (id: string): string => `${framework(id)}/decision`,
  end: (id: string): string => `${framework(id)}/end`,
  confirm: (id: string, decisionId: string): string => `${framework(id)}/decisions/${decisionId}/confirm`,
  reject: (id: string, decisionId: string): string => `${framework(id)}/decisions/${decisionId}/rejection`,
  presence: (id: string, decisionId: string): string => `${framework(id)}/decisions/${decisionId}/presence`,
  version: (toolId: string, number: number | ':number'): string => `/tools/${toolId}/versions/${number}/framework`,
  light,
  objection: (id: string): string => `${light(id)}/objection`,
  revocation: (id: string): string => `${light(id)}/revocation`,
  revocationConfirmation: (id: string): string => `${light(id)}/revocation/confirmation`,
  acceptance: (id: string): string => `${light(id)}/acceptance`,
} as const;
