import type { Tx } from '../../platform/database/index.js';
import { approvedSettings, findActivation, type Gate, gateOf, isCovered, reportSettings, settingsHashOf } from '../gate/index.js';
import { latestVersion, readVersion } from '../tools/index.js';
import type { AgentRow } from './agents.repository.js';
import { bindListed } from './bind-listed.js';
import { type Binding, bindingOf } from './bindings.repository.js';
import type { LeaseFacts, MissingRequirement } from './domain/lease-decision.js';
import type { Settings } from './domain/settings-sheet.js';
import { lastReport } from './leases.repository.js';

export interface Asked {
  readonly person: string;
  readonly settings?: Settings;
  readonly settingsHash?: string;
}

export interface LeaseReading {
  readonly gate: Gate;
  readonly facts: LeaseFacts;
  /** Null: this person is not bound to this agent. */
  readonly binding: Binding | null;
}

/** The version that counts for an agent: the one that is on, else the newest. */
export const versionFor = async (tx: Tx, toolId: string): Promise<string> =>
  (await findActivation(tx, toolId))?.version_id ?? (await latestVersion(tx, toolId)).id;

/** Keeps what the agent runs when it is news, and says whether it is the approved sheet. */
const showSettings = async (tx: Tx, agent: AgentRow, versionId: string, asked: Asked, now: Date): Promise<boolean> => {
  const approved = settingsHashOf(approvedSettings(await readVersion(tx, versionId)));
  const hash = asked.settings ? settingsHashOf(asked.settings) : asked.settingsHash;
  const known = await lastReport(tx, agent.toolId, agent.id);
  if (hash === approved && known?.hash === hash && known.matches && !known.retired) return true;
  const { settings = null, settingsHash: sent } = asked;
  return reportSettings(tx, now, { toolId: agent.toolId, versionId, sourceId: agent.id, settings, settingsHash: sent });
};

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

const suspensionOf = ({ suspension }: Gate): LeaseFacts['suspension'] => {
  if (!suspension) return null;
  return suspension.cause === 'stopped' ? 'stopped' : 'suspended';
};

/** Everything a lease depends on, as it stands in this transaction. */
export const readLeaseFacts = async (tx: Tx, agent: AgentRow, asked: Asked, now: Date): Promise<LeaseReading> => {
  const versionId = await versionFor(tx, agent.toolId);
  const settingsMatch = await showSettings(tx, agent, versionId, asked, now);
  await bindListed(tx, agent.id, agent.toolId, now);
  const gate = await gateOf(tx, versionId, now);
  const binding = await bindingOf(tx, agent.id, asked.person);
  const facts = {
    missing: missingFor(gate),
    activated: gate.activation !== null,
    suspension: suspensionOf(gate),
    platformActive: gate.platformActive || gate.version.tool.isPlatform,
    settingsMatch,
    covered: binding !== null && (await isCovered(tx, gate.version, gate.accepted, { personId: asked.person, now })),
  };
  return { gate, facts, binding };
};
