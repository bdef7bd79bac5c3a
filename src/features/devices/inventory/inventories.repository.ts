import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Comparison, Finding, RegisteredTool } from '../domain/inventory.js';

export interface InventoryRow {
  readonly id: string;
  readonly lines: number;
  readonly devices: number;
  readonly uploadedAt: Date;
  /** How many products or tools were found. */
  readonly found: number;
}

export const insertInventory = async (tx: Tx, { lines, devices, findings }: Comparison, by: string, at: Date): Promise<string> => {
  const id = newId('i');
  await tx.query(`insert into inventories (id, lines, devices, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5)`, [
    id,
    lines,
    devices,
    by,
    at,
  ]);
  await tx.query(
    `insert into inventory_findings (inventory_id, product, tool_id, devices) select $1, * from unnest($2::text[], $3::text[], $4::int[])`,
    [id, findings.map(({ product }) => product), findings.map(({ toolId }) => toolId), findings.map((finding) => finding.devices)],
  );
  return id;
};

/** Newest first. */
export const newestInventories = (tx: Tx, most: number): Promise<InventoryRow[]> =>
  tx.query(
    `select i.id, i.lines, i.devices, i.uploaded_at as "uploadedAt", (select count(*)::int from inventory_findings f where f.inventory_id = i.id) as found
     from inventories i order by i.uploaded_at desc, i.id limit $1`,
    [most],
  );

export const findingsOf = (tx: Tx, inventoryId: string): Promise<Finding[]> =>
  tx.query(`select product, tool_id as "toolId", devices from inventory_findings where inventory_id = $1 order by devices desc, product`, [
    inventoryId,
  ]);

/** Tools under whose name something may stand on a device. */
export const namedTools = (tx: Tx): Promise<RegisteredTool[]> => tx.query(`select id, name from tools order by lower(name), id`);
