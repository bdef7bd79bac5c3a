import type { Day } from '../../../kernel/clock.js';
import { allowLong, type Tx } from '../../../platform/database/index.js';

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

/** Whether what somebody locked by hand goes on being measured: the tool is on, as it was when it was locked. */
export const goesOn = async (tx: Tx, { id, toolId }: Pick<NewQuarantine, 'id' | 'toolId'>): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from quarantines q join active_tools o on o.tool_id = q.tool_id join activations a on a.id = o.activation_id
     where q.id = $1 and q.opened_by is not null and a.activated_at <= q.opened_at`,
    [id],
  );
  return rows.length > 0 && !(await isOff(tx, toolId));
};

type Concerning = Pick<NewQuarantine, 'id' | 'toolId' | 'from' | 'fromOn'>;

/** Everybody in the scope of a version that ran then, whether they were measured or not: who is in it now, and who was when its notice came. */
const IN_SCOPE = `ran as (
    select a.version_id from activations a left join activation_ends e on e.activation_id = a.id
    where a.tool_id = $1 and (e.at is null or e.at >= $2)),
  in_scope as (
    select s.person_id from people_in_scope s join ran on ran.version_id = s.version_id
    union select d.person_id from notices n join ran on ran.version_id = n.version_id join notice_deliveries d on d.notice_id = n.id where n.tool_id = $1)`;
const STILL_HERE = `p.erased_at is null and (p.ends_on is null or p.ends_on >= $3)`;

/** Whom it concerns and was not named yet: those in scope, and who has lines of that time, locked or set aside. */
export const nameConcerned = async (tx: Tx, q: Concerning): Promise<readonly string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `with ${IN_SCOPE},
     concerned as (
       select person_id from in_scope
       union select m.person_id from quarantined_measurements m where m.quarantine_id = $4
       union select m.person_id from restricted_measurements m where m.tool_id = $1 and m.at >= $2)
     insert into quarantine_people (quarantine_id, person_id)
     select $4, p.id from concerned c join persons p on p.id = c.person_id where ${STILL_HERE}
     on conflict on constraint quarantine_people_key do nothing returning person_id`,
    [q.toolId, q.from, q.fromOn, q.id],
  );
  return rows.map((row) => row.person_id);
};

/** Whom it concerns, as far as they are still known. */
export const concernedBy = async (tx: Tx, id: string): Promise<readonly string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `select q.person_id from quarantine_people q join persons p on p.id = q.person_id where q.quarantine_id = $1 and p.erased_at is null`,
    [id],
  );
  return rows.map((row) => row.person_id);
};

/** Whether anything of a tool lies locked. */
export const isLocked = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from quarantines q where q.tool_id = $1 and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id)`,
    [toolId],
  );
  return rows.length > 0;
};

/**
 * Whether anything of a tool from a day on lies locked on other grounds alone. What somebody locked by hand is never the ground of a lock that comes by itself: it
 * can be lifted.
 */
export const isLockedOtherwise = async (tx: Tx, toolId: string, cause: QuarantineCause, fromOn: Day, byHand: boolean): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `with standing as (
       select greatest(q.from_on, $3::date) as from_on, q.until_at, q.cause = $2 and ($4 or q.opened_by is null) as same from quarantines q
       where q.tool_id = $1 and (q.until_at at time zone 'Europe/Amsterdam')::date >= $3::date
         and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id))
     select 1 from standing o where not o.same
       and not exists (select 1 from standing s where s.same and s.from_on <= o.from_on and s.until_at >= o.until_at) limit 1`,
    [toolId, cause, fromOn, byHand],
  );
  return rows.length > 0;
};

/** How many were in scope: a number that nobody's objection moves. */
export const countConcerned = async (tx: Tx, q: Omit<Concerning, 'id'>): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `with ${IN_SCOPE} select count(*)::int as n from in_scope c join persons p on p.id = c.person_id where ${STILL_HERE}`,
    [q.toolId, q.from, q.fromOn],
  );
  return row?.n ?? 0;
};

/** Whom it concerns and no message reaches: who left, or has neither an address nor an account. At most 200. */
export const unreachedOf = (tx: Tx, quarantineId: string): Promise<{ name: string; staffNumber: string }[]> =>
  tx.query(
    `select p.name, p.staff_number as "staffNumber" from quarantine_people q join persons p on p.id = q.person_id
     where q.quarantine_id = $1 and p.erased_at is null
       and (p.left_at is not null or (p.email is null and not exists (select 1 from accounts a where a.person_id = p.id)))
     order by lower(p.name), p.staff_number limit 200`,
    [quarantineId],
  );

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
/** The same, held until the end of the transaction, which may take its time. */
export const lockQuarantine = async (tx: Tx, id: string): Promise<QuarantineRow | null> => {
  await allowLong(tx);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 44))`, [id]);
  return findQuarantine(tx, id);
};
export const quarantinesOf = (tx: Tx, toolId: string): Promise<QuarantineRow[]> =>
  tx.query(`${QUARANTINE} where q.tool_id = $1 order by q.opened_at desc, q.id limit 50`, [toolId]);
/** Other locks over some of the same time whose ground stands, also when all under them was deleted: the oldest first. */
export const overlappingOf = (tx: Tx, { id, toolId, fromOn, untilAt }: QuarantineRow): Promise<QuarantineRow[]> =>
  tx.query(
    `${QUARANTINE} where q.tool_id = $1 and q.id <> $2 and e.kind is distinct from 'lifted'
       and q.from_on <= ($4::timestamptz at time zone 'Europe/Amsterdam')::date and (q.until_at at time zone 'Europe/Amsterdam')::date >= $3::date
     order by q.opened_at, q.id`,
    [toolId, id, fromOn, untilAt],
  );
/** Who asked to keep what lies under one lock keeps it under another one, too. */
export const keepUnderToo = (tx: Tx, oneId: string, otherId: string): Promise<unknown> =>
  tx.query(
    `update quarantine_people o set keeps_since = l.keeps_since, keeps_ended_at = null from quarantine_people l
     where l.quarantine_id = $1 and o.quarantine_id = $2 and o.person_id = l.person_id and l.keeps_since is not null and l.keeps_ended_at is null
       and (o.keeps_since is null or o.keeps_ended_at is not null)`,
    [oneId, otherId],
  );
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
