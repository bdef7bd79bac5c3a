import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { freeArrived, lockArrived, takeArrivedLocked } from '../retention/arrivals.repository.js';
import type { Gone } from '../retention/deletions.repository.js';
import { together } from '../retention/prove-deletion.js';
import { setAsideLocked } from '../retention/restricted.repository.js';

export const CAUSES = ['void', 'expired', 'exceeded'] as const;
export type QuarantineCause = (typeof CAUSES)[number];

export interface NewQuarantine {
  readonly id: string;
  readonly toolId: string;
  readonly cause: QuarantineCause;
  readonly fromOn: Day;
  readonly from: Date;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
  readonly askUntil: Day;
  readonly deleteBy: Day;
  readonly reference: string;
}

const PERIOD_END = `case period when 'week' then period_start + 7 else (period_start + interval '1 month')::date end`;
const FIGURES = 'tool_id, version_id, metric, unit_id, period, period_start, total, events, people';
const ROWS = 'delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value';

/** How much of a tool arrived in a period and has not had its day: line by line, and as figures of weeks and months that touch it. */
export const countMeasured = async (tx: Tx, toolId: string, fromOn: Day): Promise<{ measurements: number; rollups: number }> => {
  const [row]: { measurements: number; rollups: number }[] = await tx.query(
    `select (select coalesce(sum(lines), 0)::int from measurement_arrivals where tool_id = $1 and on_day >= $2 and quarantine_id is null) as measurements,
       (select count(*)::int from metric_rollups where tool_id = $1 and ${PERIOD_END} > $2::date) as rollups`,
    [toolId, fromOn],
  );
  return row ?? { measurements: 0, rollups: 0 };
};

export const insertQuarantine = (tx: Tx, q: NewQuarantine, counted: { measurements: number; rollups: number }): Promise<unknown> =>
  tx.query(
    `insert into quarantines (id, tool_id, cause, from_on, until_at, reason, opened_by, opened_at, ask_until, delete_by, measurements, rollups, reference)
     values ($1, $2, $3, $4, $5, $6, $7, $5, $8, $9, $10, $11, $12)`,
    [q.id, q.toolId, q.cause, q.fromOn, q.at, q.reason, q.by, q.askUntil, q.deleteBy, counted.measurements, counted.rollups, q.reference],
  );

/** Takes the data of a period out of every table that anything is shown from. A week or month that touches the period goes whole. True: there was something. */
export const moveAway = async (tx: Tx, q: Pick<NewQuarantine, 'id' | 'toolId' | 'from' | 'fromOn'>): Promise<boolean> => {
  await tx.query(
    `with moved as (delete from measurements where tool_id = $2 and at >= $3 returning ${ROWS})
     insert into quarantined_measurements (quarantine_id, ${ROWS}) select $1, ${ROWS} from moved`,
    [q.id, q.toolId, q.from],
  );
  const figures: unknown[] = await tx.query(
    `with moved as (delete from metric_rollups where tool_id = $2 and ${PERIOD_END} > $3::date returning ${FIGURES}),
       locked as (insert into quarantined_rollups (quarantine_id, ${FIGURES}) select $1, ${FIGURES} from moved returning 1) select 1 from locked`,
    [q.id, q.toolId, q.fromOn],
  );
  await lockArrived(tx, q.id, q.toolId, q.fromOn);
  await tx.query(`delete from count_keys where tool_id = $1`, [q.toolId]);
  return figures.length > 0;
};

/** Whether nothing of a tool can come in now: it does not run, or something stands in its way. */
export const isOff = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from active_tools o where o.tool_id = $1 and not exists (
       select 1 from suspensions s where s.tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id))`,
    [toolId],
  );
  return rows.length === 0;
};

/**
 * Whom it concerns and was not named yet: everybody in the scope of a version that ran then, whether they were measured or not. Who changed units since was
 * in it when its notice came, or has lines among what is locked.
 */
export const nameConcerned = async (tx: Tx, q: Pick<NewQuarantine, 'id' | 'toolId' | 'from' | 'fromOn'>): Promise<readonly string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `with ran as (
       select a.version_id from activations a left join activation_ends e on e.activation_id = a.id
       where a.tool_id = $2 and (e.at is null or e.at >= $3)),
     concerned as (
       select s.person_id from people_in_scope s join ran on ran.version_id = s.version_id
       union select d.person_id from notices n join ran on ran.version_id = n.version_id join notice_deliveries d on d.notice_id = n.id where n.tool_id = $2
       union select m.person_id from quarantined_measurements m where m.quarantine_id = $1)
     insert into quarantine_people (quarantine_id, person_id)
     select $1, p.id from concerned c join persons p on p.id = c.person_id
     where p.erased_at is null and (p.ends_on is null or p.ends_on >= $4)
     on conflict on constraint quarantine_people_key do nothing returning person_id`,
    [q.id, q.toolId, q.from, q.fromOn],
  );
  return rows.map((row) => row.person_id);
};

export interface QuarantineRow {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly cause: QuarantineCause;
  readonly fromOn: Day;
  readonly untilAt: Date;
  readonly reason: string;
  readonly openedAt: Date;
  readonly askUntil: Day;
  readonly deleteBy: Day;
  readonly reference: string;
  readonly ended: 'deleted' | 'lifted' | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** Whether anybody asked to keep the data as evidence. Never who, or how many. */
  readonly isKept: boolean;
}
const QUARANTINE = `select q.id, q.tool_id as "toolId", t.name as "toolName", q.cause, q.from_on::text as "fromOn", q.until_at as "untilAt", q.reason,
  q.opened_at as "openedAt", q.ask_until::text as "askUntil", q.delete_by::text as "deleteBy", q.reference, e.kind as ended, e.at as "endedAt",
  e.reason as "endReason", exists (
    select 1 from quarantine_people p where p.quarantine_id = q.id and p.keeps_since is not null and p.keeps_ended_at is null) as "isKept"
  from quarantines q join tools t on t.id = q.tool_id left join quarantine_ends e on e.quarantine_id = q.id`;

export const findQuarantine = async (tx: Tx, id: string): Promise<QuarantineRow | null> => {
  const [row]: QuarantineRow[] = await tx.query(`${QUARANTINE} where q.id = $1`, [id]);
  return row ?? null;
};
/** The same, held until the end of the transaction. */
export const lockQuarantine = async (tx: Tx, id: string): Promise<QuarantineRow | null> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 44))`, [id]);
  return findQuarantine(tx, id);
};
export const quarantinesOf = (tx: Tx, toolId: string): Promise<QuarantineRow[]> =>
  tx.query(`${QUARANTINE} where q.tool_id = $1 order by q.opened_at desc, q.id limit 50`, [toolId]);
export const openQuarantines = (tx: Tx): Promise<QuarantineRow[]> =>
  tx.query(`${QUARANTINE} where e.quarantine_id is null order by q.delete_by, q.id limit 200`);

export const endQuarantine = (
  tx: Tx,
  row: { id: string; kind: 'deleted' | 'lifted'; reason: string; by: string | null; role: string; at: Date },
): Promise<unknown> =>
  tx.query(`insert into quarantine_ends (quarantine_id, kind, reason, by_person, by_role, at) values ($1, $2, $3, $4, $5, $6)`, [
    row.id,
    row.kind,
    row.reason,
    row.by,
    row.role,
    row.at,
  ]);

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

const KEPT = `exists (select 1 from quarantine_people p where p.quarantine_id = $1 and p.keeps_since is not null and p.keeps_ended_at is null`;

/**
 * Deletes what nobody asked to keep. Figures of a group cannot be taken apart: as long as somebody keeps, they stay, locked. Lines are counted as they
 * arrived, once; what is restricted of them is set aside.
 */
export const deleteLocked = async (tx: Tx, id: string): Promise<readonly Gone[]> => {
  await setAsideLocked(tx, id);
  await tx.query(`delete from quarantined_measurements m where m.quarantine_id = $1 and not ${KEPT} and p.person_id = m.person_id)`, [id]);
  const figures: Gone[] = await tx.query(
    `with gone as (delete from quarantined_rollups r where r.quarantine_id = $1 and not ${KEPT}) returning tool_id, metric)
     select tool_id as "toolId", metric, 0 as due, count(*)::int as rollups, 0 as kept from gone group by 1, 2 order by 2`,
    [id],
  );
  return together([...(await takeArrivedLocked(tx, id)), ...figures]);
};

export const isEmptied = async (tx: Tx, id: string): Promise<boolean> => {
  const [row]: { some: boolean }[] = await tx.query(
    `select exists (select 1 from quarantined_measurements where quarantine_id = $1)
       or exists (select 1 from quarantined_rollups where quarantine_id = $1) as some`,
    [id],
  );
  return row?.some !== true;
};
