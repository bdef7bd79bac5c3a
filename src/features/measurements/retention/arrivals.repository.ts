import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Arrival } from '../domain/arrivals.js';
import type { Gone, MeasuredMetric } from './deletions.repository.js';

/** Counts what came in. Rows are only added, so that no batch waits for another; `addUpArrivals` takes them together. */
export const noteArrivals = (
  tx: Tx,
  of: { readonly toolId: string; readonly versionId: string },
  arrivals: readonly Arrival[],
): Promise<unknown> =>
  tx.query(
    `insert into measurement_arrivals (tool_id, version_id, metric, place, on_day, delete_on, lines)
     select $1, $2, x.* from unnest($3::text[], $4::text[], $5::date[], $6::date[], $7::bigint[]) as x(metric, place, on_day, delete_on, lines)`,
    [
      of.toolId,
      of.versionId,
      arrivals.map(({ metric }) => metric),
      arrivals.map(({ place }) => place),
      arrivals.map(({ onDay }) => onDay),
      arrivals.map(({ deleteOn }) => deleteOn),
      arrivals.map(({ lines }) => lines),
    ],
  );

/** One row for each day, place and metric, instead of one for each batch. Nothing older than `since` comes in any more. */
export const addUpArrivals = (tx: Tx, since: Day): Promise<unknown> =>
  tx.query(
    `with gone as (delete from measurement_arrivals where on_day >= $1 returning *)
     insert into measurement_arrivals (tool_id, version_id, metric, place, on_day, delete_on, quarantine_id, lines)
     select tool_id, version_id, metric, place, on_day, delete_on, quarantine_id, sum(lines) from gone group by 1, 2, 3, 4, 5, 6, 7`,
    [since],
  );

interface Counted {
  readonly toolId: string;
  readonly metric: string;
  readonly n: number;
}
const BY_METRIC = `select tool_id as "toolId", metric, sum(lines)::float8 as n from taken group by 1, 2 order by 1, 2`;

/** Moves the numbers of what a legal hold keeps to a later day, too. Answers how much that is. */
export const postponeArrived = async (tx: Tx, day: Day, today: Day, until: Day): Promise<readonly Gone[]> => {
  const rows: Counted[] = await tx.query(
    `with taken as (update measurement_arrivals a set delete_on = $3 where a.delete_on = $1 and a.quarantine_id is null
       and exists (select 1 from tools_on_hold h where h.tool_id = a.tool_id and h.ends_on >= $2) returning *) ${BY_METRIC}`,
    [day, today, until],
  );
  return rows.map(({ n, ...of }) => ({ ...of, due: 0, rollups: 0, kept: n }));
};

/** The numbers of what goes on this day, which go with it. */
export const takeArrivedOn = async (tx: Tx, day: Day): Promise<readonly Gone[]> => {
  const rows: Counted[] = await tx.query(
    `with taken as (delete from measurement_arrivals where delete_on = $1 and quarantine_id is null returning *) ${BY_METRIC}`,
    [day],
  );
  return rows.map(({ n, ...of }) => ({ ...of, due: n, rollups: 0, kept: 0 }));
};

/** The same for what was measured before a day, at one place or all of them. */
export const takeArrived = async (tx: Tx, of: MeasuredMetric & { readonly place: string | null }, before: Day): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `with taken as (delete from measurement_arrivals where version_id = $1 and metric = $2 and on_day < $3 and ($4::text is null or place = $4)
       and quarantine_id is null returning lines) select coalesce(sum(lines), 0)::float8 as n from taken`,
    [of.versionId, of.metric, before, of.place],
  );
  return row?.n ?? 0;
};

/** The same for what lay locked. */
export const takeArrivedLocked = async (tx: Tx, quarantineId: string): Promise<readonly Gone[]> => {
  const rows: Counted[] = await tx.query(
    `with taken as (delete from measurement_arrivals where quarantine_id = $1 returning *) ${BY_METRIC}`,
    [quarantineId],
  );
  return rows.map(({ n, ...of }) => ({ ...of, due: n, rollups: 0, kept: 0 }));
};

/** What arrived from this day on, or until another, belongs to a quarantine, or to none again. */
export const lockArrived = (tx: Tx, quarantineId: string, toolId: string, fromOn: Day, until: Day | null): Promise<unknown> =>
  tx.query(
    `update measurement_arrivals set quarantine_id = $1 where tool_id = $2 and quarantine_id is null and on_day >= $3 and ($4::date is null or on_day <= $4)`,
    [quarantineId, toolId, fromOn, until],
  );
export const freeArrived = (tx: Tx, quarantineId: string): Promise<unknown> =>
  tx.query(`update measurement_arrivals set quarantine_id = null where quarantine_id = $1`, [quarantineId]);
