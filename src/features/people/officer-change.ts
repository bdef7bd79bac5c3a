import type { Actor } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { insertOfficerChange } from './roles.repository.js';

export type OfficerChange = 'role-accepted' | 'role-ended' | 'password' | 'second-step' | 'mail-address' | 'reset' | 'key';

/** Every change of a council officer's account is an act: all members are told, and activation waits 24 hours after it. */
export const recordOfficerChange = async (tx: Tx, actor: Actor, now: Date, personId: string, change: OfficerChange): Promise<string> => {
  await insertOfficerChange(tx, personId, change, now);
  return record(tx, actor, now, 'officer.account-changed', { personId }, { change });
};
