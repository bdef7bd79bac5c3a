import type { Tx } from './transactions.js';

/** For work on all that a tool ever measured: minutes, where other statements have half of one. */
const LONG_MS = 15 * 60_000;

/** Gives each statement that follows so many milliseconds, until the commit or `endLimit`. */
export const limitStatements = (tx: Tx, ms: number): Promise<unknown> =>
  tx.query(`select set_config('statement_timeout', $1, true)`, [String(ms)]);
/** From here on statements have the time that every session gives them. */
export const endLimit = (tx: Tx): Promise<unknown> => tx.query('set local statement_timeout to default');
/** The statements of this transaction may take minutes. */
export const allowLong = (tx: Tx): Promise<unknown> => limitStatements(tx, LONG_MS);
