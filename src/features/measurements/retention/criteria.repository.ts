import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

export const insertCriterion = (
  tx: Tx,
  row: { id: string; toolId: string; purpose: string; happenedOn: Day; by: string; at: Date },
): Promise<unknown> =>
  tx.query(`insert into criteria_met (id, tool_id, purpose, happened_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)`, [
    row.id,
    row.toolId,
    row.purpose,
    row.happenedOn,
    row.by,
    row.at,
  ]);

/** The last day on which the criterion of each purpose happened. */
export const criteriaOf = async (tx: Tx, toolId: string): Promise<ReadonlyMap<string, Day>> => {
  const rows: { purpose: string; on: Day }[] = await tx.query(
    `select purpose, max(happened_on)::text as "on" from criteria_met where tool_id = $1 group by 1`,
    [toolId],
  );
  return new Map(rows.map(({ purpose, on }) => [purpose, on]));
};

export interface HoldRow {
  readonly id: string;
  readonly toolId: string;
  readonly reason: string;
  readonly endsOn: Day;
  readonly placedAt: Date;
  readonly reference: string;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}
const HOLD = `select h.id, h.tool_id as "toolId", h.reason, h.ends_on::text as "endsOn", h.placed_at as "placedAt", h.reference, e.at as "endedAt",
  e.reason as "endReason" from legal_holds h left join legal_hold_ends e on e.hold_id = h.id`;

export const holdsOf = (tx: Tx, toolId: string): Promise<HoldRow[]> =>
  tx.query(`${HOLD} where h.tool_id = $1 order by h.placed_at desc, h.id limit 50`, [toolId]);

/** Until which day a legal hold keeps a tool's data; null: none does. */
export const heldUntil = async (tx: Tx, toolId: string, today: Day): Promise<Day | null> => {
  const [row]: { endsOn: Day }[] = await tx.query(
    `select ends_on::text as "endsOn" from tools_on_hold where tool_id = $1 and ends_on >= $2`,
    [toolId, today],
  );
  return row?.endsOn ?? null;
};

export const findHold = async (tx: Tx, id: string): Promise<HoldRow | null> => {
  const [row]: HoldRow[] = await tx.query(`${HOLD} where h.id = $1`, [id]);
  return row ?? null;
};

export const insertHold = (
  tx: Tx,
  row: { id: string; toolId: string; reason: string; endsOn: Day; by: string; at: Date; reference: string },
): Promise<unknown> =>
  tx.query(`insert into legal_holds (id, tool_id, reason, ends_on, placed_by, placed_at, reference) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.id,
    row.toolId,
    row.reason,
    row.endsOn,
    row.by,
    row.at,
    row.reference,
  ]);

/** False: it had ended already. */
export const endHold = async (tx: Tx, row: { id: string; reason: string; by: string; at: Date }): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into legal_hold_ends (hold_id, reason, by_person, at) values ($1, $2, $3, $4) on conflict on constraint legal_hold_ends_key do nothing
     returning hold_id`,
    [row.id, row.reason, row.by, row.at],
  );
  return rows.length > 0;
};
