import type { Reason } from '../../../kernel/problem.js';

/** An answer. A refusal says why in `context`: `reason` is the first cause, `missing` the approval steps that lack, `reasons` all of it. */
export interface Decision {
  readonly decision: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
}

export const PERMITTED: Decision = Object.freeze({ decision: true });

const firstCause = (missing: readonly string[], reasons: readonly Reason[]): string | undefined =>
  missing.length > 0 ? 'missing_prerequisite' : reasons[0]?.code;

export const denied = (
  reasons: readonly Reason[],
  missing: readonly string[] = [],
  more: Readonly<Record<string, unknown>> = {},
): Decision => {
  const reason = firstCause(missing, reasons);
  return {
    decision: false,
    context: {
      ...(reason ? { reason } : {}),
      ...(missing.length > 0 ? { missing } : {}),
      ...(reasons.length > 0 ? { reasons } : {}),
      ...more,
    },
  };
};

/** The facts are not known as they are now: then every answer is no. */
export const UNKNOWN: Decision = denied([{ code: 'state.unknown' }]);
