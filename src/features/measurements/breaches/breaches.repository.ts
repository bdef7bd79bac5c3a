import type { Tx } from '../../../platform/database/index.js';

export interface BreachRow {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly knownAt: Date;
  readonly reportBy: Date;
  readonly lastAt: Date;
  readonly batches: number;
  readonly lines: number;
  readonly reference: string;
  readonly decision: 'reported' | 'not_reported' | null;
  readonly reasons: string | null;
  readonly authorityReference: string | null;
  readonly decidedAt: Date | null;
}
const BREACH = `select b.id, b.tool_id as "toolId", t.name as "toolName", b.known_at as "knownAt", b.report_by as "reportBy", b.last_at as "lastAt",
  b.batches, b.lines::float8 as lines, b.reference, d.decision, d.reasons, d.authority_reference as "authorityReference", d.decided_at as "decidedAt"
  from breaches b join tools t on t.id = b.tool_id left join breach_decisions d on d.breach_id = b.id`;

export const findBreach = async (tx: Tx, id: string): Promise<BreachRow | null> => {
  const [row]: BreachRow[] = await tx.query(`${BREACH} where b.id = $1`, [id]);
  return row ?? null;
};

/** Marks the clocks that run out until then, about which nobody decided or was reminded. Of two at the same time, one gets them. */
export const takeUnreminded = (tx: Tx, now: Date, until: Date): Promise<Pick<BreachRow, 'id' | 'toolId' | 'toolName' | 'reportBy'>[]> =>
  tx.query(
    `with due as (
       update breaches b set reminded_at = $1
       where b.reminded_at is null and b.report_by <= $2 and not exists (select 1 from breach_decisions d where d.breach_id = b.id)
       returning b.id, b.tool_id, b.report_by
     ) select due.id, due.tool_id as "toolId", t.name as "toolName", due.report_by as "reportBy"
       from due join tools t on t.id = due.tool_id order by due.report_by, due.id`,
    [now, until],
  );

/** Adds to the breach of this agent that nobody decided on yet. False: there is none. */
export const addToBreach = async (tx: Tx, agentId: string, lines: number, at: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `with added as (
       update breaches b set last_at = $3, batches = batches + 1, lines = lines + $2
       where b.agent_id = $1 and not exists (select 1 from breach_decisions d where d.breach_id = b.id) returning 1
     ) select 1 from added`,
    [agentId, lines, at],
  );
  return rows.length > 0;
};

export const insertBreach = (
  tx: Tx,
  row: { id: string; toolId: string; agentId: string; knownAt: Date; reportBy: Date; lines: number; reference: string },
): Promise<unknown> =>
  tx.query(
    `insert into breaches (id, tool_id, agent_id, known_at, report_by, last_at, batches, lines, reference) values ($1, $2, $3, $4, $5, $4, 1, $6, $7)`,
    [row.id, row.toolId, row.agentId, row.knownAt, row.reportBy, row.lines, row.reference],
  );

/** False: somebody decided already. */
export const insertDecision = async (
  tx: Tx,
  row: { id: string; decision: string; reasons: string; authorityReference: string | null; by: string; at: Date },
): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into breach_decisions (breach_id, decision, reasons, authority_reference, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint breach_decisions_key do nothing returning breach_id`,
    [row.id, row.decision, row.reasons, row.authorityReference, row.by, row.at],
  );
  return rows.length > 0;
};
