import type { ProposedCapability } from '../starters/starter.js';
import type { CapabilityRow } from '../version.js';
import { CAPABILITY_CODES } from './capabilities.js';
import type { CapabilityInput } from './capability-list.js';

/** The answers to "can it, is it on, who can switch it on", as one choice. */
export const STATES = ['no', 'version_change', 'two_persons', 'one_admin', 'nobody', 'on'] as const;
export type CapabilityState = (typeof STATES)[number];
const isState = (typed: unknown): typed is CapabilityState => STATES.some((state) => state === typed);

const stateOf = (row: {
  readonly can: boolean;
  readonly on: boolean | null;
  readonly reach: string | null;
}): CapabilityState | undefined => {
  if (!row.can) return 'no';
  if (row.on === true) return 'on';
  return isState(row.reach) ? row.reach : undefined;
};

const inputOf = (code: string, state: CapabilityState): CapabilityInput => {
  if (state === 'no') return { code, can: false };
  if (state === 'on') return { code, can: true, on: true, reach: 'version_change' };
  return { code, can: true, on: false, reach: state };
};

/** What is chosen: what was answered, or else what the starter proposes, in which "not named" is "cannot". */
export const chosenStates = (
  rows: readonly CapabilityRow[],
  proposed: readonly ProposedCapability[],
): ReadonlyMap<string, CapabilityState> => {
  const chosen = new Map<string, CapabilityState>();
  for (const code of CAPABILITY_CODES) {
    const row = rows.find((one) => one.code === code);
    const named = proposed.find((one) => one.code === code);
    const isOpen = rows.length === 0 && proposed.length > 0;
    const state = row
      ? stateOf(row)
      : isOpen
        ? stateOf(named ? { can: named.can, on: named.isOn, reach: named.reach } : { can: false, on: false, reach: null })
        : undefined;
    if (state) chosen.set(code, state);
  }
  return chosen;
};

export interface ReadCapabilities {
  readonly inputs: readonly CapabilityInput[];
  /** Capabilities of which nothing usable was said. */
  readonly missing: readonly string[];
  readonly chosen: ReadonlyMap<string, string>;
  /** Fields that do not belong to the form. */
  readonly stray: readonly string[];
}

/** Every capability must be answered: what is not said counts as on, and nobody means that. */
export const readCapabilities = (body: Record<string, unknown>): ReadCapabilities => {
  const typed = CAPABILITY_CODES.map((code) => ({ code, state: body[`capability|${code}`] }));
  const inputs = typed.flatMap(({ code, state }) => (isState(state) ? [inputOf(code, state)] : []));
  const known = new Set(['_csrf', '_idempotency', '_next', ...CAPABILITY_CODES.map((code) => `capability|${code}`)]);
  return {
    inputs,
    missing: typed.filter(({ state }) => !isState(state)).map(({ code }) => code),
    chosen: new Map(typed.flatMap(({ code, state }) => (isState(state) ? [[code, state] as const] : []))),
    stray: Object.keys(body).filter((field) => !known.has(field)),
  };
};
