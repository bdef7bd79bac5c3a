import type { Day } from '../../../kernel/clock.js';
import { allowLong, type Tx } from '../../../platform/database/index.js';

/** Of how much of one metric the day came, and how much of that a legal hold keeps. What one person keeps is in no number. */
export interface Gone {
  readonly toolId: string;
  readonly metric: string;
  /** Lines about persons that arrived and whose day came. */
  readonly due: number;
  readonly rollups: number;
  readonly kept: number;
}

/** Partitions whose day has come. */
export const partitionsDue = async (tx: Tx, today: Day): Promise<readonly Day[]> => {
  const rows: { day: Day }[] = await tx.query(
    `select delete_on::text as day from measurement_partitions where delete_on <= $1 order by 1`,
    [today],
  );
  return rows.map(({ day }) => day);
};

/** Nobody adds to a partition that goes, or takes from it, until the commit. */
export const holdDeletion = async (tx: Tx): Promise<void> => {
  await allowLong(tx);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('measurements.deletion', 43))`);
};

export const addPartition = (tx: Tx, day: Day): Promise<unknown> => tx.query(`select add_measurement_partition($1)`, [day]);
export const dropPartition = (tx: Tx, day: Day): Promise<unknown> => tx.query(`select drop_measurement_partition($1)`, [day]);

/** Moves what a legal hold keeps to a later day. */
export const postponeHeld = (tx: Tx, day: Day, today: Day, until: Day): Promise<unknown> =>
  tx.query(
    `update measurements m set delete_on = $3 where m.delete_on = $1
       and exists (select 1 from tools_on_hold h where h.tool_id = m.tool_id and h.ends_on >= $2)`,
    [day, today, until],
  );

export interface MeasuredMetric {
  readonly versionId: string;
  readonly metric: string;
}
/** Tools of which anything measured is kept, or could come in of which the criterion happened. */
export const toolsMeasured = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select t.id from tools t where exists (select 1 from metric_rollups r where r.tool_id = t.id)
       or exists (select 1 from measurement_arrivals a where a.tool_id = t.id and a.quarantine_id is null)
       or exists (select 1 from criteria_met c where c.tool_id = t.id) order by t.id`,
  );
  return rows.map(({ id }) => id);
};
/** The figures of a week or month can be locked away while lines of before stay. */
export const metricsMeasured = (tx: Tx, toolId: string): Promise<MeasuredMetric[]> =>
  tx.query(
    `select version_id as "versionId", metric from metric_rollups where tool_id = $1
     union select version_id, metric from measurement_arrivals where tool_id = $1 and quarantine_id is null order by 1, 2`,
    [toolId],
  );

/** A week or month of one metric. */
export interface PeriodOf extends MeasuredMetric {
  readonly period: string;
  readonly start: Day;
}
/** Nothing is added to these any more, nobody is counted in them, and they read as deleted. */
export const endPeriodsOf = async (tx: Tx, periods: readonly PeriodOf[]): Promise<void> => {
  const parts = [
    periods.map(({ versionId }) => versionId),
    periods.map(({ metric }) => metric),
    periods.map(({ period }) => period),
    periods.map(({ start }) => start),
  ];
  await tx.query(
    `delete from count_keys k using unnest($1::text[], $2::text[], $3::text[], $4::date[]) as x(version_id, metric, period, start)
     where (k.version_id, k.metric, k.period, k.period_start) = (x.version_id, x.metric, x.period, x.start)`,
    parts,
  );
  for (const table of ['ended_periods', 'emptied_periods'])
    await tx.query(
      `insert into ${table} (version_id, metric, period, period_start)
       select distinct x.version_id, x.metric, x.period, x.start from unnest($1::text[], $2::text[], $3::text[], $4::date[]) as x(version_id, metric, period, start)
       order by 1, 2, 3, 4 on conflict on constraint ${table}_key do nothing`,
      parts,
    );
};

/** What the version's last activation was allowed: its conditions bind what it left behind, too. */
export const activationOf = async (tx: Tx, versionId: string): Promise<{ id: string; versionId: string; limits: null } | null> => {
  const [row]: { id: string; versionId: string; limits: null }[] = await tx.query(
    `select id, version_id as "versionId", limits from activations where version_id = $1 order by activated_at desc limit 1`,
    [versionId],
  );
  return row ?? null;
};

export const isOnHold = async (tx: Tx, toolId: string, today: Day): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from tools_on_hold where tool_id = $1 and ends_on >= $2`, [toolId, today]);
  return rows.length > 0;
};

const OVER = `case period when 'week' then period_start + 7 else (period_start + interval '1 month')::date end <= $3`;
const deleteFigures = async (tx: Tx, of: MeasuredMetric, which: string, day: Day): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `with gone as (delete from metric_rollups where version_id = $1 and metric = $2 and ${which} returning period, period_start)
     select count(distinct (period, period_start))::int as n from gone`,
    [of.versionId, of.metric, day],
  );
  return row?.n ?? 0;
};
/** Figures of weeks and months that were over before this day. Answers of how many, whatever groups they were of. */
export const deleteRollups = (tx: Tx, of: MeasuredMetric, before: Day): Promise<number> => deleteFigures(tx, of, OVER, before);
/** And those that had begun on this day: a figure cannot be taken apart, so the week and the month in which it lies go whole. */
export const deleteBegun = (tx: Tx, of: MeasuredMetric, on: Day): Promise<number> => deleteFigures(tx, of, 'period_start <= $3', on);

/** What was measured before this instant at a place. Only a stricter rule than the one of the day of arrival finds any. */
export const deleteMeasured = (tx: Tx, of: MeasuredMetric & { readonly place: string | null }, before: Date): Promise<unknown> =>
  tx.query(`delete from measurements where version_id = $1 and metric = $2 and at < $3 and ($4::text is null or place = $4)`, [
    of.versionId,
    of.metric,
    before,
    of.place,
  ]);

export interface DeletionRow {
  readonly id: string;
  readonly toolId: string;
  readonly cause: 'maximum' | 'criterion' | 'quarantine';
  readonly metric: string;
  readonly upTo: Day;
  readonly due: number;
  readonly rollups: number;
  readonly kept: number;
  readonly reference: string;
  readonly at: Date;
}
export const insertDeletions = async (tx: Tx, rows: readonly DeletionRow[]): Promise<void> => {
  await tx.query(
    `insert into measurement_deletions (id, tool_id, cause, metric, up_to, due, rollups, kept, reference, at)
     select x.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[], $10::timestamptz[])
       as x(id, tool_id, cause, metric, up_to, due, rollups, kept, reference, at)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.toolId),
      rows.map((row) => row.cause),
      rows.map((row) => row.metric),
      rows.map((row) => row.upTo),
      rows.map((row) => row.due),
      rows.map((row) => row.rollups),
      rows.map((row) => row.kept),
      rows.map((row) => row.reference),
      rows.map((row) => row.at),
    ],
  );
};

/** Whether the criteria of this tool had their turn on this day. */
export const hadTurn = async (tx: Tx, toolId: string, day: Day): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from criterion_turns where tool_id = $1 and on_day = $2`, [toolId, day]);
  return rows.length > 0;
};
export const noteTurn = (tx: Tx, toolId: string, day: Day): Promise<unknown> =>
  tx.query(
    `insert into criterion_turns (tool_id, on_day) values ($1, $2) on conflict on constraint criterion_turns_key do update set on_day = excluded.on_day`,
    [toolId, day],
  );

/** The newest proofs of deletion of a tool. */
export const deletionsOf = (tx: Tx, toolId: string): Promise<DeletionRow[]> =>
  tx.query(
    `select id, tool_id as "toolId", cause, metric, up_to::text as "upTo", due::float8 as due, rollups::float8 as rollups,
       kept::float8 as kept, reference, at
     from measurement_deletions where tool_id = $1 order by at desc, cause, metric, id limit 50`,
    [toolId],
  );
