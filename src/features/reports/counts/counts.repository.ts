import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Cell, PublishedCell } from '../domain/published.js';
import type { DuePart } from '../domain/quarters.js';

/** The day on which the organisation began here: before it nothing is counted. */
export const firstDay = async (tx: Tx): Promise<Day | null> => {
  const [row]: { day: Day }[] = await tx.query(`select (set_up_at at time zone 'Europe/Amsterdam')::date::text as day from organisation`);
  return row?.day ?? null;
};

export const countedParts = (tx: Tx): Promise<DuePart[]> =>
  tx.query(
    `select quarter::text as quarter, part from counted_quarters where part in ('received', 'outcomes') order by quarter desc, part`,
  );

/** The cases of some quarters, as each feature lets them be counted: without persons. */
export const cellsIn = (tx: Tx, quarters: readonly Day[]): Promise<Cell[]> =>
  tx.query(
    `select kind, tool_id as "toolId", quarter::text as quarter, category, outcome, cases from (
       select 'objection' as kind, * from objection_cells union all
       select 'complaint', * from complaint_cells union all
       select 'detriment', * from detriment_cells
     ) c where quarter = any($1::date[])`,
    [quarters],
  );

export const markCounted = async (tx: Tx, parts: readonly DuePart[], now: Date): Promise<void> => {
  await tx.query(
    `insert into counted_quarters (quarter, part, counted_at) select p.quarter, p.part, $2 from jsonb_to_recordset($1) as p(quarter date, part text)`,
    [JSON.stringify(parts), now],
  );
};
export const insertPublished = async (tx: Tx, cells: readonly PublishedCell[]): Promise<void> => {
  await tx.query(
    `insert into published_counts (quarter, part, tool_id, kind, category, outcome, cases)
     select c.quarter, c.part, c."toolId", c.kind, c.category, c.outcome, c.cases
     from jsonb_to_recordset($1) as c(quarter date, part text, "toolId" text, kind text, category text, outcome text, cases int)`,
    [JSON.stringify(cells)],
  );
};
/** One run at a time. */
export const lockCounting = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('counted quarters', 24))`);
};

const QUARTERS = 8;
export const publishedCells = (tx: Tx): Promise<PublishedCell[]> =>
  tx.query(
    `select quarter::text as quarter, part, tool_id as "toolId", kind, category, outcome, cases from published_counts
     where quarter in (select distinct quarter from counted_quarters where part = 'received' order by quarter desc limit ${QUARTERS})
     order by quarter desc, kind, category, outcome`,
  );

/** Every tool that people were told about, or that runs without consent: whether anybody objected or not. */
export const countedTools = (tx: Tx): Promise<{ toolId: string; name: string }[]> =>
  tx.query(
    `select t.id as "toolId", t.name from tools t where t.runs_without_consent or exists (select from notices n where n.tool_id = t.id)
     order by lower(t.name), t.id limit 200`,
  );
