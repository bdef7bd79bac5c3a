import type { Gate } from '../gate/index.js';
import type { LeaseFacts, MissingRequirement } from './domain/lease-decision.js';

/** What stands open. A tool that is on goes on when a new warning appears; whatever else is missing refuses. */
export const missingFor = (gate: Gate): readonly MissingRequirement[] => {
  const isOn = gate.activation !== null;
  const missing = gate.states
    .filter((state) => state.missing && !(isOn && state.state === 'met_with_warning'))
    .map(({ id, code, failing, turn }) => ({ id, code, rules: failing, turn }));
  if (missing.length > 0 || (isOn ? gate.holds : gate.open)) return missing;
  const rules = gate.evaluation.rules.filter(({ outcome }) => outcome === 'FAIL').map(({ id }) => id);
  return [{ id: 'E3', code: 'dpia', rules, turn: 'privacy_officer' }];
};

export const suspensionOf = ({ suspension }: Gate): LeaseFacts['suspension'] => {
  if (!suspension) return null;
  return suspension.cause === 'stopped' ? 'stopped' : 'suspended';
};
