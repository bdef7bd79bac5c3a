/** What a lease asks of the tool and the agent, in the order in which IT can do something about it. */
const CHECKS = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;
export type Check = (typeof CHECKS)[number];

export interface CheckFacts {
  readonly activated: boolean;
  readonly suspended: boolean;
  readonly blocked: boolean;
  /** Null: it has never shown its settings. */
  readonly settingsMatch: boolean | null;
  readonly requirementsMet: boolean;
  readonly bound: boolean;
}

export interface CheckResult {
  readonly check: Check;
  readonly holds: boolean;
}

/** What is mended first stands first: other checks follow from it. */
const MENDED_IN_ORDER: readonly Check[] = ['L2', 'L3', 'L4', 'L1', 'L5'];

/** Open ones first: that is where the work is. */
export const checkAgent = (facts: CheckFacts): readonly CheckResult[] => {
  const holds: Readonly<Record<Check, boolean>> = {
    L1: facts.activated && !facts.suspended,
    L2: !facts.blocked,
    L3: facts.settingsMatch === true,
    L4: facts.requirementsMet,
    L5: facts.bound,
  };
  const open = MENDED_IN_ORDER.filter((check) => !holds[check]);
  return [...open, ...CHECKS.filter((check) => holds[check])].map((check) => ({ check, holds: holds[check] }));
};
