import type { Reason } from '../../../kernel/problem.js';

/** A requirement that is not met, as the gate names it. */
export interface MissingRequirement {
  readonly id: string;
  readonly code: string;
  readonly rules: readonly string[];
  /** Whose turn it is: a role. */
  readonly turn: string | null;
}

/** What a lease depends on, read in one transaction. Everything but `covered` is about the tool and the agent. */
export interface LeaseFacts {
  readonly missing: readonly MissingRequirement[];
  readonly activated: boolean;
  readonly suspension: 'stopped' | 'suspended' | null;
  readonly platformActive: boolean;
  /** The conditions allow measuring at this hour. */
  readonly withinHours: boolean;
  readonly settingsMatch: boolean;
  /** The agent was silent for long, and has not said since when it stopped. */
  readonly owesReceipt: boolean;
  readonly covered: boolean;
}

export interface Refusal {
  readonly granted: false;
  /** Codes of the requirements that are missing. */
  readonly missing: readonly string[];
  readonly reasons: readonly [Reason, ...Reason[]];
}
export type LeaseDecision = { readonly granted: true } | Refusal;

const refuse = (reasons: readonly [Reason, ...Reason[]], missing: readonly string[] = []): Refusal => ({
  granted: false,
  missing,
  reasons,
});

/** A blocked or retired agent learns nothing else. */
export const BLOCKED: Refusal = refuse([{ code: 'agent.blocked', turn: 'it_admin' }]);

/** Nobody enrolled this agent. */
export const UNKNOWN: Refusal = refuse([{ code: 'agent.unknown', turn: 'it_admin' }]);

const reasonsOf = (facts: LeaseFacts): Reason[] => [
  ...facts.missing.map(({ id, rules, turn }) => ({ code: 'requirement.missing', requirement: id, rules, turn: turn ?? undefined })),
  ...(facts.activated ? [] : [{ code: 'tool.not_activated', turn: 'it_admin' }]),
  ...(facts.suspension === 'suspended' ? [{ code: 'tool.suspended' }] : []),
  ...(facts.suspension === 'stopped' ? [{ code: 'tool.stopped' }] : []),
  ...(facts.activated || facts.platformActive ? [] : [{ code: 'platform.not_active' }]),
  ...(facts.withinHours ? [] : [{ code: 'limit.hours' }]),
  ...(facts.owesReceipt ? [{ code: 'receipt.missing' }] : []),
  ...(facts.settingsMatch ? [] : [{ code: 'settings.differ', turn: 'it_admin' }]),
];

/**
 * Whether this agent may measure this person now; otherwise every reason. What concerns the person is one code, `not_covered`, and only when nothing
 * else stands in the way: nobody learns from it whether a notice was not delivered, somebody objected, or is out of scope.
 */
export const decideLease = (facts: LeaseFacts): LeaseDecision => {
  const [first, ...others] = reasonsOf(facts);
  if (first)
    return refuse(
      [first, ...others],
      facts.missing.map(({ code }) => code),
    );
  return facts.covered ? { granted: true } : refuse([{ code: 'not_covered' }]);
};
