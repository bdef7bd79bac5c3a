import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import { type DeviceLine, type FileAct, keyOf, type Known } from '../domain/device-lines.js';

export interface ListedTool {
  readonly id: string;
  readonly name: string;
  readonly enforcement: string;
  readonly devices: number;
  readonly isOn: boolean;
  readonly fetchedAt: Date | null;
  readonly fetchedUntil: Date | null;
  /** It was not fetched in time, and that stands open. */
  readonly isLate: boolean;
}

/** Registered tools that device management or the vendor holds, by name. */
export const listedTools = (tx: Tx, toolId: string | null = null): Promise<ListedTool[]> =>
  tx.query(
    `select t.id, t.name, v.enforcement, (select count(*)::int from listed_devices d where d.tool_id = t.id and d.removed_at is null) as devices,
       exists (select 1 from active_tools o where o.tool_id = t.id) as "isOn", l.fetched_at as "fetchedAt", l.fetched_until as "fetchedUntil",
       exists (select 1 from incidents i where i.tool_id = t.id and i.kind = 'list_not_fetched'
         and not exists (select 1 from incident_ends e where e.incident_id = i.id)) as "isLate"
     from tools t left join device_lists l on l.tool_id = t.id
     join lateral (
       select enforcement from tool_versions v left join activations a on a.version_id = v.id left join active_tools o on o.activation_id = a.id
       where v.tool_id = t.id and v.registered_at is not null order by o.tool_id is null, v.number desc limit 1) v on v.enforcement in ('managed', 'vendor_api')
     where $1::text is null or t.id = $1 order by lower(t.name), t.id`,
    [toolId],
  );

export interface ListedDevice {
  readonly id: string;
  readonly device: string;
  readonly addedAt: Date;
}

export const devicesPage = (tx: Tx, toolId: string, page: number, size: number): Promise<ListedDevice[]> =>
  tx.query(
    `select id, device, added_at as "addedAt" from listed_devices where tool_id = $1 and removed_at is null order by lower(device) limit $2 offset $3`,
    [toolId, size, (page - 1) * size],
  );

/** What the register, HR's list and the tool's list know of what these lines name. */
export const knownOf = async (tx: Tx, toolId: string, lines: readonly DeviceLine[]): Promise<Known> => {
  const devices = [...new Set(lines.map(({ device }) => keyOf(device)))];
  const persons: { n: string; id: string }[] = await tx.query(
    `select staff_number as n, id from persons where staff_number = any($1) and left_at is null and erased_at is null`,
    [[...new Set(lines.map(({ staffNumber }) => staffNumber))]],
  );
  const owners: { device: string; ids: string[] }[] = await tx.query(
    `select lower(device) as device, array_agg(id) as ids from persons where lower(device) = any($1) and left_at is null and erased_at is null group by 1`,
    [devices],
  );
  const listed: { device: string; id: string }[] = await tx.query(
    `select lower(device) as device, id from listed_devices where tool_id = $1 and removed_at is null and lower(device) = any($2)`,
    [toolId, devices],
  );
  const [counted]: { n: number }[] = await tx.query(
    `select count(*)::int as n from listed_devices where tool_id = $1 and removed_at is null`,
    [toolId],
  );
  return {
    persons: new Map(persons.map(({ n, id }) => [n, id])),
    owners: new Map(owners.map(({ device, ids }) => [device, ids])),
    listed: new Map(listed.map(({ device, id }) => [device, id])),
    count: counted?.n ?? 0,
  };
};

interface By {
  readonly by: string;
  readonly at: Date;
}
export const addDevices = (
  tx: Tx,
  toolId: string,
  devices: readonly { readonly device: string; readonly personId: string }[],
  { by, at }: By,
): Promise<unknown> =>
  tx.query(
    `insert into listed_devices (id, tool_id, device, person_id, added_by, added_at)
     select g.id, $1, g.device, g.person_id, $5, $6 from unnest($2::text[], $3::text[], $4::text[]) as g(id, device, person_id)`,
    [toolId, devices.map(() => newId('d')), devices.map(({ device }) => device), devices.map(({ personId }) => personId), by, at],
  );

export const removeDevices = (tx: Tx, ids: readonly string[], { by, at }: By): Promise<unknown> =>
  tx.query(`update listed_devices set removed_at = $2, removed_by = $3 where id = any($1) and removed_at is null`, [ids, at, by]);

export interface DraftFile {
  readonly does: FileAct;
  readonly content: string;
  readonly appliedAt: Date | null;
}
export const insertFile = async (
  tx: Tx,
  row: { toolId: string; does: FileAct; content: string; by: string; at: Date },
): Promise<string> => {
  const id = newId('i');
  await tx.query(`insert into device_files (id, tool_id, does, content, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    row.toolId,
    row.does,
    row.content,
    row.by,
    row.at,
  ]);
  return id;
};

export const findFile = async (tx: Tx, toolId: string, id: string, lock: boolean): Promise<DraftFile | null> => {
  const [row]: DraftFile[] = await tx.query(
    `select does, content, applied_at as "appliedAt" from device_files where id = $1 and tool_id = $2 ${lock ? 'for update' : ''}`,
    [id, toolId],
  );
  return row ?? null;
};

/** What was sent is kept no longer than it is needed. */
export const closeFile = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.query(`update device_files set applied_at = $2, content = '' where id = $1`, [id, at]);

export const forgetFiles = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(`delete from device_files where uploaded_at < $1`, [before]);
