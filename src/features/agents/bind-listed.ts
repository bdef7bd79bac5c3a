import type { Actor } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { bindByList } from './bindings.repository.js';

/** An agent acts for itself; no person does. */
export const AGENT: Actor = { personId: null, role: 'agent', roles: [], language: 'nl' };

/** Binds everyone whom HR's list gives the device, and keeps that it did. */
export const bindListed = async (tx: Tx, agentId: string, toolId: string, now: Date): Promise<void> => {
  for (const personId of await bindByList(tx, agentId, now)) {
    await record(tx, AGENT, now, 'agent.person-bound', { toolId, subjectId: agentId, personId }, { how: 'hr_list' });
  }
};
