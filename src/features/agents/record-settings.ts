import type { Transactions, Tx } from '../../platform/database/index.js';
import { approvedSettings, findActivation, reportSettings, settingsHashOf } from '../gate/index.js';
import { latestVersion, readVersion } from '../tools/index.js';
import type { AgentRow } from './agents.repository.js';
import type { Settings } from './domain/settings-sheet.js';
import { closeByItself, raiseIncident } from './incidents/raise-incident.js';
import { holdInUse, lastReport } from './leases.repository.js';

type ReportingAgent = Pick<AgentRow, 'id' | 'toolId'>;

export interface Asked {
  readonly person: string;
  readonly settings?: Settings;
  readonly settingsHash?: string;
  /** The `jti` of the lease that the agent holds. */
  readonly previous?: string | null;
}

/** The version that counts for an agent: the one that is on, else the newest. */
export const versionFor = async (tx: Tx, toolId: string): Promise<string> =>
  (await findActivation(tx, toolId))?.version_id ?? (await latestVersion(tx, toolId)).id;

/** The SHA-256 of the sheet that an agent shows. */
export const hashOfAsked = ({ settings, settingsHash = '' }: Asked): string => (settings ? settingsHashOf(settings) : settingsHash);

/** Whether this sheet is the approved one of a version. */
const isApproved = async (tx: Tx, versionId: string, asked: Asked): Promise<boolean> =>
  hashOfAsked(asked) === settingsHashOf(approvedSettings(await readVersion(tx, versionId)));

/** Whether the gate has it already that this agent runs this sheet, and that it is the approved one. */
const isKnown = async (tx: Tx, agent: ReportingAgent, asked: Asked): Promise<boolean> => {
  const report = await lastReport(tx, agent.toolId, agent.id);
  return report !== null && report.matches && !report.retired && report.hash === hashOfAsked(asked);
};

/**
 * Keeps what an agent runs when it is news: another sheet than the approved one suspends the tool. It is kept before the lease is decided, in a
 * transaction of its own, since every lease of a tool reads what all its agents run: written together, agents that start at once would undo each other.
 */
export const recordSettings = async (transactions: Transactions, agent: ReportingAgent, asked: Asked, now: Date): Promise<void> => {
  const { versionId, approved, known } = await transactions.read(async (tx) => {
    const version = await versionFor(tx, agent.toolId);
    return { versionId: version, approved: await isApproved(tx, version, asked), known: await isKnown(tx, agent, asked) };
  });
  if (approved && known) return;
  const { settings = null, settingsHash } = asked;
  const reported = { toolId: agent.toolId, versionId, sourceId: agent.id, settings, settingsHash };
  const report = async (tx: Tx): Promise<void> => {
    if (!(await holdInUse(tx, agent.id))) return;
    const incident = { toolId: agent.toolId, agentId: agent.id, kind: 'settings_differ' } as const;
    if (await reportSettings(tx, now, reported)) await closeByItself(tx, now, incident);
    else await raiseIncident(tx, now, incident);
  };
  await (approved ? transactions.run(report) : transactions.serializable(report));
};
