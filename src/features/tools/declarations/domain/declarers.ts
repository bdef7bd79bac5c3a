import type { Role } from '../../../../kernel/actor.js';

/** Who says what is declared. */
export const DECLARERS = {
  metrics: ['it_admin', 'tool_owner', 'hr_registrar'],
  dashboards: ['hr_registrar', 'tool_owner'],
  grade: ['it_admin', 'tool_owner'],
  individualView: ['hr_registrar'],
} as const satisfies Record<string, readonly Role[]>;
export type DeclaredPart = keyof typeof DECLARERS;
