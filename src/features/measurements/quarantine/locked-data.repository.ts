import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { freeArrived, lockArrived, takeArrivedLocked } from '../retention/arrivals.repository.js';
import type { Gone } from '../retention/deletions.repository.js';
import { together } from '../retention/prove-deletion.js';
import { setAsideLocked } from '../retention/restricted.repository.js';

const PERIOD_END = `case period when 'week' then period_start + 7 else (period_start + interval '1 month')::date end`;
const midnight = (day: string): string => `((${day})::timestamp at time zone 'Europe/Amsterdam')`;
const FIGURES = 'tool_id, version_id, metric, unit_id, period, period_start, total, events, people';
const ROWS = 'delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value';

/**
 * How much of a tool arrived in a period and has not had its day: line by line, and as figures of weeks and months that touch it. Of figures the weeks and
 * months are counted, never the groups: whoever objects can be the only one of whom something was counted in a small group. Not those in which the tool stood
 * still throughout: they hold zeros alone.
 */
export const countMeasured = async (tx: Tx, toolId: string, fromOn: Day): Promise<{ measurements: number; rollups: number }> => {
  const [row]: { measurements: number; rollups: number }[] = await tx.query(
    `with ran as (select running_times($1) as times)
     select (select coalesce(sum(lines), 0)::int from measurement_arrivals where tool_id = $1 and on_day >= $2 and quarantine_id is null) as measurements,
       (select count(distinct (version_id, metric, period, period_start))::int from metric_rollups cross join ran
         where tool_id = $1 and ${PERIOD_END} > $2::date and ran.times && tstzrange(${midnight('period_start')}, ${midnight(PERIOD_END)})) as rollups`,
    [toolId, fromOn],
  );
  return row ?? { measurements: 0, rollups: 0 };
};

/** Batches hold the row as long as they are under way: once this is held, all that came is seen, and nothing comes until the commit. */
export const holdArrivals = (tx: Tx, toolId: string): Promise<unknown> =>
  tx.query(`select 1 from generations where tool_id = $1 for update`, [toolId]);

interface Period {
  readonly id: string;
  readonly toolId: string;
  readonly from: Date;
  readonly fromOn: Day;
  /** Of a tool that goes on: what it measures since is its own. */
  readonly before?: Date;
  /** The last day whose arrivals it takes; missing: every day. */
  readonly lastOn?: Day;
}
/** Whether a tool ran between a moment and the end of its day. */
export const ranAfter = async (tx: Tx, toolId: string, at: Date): Promise<boolean> => {
  const [row]: { ran: boolean }[] = await tx.query(
    `select running_times($1) && tstzrange($2, ${midnight("($2::timestamptz at time zone 'Europe/Amsterdam')::date + 1")}, '()') as ran`,
    [toolId, at],
  );
  return row?.ran === true;
};
/** Weeks and months that touch the time between two days, of versions that ran in it. */
const TOUCHES = `tool_id = $2 and ${PERIOD_END} > $3::date and ($4::timestamptz is null or (
  period_start <= ($4 at time zone 'Europe/Amsterdam')::date and version_id in (select a.version_id from activations a where a.tool_id = $2 and a.activated_at < $4)))`;
/** Takes the figures of a period out of everything that is shown. A week or month that touches it goes whole. True: there were some. */
export const moveFigures = async (tx: Tx, q: Period): Promise<boolean> => {
  const figures: unknown[] = await tx.query(
    `with moved as (delete from metric_rollups where ${TOUCHES} returning ${FIGURES}),
       locked as (insert into quarantined_rollups (quarantine_id, ${FIGURES}) select $1, ${FIGURES} from moved returning 1) select 1 from locked`,
    [q.id, q.toolId, q.fromOn, q.before ?? null],
  );
  await lockArrived(tx, q.id, q.toolId, q.fromOn, q.lastOn ?? null);
  await tx.query(`delete from count_keys where $1::text is not null and ${TOUCHES}`, [q.id, q.toolId, q.fromOn, q.before ?? null]);
  return figures.length > 0;
};
/** Takes the lines of a period out of where they are shown to whom they are about. */
export const moveLines = (tx: Tx, q: Period): Promise<unknown> =>
  tx.query(
    `with moved as (delete from measurements where tool_id = $2 and at >= $3 and ($4::timestamptz is null or at < $4) returning ${ROWS})
     insert into quarantined_measurements (quarantine_id, ${ROWS}) select $1, ${ROWS} from moved`,
    [q.id, q.toolId, q.from, q.before ?? null],
  );

/** Puts everything back where it was: the ground of the quarantine fell away. People cannot be added up, so the larger number stands. */
export const putBack = async (tx: Tx, id: string): Promise<void> => {
  const days: { day: Day }[] = await tx.query(
    `select distinct delete_on::text as day from quarantined_measurements where quarantine_id = $1 order by 1`,
    [id],
  );
  for (const { day } of days) await tx.query(`select add_measurement_partition($1)`, [day]);
  await freeArrived(tx, id);
  await tx.query(
    `with moved as (delete from quarantined_measurements where quarantine_id = $1 returning ${ROWS}) insert into measurements (${ROWS}) select ${ROWS} from moved`,
    [id],
  );
  await tx.query(
    `with moved as (delete from quarantined_rollups where quarantine_id = $1 returning ${FIGURES})
     insert into metric_rollups (${FIGURES}) select tool_id, version_id, metric, unit_id, period, period_start, sum(total), sum(events), max(people)
     from moved group by 1, 2, 3, 4, 5, 6
     on conflict on constraint metric_rollups_key do update set total = metric_rollups.total + excluded.total,
       events = metric_rollups.events + excluded.events, people = greatest(metric_rollups.people, excluded.people)`,
    [id],
  );
};

const KEPT = `exists (select 1 from quarantine_people p where p.quarantine_id = any($2) and p.keeps_since is not null and p.keeps_ended_at is null`;

/**
 * Deletes what nobody asked to keep. Figures of a group cannot be taken apart: as long as somebody keeps, they stay, locked. Lines are counted as they
 * arrived, once; what is restricted of them is set aside. `standing`: other locks over the same time, under which somebody can keep it as well. `any`: something
 * went, also when it was counted before.
 */
export const deleteLocked = async (
  tx: Tx,
  id: string,
  standing: readonly string[],
): Promise<{ readonly gone: readonly Gone[]; readonly any: boolean }> => {
  const locks = [id, ...standing];
  await setAsideLocked(tx, id, locks);
  const lines: unknown[] = await tx.query(
    `with lines as (delete from quarantined_measurements m where m.quarantine_id = $1 and not ${KEPT} and p.person_id = m.person_id) returning 1)
     select 1 from lines limit 1`,
    [id, locks],
  );
  const figures: Gone[] = await tx.query(
    `with gone as (delete from quarantined_rollups r where r.quarantine_id = $1 and not ${KEPT}) returning tool_id, version_id, metric, period, period_start)
     select tool_id as "toolId", metric, 0 as due, count(distinct (version_id, period, period_start))::int as rollups, 0 as kept from gone group by 1, 2 order by 2`,
    [id, locks],
  );
  const gone = together([...(await takeArrivedLocked(tx, id)), ...figures]);
  return { gone, any: lines.length + gone.length > 0 };
};

/** Nothing is locked any more, and nothing of its time stands where it is shown. */
export const isEmptied = async (tx: Tx, { id, toolId, from, before }: Period): Promise<boolean> => {
  const [row]: { some: boolean }[] = await tx.query(
    `select exists (select 1 from quarantined_measurements where quarantine_id = $1)
       or exists (select 1 from quarantined_rollups where quarantine_id = $1)
       or exists (select 1 from measurements where tool_id = $2 and at >= $3 and at < $4) as some`,
    [id, toolId, from, before],
  );
  return row?.some !== true;
};
