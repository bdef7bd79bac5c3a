import type { Tx } from '../../../platform/database/index.js';

/** One change of the keys at a time, whichever process makes it. */
export const lockKeys = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(hashtextextended('signing-keys', 0))`);

/** Says to the agents of every running tool that they ask for a lease again, once this commits. */
export const signalAll = (tx: Tx): Promise<unknown> => tx.query(`select pg_notify('agent_signal', tool_id) from active_tools`);
