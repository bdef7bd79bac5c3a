import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

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

export const insertQuarantine = (tx: Tx, q: NewQuarantine, counted: { measurements: number; rollups: number }): Promise<unknown> =>
  tx.query(
    `insert into quarantines (id, tool_id, cause, from_on, until_at, reason, opened_by, opened_at, ask_until, delete_by, measurements, rollups, reference)
     values ($1, $2, $3, $4, $5, $6, $7, $5, $8, $9, $10, $11, $12)`,
    [q.id, q.toolId, q.cause, q.fromOn, q.at, q.reason, q.by, q.askUntil, q.deleteBy, counted.measurements, counted.rollups, q.reference],
  );

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
