import type { Derived } from './gate.js';

/** How a tool stands, in the six forms of the verdict line and the states of the list. */
export type ToolState = 'draft' | 'closed' | 'open' | 'active' | 'suspended' | 'stopped' | 'never' | 'unconsented';

export interface Course {
  readonly registered: boolean;
  readonly active: boolean;
  readonly suspendedBy: string | null;
  readonly runsWithoutConsent: boolean;
}

export const toolStateOf = (gate: Derived, course: Course): ToolState => {
  if (gate.evaluation.verdict === 'PROHIBITED') return 'never';
  if (course.suspendedBy === 'stopped') return 'stopped';
  if (course.suspendedBy) return 'suspended';
  if (course.active) return gate.holds ? 'active' : 'suspended';
  if (course.runsWithoutConsent) return 'unconsented';
  if (!course.registered) return 'draft';
  return gate.open ? 'open' : 'closed';
};
