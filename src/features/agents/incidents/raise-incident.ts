import { SYSTEM } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { newId, newReference } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { suspend } from '../../gate/index.js';
import { lockTool } from '../../tools/index.js';
import { COURSE_OF, type IncidentKind } from './domain/incident.js';
import { endIncident, findOpen, insertIncident } from './incidents.repository.js';

export interface Raised {
  readonly toolId: string;
  /** The agent, where it is known. */
  readonly agentId: string | null;
  readonly kind: IncidentKind;
  /** For the log: counts and codes, never personal data. */
  readonly detail?: Json;
}

/**
 * Writes an incident down and stops what it stops: for `lease_shared`, `key_copied` and `data_without_lease` the tool is suspended at once, for `heartbeat_missing` the
 * agent gets no lease until it has said when it stopped. Once while it stands open: answers the id of the open one then. Call it in a transaction that
 * commits, whatever is answered to the agent.
 */
export const raiseIncident = async (tx: Tx, now: Date, { toolId, agentId, kind, detail = null }: Raised): Promise<string> => {
  const known = await findOpen(tx, { toolId, agentId, kind });
  if (known) return known;
  await lockTool(tx, toolId);
  const raisedMeanwhile = await findOpen(tx, { toolId, agentId, kind });
  if (raisedMeanwhile) return raisedMeanwhile;
  const [id, reference] = [newId('n'), newReference()];
  await insertIncident(tx, { id, toolId, agentId, kind, reference, at: now });
  await record(tx, SYSTEM, now, 'incident.raised', { toolId, subjectId: id }, { kind, agent: agentId, detail, reference });
  if (COURSE_OF[kind].stops === 'tool')
    await suspend(tx, SYSTEM, now, { toolId, cause: 'incident', reason: '', detail: { incident: id, kind } });
  return id;
};

/** What was wrong is gone by itself: the incident that stood open closes without anybody's judgement. */
export const closeByItself = async (
  tx: Tx,
  now: Date,
  of: { readonly toolId: string; readonly agentId: string | null; readonly kind: IncidentKind },
): Promise<void> => {
  const id = await findOpen(tx, of);
  if (!id || !(await endIncident(tx, { id, reason: '', by: null, role: SYSTEM.role, at: now }))) return;
  await record(tx, SYSTEM, now, 'incident.closed', { toolId: of.toolId, subjectId: id }, { kind: of.kind, byItself: true });
};
