import type { Role } from '../../../kernel/actor.js';

export type SuspensionCause = 'stopped' | 'drift' | 'nullity' | 'condition_broken' | 'gate_closed' | 'platform' | 'incident';

/** Each of these can stop a tool at once; stopping needs no gate (spec.md 3.3, product policy). */
export const MAY_STOP: readonly Role[] = ['hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary'];

const EMPLOYER: readonly Role[] = ['hr_registrar', 'director', 'it_admin'];

/** Who may say that the reason of a suspension is gone. The body that stopped a tool is the one that lets it go on; the gate is checked again anyway. */
export const mayLift = (cause: SuspensionCause, stoppedBy: string): readonly Role[] => {
  if (cause !== 'stopped') return ['it_admin'];
  if (stoppedBy === 'or_chair' || stoppedBy === 'or_secretary') return ['or_chair', 'or_secretary'];
  if (stoppedBy === 'dpo') return ['dpo'];
  return EMPLOYER;
};
