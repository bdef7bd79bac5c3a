import type { Tx } from '../../../platform/database/index.js';
import type { DeviceList } from '../domain/list.js';

/** One list of a tool at a time. */
export const holdList = (tx: Tx, toolId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 52))`, [toolId]);

export interface KeptList extends DeviceList {
  readonly fetchedAt: Date | null;
  /** Until when the list that was fetched last holds. */
  readonly fetchedUntil: Date | null;
  /** By when it must be fetched; null: nothing can run on what was fetched, or the alarm was raised. */
  readonly dueAt: Date | null;
}

export const keptList = async (tx: Tx, toolId: string): Promise<KeptList | null> => {
  const [row]: KeptList[] = await tx.query(
    `select serial, devices, reasons, as_of as "asOf", changed_at as "changedAt", fetched_at as "fetchedAt", fetched_until as "fetchedUntil",
       due_at as "dueAt" from device_lists where tool_id = $1`,
    [toolId],
  );
  return row ?? null;
};

/** `dueAt`: kept where one stands already. */
export const keepList = (tx: Tx, toolId: string, list: DeviceList, dueAt: Date | null): Promise<unknown> =>
  tx.query(
    `insert into device_lists (tool_id, serial, devices, reasons, as_of, changed_at, due_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint device_lists_key do update set serial = excluded.serial, devices = excluded.devices, reasons = excluded.reasons,
       as_of = excluded.as_of, changed_at = excluded.changed_at, due_at = coalesce(device_lists.due_at, excluded.due_at)`,
    [toolId, list.serial, list.devices, list.reasons, list.asOf, list.changedAt, dueAt],
  );

export const noteFetch = (tx: Tx, toolId: string, fetch: { at: Date; until: Date; dueAt: Date | null }): Promise<unknown> =>
  tx.query(`update device_lists set fetched_at = $2, fetched_until = $3, due_at = $4 where tool_id = $1`, [
    toolId,
    fetch.at,
    fetch.until,
    fetch.dueAt,
  ]);

/** Lists that were not fetched in time, once: the alarm stands apart from then on. */
export const takeLate = async (tx: Tx, now: Date): Promise<readonly string[]> => {
  const [rows]: [{ tool_id: string }[], number] = await tx.query(
    `update device_lists set due_at = null where due_at <= $1 returning tool_id`,
    [now],
  );
  return rows.map(({ tool_id }) => tool_id).sort();
};

export interface DeviceOfPeople {
  readonly id: string;
  /** Whom IT and HR's list name for it; it may run only while all of them may be measured. */
  readonly personIds: readonly string[];
}

export const devicesOfPeople = (tx: Tx, toolId: string): Promise<DeviceOfPeople[]> =>
  tx.query(
    `select d.id, array_agg(distinct who.person_id) as "personIds" from listed_devices d
     cross join lateral (
       select d.person_id union all
       select p.id from persons p where lower(p.device) = lower(d.device) and p.left_at is null and p.erased_at is null) who(person_id)
     where d.tool_id = $1 and d.removed_at is null group by d.id`,
    [toolId],
  );

export const devicesIn = async (tx: Tx, toolId: string): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await tx.query(`select id from listed_devices where tool_id = $1 and removed_at is null`, [toolId]);
  return new Set(rows.map(({ id }) => id));
};

/** Tools with listed devices, and tools of which a list with devices is still kept. */
export const toolsWithLists = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { tool_id: string }[] = await tx.query(
    `select tool_id from tools_by_list union select tool_id from device_lists where devices <> '{}' order by 1`,
  );
  return rows.map(({ tool_id }) => tool_id);
};

/** The newest list while the tool is on and not suspended; a device that IT took off since is not in it. */
export const listedNow = async (tx: Tx, toolId: string): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select d.id from device_lists l join listed_devices d on d.tool_id = l.tool_id and d.id = any (l.devices) and d.removed_at is null
     join active_tools o on o.tool_id = l.tool_id
     where l.tool_id = $1 and l.reasons = '{}'
       and not exists (select 1 from suspensions s where s.tool_id = l.tool_id and not exists (select 1 from suspension_ends x where x.suspension_id = s.id))`,
    [toolId],
  );
  return rows.map(({ id }) => id);
};
