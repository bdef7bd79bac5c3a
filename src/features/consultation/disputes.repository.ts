import type { Tx } from '../../platform/database/index.js';

export const disputeAnswerers = (tx: Tx, disputeId: string): Promise<{ byPerson: string; byRole: string }[]> =>
  tx.query(`select by_person as "byPerson", by_role as "byRole" from dispute_answers where dispute_id = $1`, [disputeId]);
