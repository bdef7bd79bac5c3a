import { isWithinHours, runsOnLeases } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { type Gate, gateOf, isCovered } from '../gate/index.js';
import type { AgentRow } from './agents.repository.js';
import { type Binding, bindingOf } from './bindings.repository.js';
import type { LeaseFacts, MissingRequirement } from './domain/lease-decision.js';
import { owesReceipt } from './incidents/incidents.repository.js';
import { type Asked, isApproved, versionFor } from './record-settings.js';

export interface LeaseReading {
  readonly gate: Gate;
  readonly facts: LeaseFacts;
  /** Null: this person is not bound to this agent. */
  readonly binding: Binding | null;
}

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

/** Everything a lease depends on, as it stands in this transaction. It writes nothing: then no two leases stand in each other's way. */
export const readLeaseFacts = async (tx: Tx, agent: AgentRow, asked: Asked, now: Date): Promise<LeaseReading> => {
  const versionId = await versionFor(tx, agent.toolId);
  const gate = await gateOf(tx, versionId, now);
  const binding = await bindingOf(tx, agent.id, asked.person);
  const facts = {
    missing: missingFor(gate),
    activated: gate.activation !== null && runsOnLeases(gate.version.enforcement),
    suspension: suspensionOf(gate),
    platformActive: gate.platformActive || gate.version.tool.isPlatform,
    withinHours: gate.limits.hours === null || isWithinHours(gate.limits.hours, now),
    settingsMatch: await isApproved(tx, versionId, asked),
    owesReceipt: await owesReceipt(tx, agent.id),
    covered:
      binding !== null && (await isCovered(tx, gate.version, gate.accepted, { personId: asked.person, now }, gate.limits.alwaysOffPercent)),
  };
  return { gate, facts, binding };
};
