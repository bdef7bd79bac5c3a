import type { Tx } from '../../platform/database/index.js';

/** Tools with batches that stand in no group yet. */
export const toolsToGroup = async (tx: Tx, before: Date): Promise<readonly string[]> => {
  const rows: { tool_id: string }[] = await tx.query(
    `select distinct tool_id from measurement_batches where group_id is null and received_at < $1 order by 1`,
    [before],
  );
  return rows.map((row) => row.tool_id);
};

export interface Ungrouped {
  readonly id: string;
  readonly accepted: number;
  readonly refused: number;
}

/** Batches of one tool that stand in no group yet, held until the end of the transaction. */
export const takeUngrouped = (tx: Tx, toolId: string, before: Date): Promise<Ungrouped[]> =>
  tx.query(
    `select id, accepted, refused from measurement_batches where tool_id = $1 and group_id is null and received_at < $2
     order by id for update skip locked`,
    [toolId, before],
  );

export const insertGroup = async (
  tx: Tx,
  row: { id: string; toolId: string; hash: string; until: Date; accepted: number; refused: number; batches: readonly string[] },
): Promise<void> => {
  await tx.query(
    `insert into measurement_groups (id, tool_id, batches, accepted, refused, batches_hash, until) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.toolId, row.batches.length, row.accepted, row.refused, row.hash, row.until],
  );
  await tx.query(`update measurement_batches set group_id = $1 where id = any ($2)`, [row.id, row.batches]);
};

/** Which agent sent when says who worked when: it goes as soon as nobody asks for the same answer again. */
export const forgetBatches = async (tx: Tx, before: Date): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `with gone as (delete from measurement_batches where received_at < $1 and group_id is not null returning 1) select count(*)::int as n from gone`,
    [before],
  );
  return row?.n ?? 0;
};
