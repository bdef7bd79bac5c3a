import type { Tx } from '../../platform/database/index.js';

export const toolNames = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.query(`select id, name from tools where not is_platform order by lower(name), id`);

export const toolsAmong = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(`select id from tools where id = any($1) order by id`, [ids]);
  return rows.map(({ id }) => id);
};
