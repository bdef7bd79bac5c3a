/** What a lease asks of the tool and the agent, in the order in which IT can do something about it. */
export const CHECKS = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;
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

/** Open ones first: that is where the work is. */
export const checkAgent = (facts: CheckFacts): readonly CheckResult[] => {
  const holds: Readonly<Record<Check, boolean>> = {
    L1: facts.activated && !facts.suspended,
    L2: !facts.blocked,
    L3: facts.settingsMatch === true,
    L4: facts.requirementsMet,
    L5: facts.bound,
  };
  const all = CHECKS.map((check) => ({ check, holds: holds[check] }));
  return [...all.filter((result) => !result.holds), ...all.filter((result) => result.holds)];
};
