import type { RequirementId } from '../../../policy/index.js';

export interface PastAct {
  readonly type: string;
  readonly at: Date;
}

const AFTER: Partial<Record<RequirementId, readonly string[]>> = {
  E5: ['dpia.fixed', 'advice.asked'],
  E6: ['advice.given'],
  E11: ['final-decision.sent', 'final-decision.taken', 'final-decision.made', 'introduction.decided'],
};
const FROM_THE_START: readonly RequirementId[] = ['E1', 'E2', 'E3', 'E12', 'E15', 'E16'];

/** Since when a requirement waits for whose turn it is: since the act that made it theirs. */
export const heldSince = (id: RequirementId, registeredAt: Date | null, acts: readonly PastAct[]): Date | null => {
  if (FROM_THE_START.includes(id)) return registeredAt;
  const act = acts.findLast(({ type }) => AFTER[id]?.includes(type));
  return act && (!registeredAt || act.at >= registeredAt) ? act.at : null;
};
