import type { Reason } from '../../../kernel/problem.js';
import type { RequirementState } from '../../../policy/index.js';

/** Each missing requirement as a reason: the rules behind it and whose turn it is. */
export const missingReasons = (states: readonly RequirementState[]): readonly Reason[] =>
  states
    .filter((state) => state.missing)
    .map((state) => ({ code: 'requirement.missing', requirement: state.id, rules: state.failing, turn: state.turn ?? undefined }));
