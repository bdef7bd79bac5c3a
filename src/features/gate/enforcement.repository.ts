import type { Tx } from '../../platform/database/index.js';

/** Whether one of these ids names a tool that obeys IT alone, once it is registered or said to run already: a tool, a version, a request, a notice, an order or an objection. */
export const cannotBlock = async (tx: Tx, ids: readonly string[]): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from (
       select id as tool_id from tools where id = any($1)
       union all select tool_id from tool_versions where id = any($1)
       union all select tool_id from consent_requests where id = any($1)
       union all select tool_id from notices where id = any($1)
       union all select tool_id from orders where id = any($1)
       union all select tool_id from objections where id = any($1)
     ) named
     join lateral (
       select enforcement from tool_versions v join tools t on t.id = v.tool_id where v.tool_id = named.tool_id
         and (v.registered_at is not null or t.runs_without_consent or t.claimed_by_council) order by v.number desc limit 1
     ) newest on true
     where newest.enforcement not in ('native', 'supervised') limit 1`,
    [ids],
  );
  return rows.length > 0;
};

/** Tools of which nobody knows now whether they still run: the list of where they may was not fetched in time. At most 100. */
export const outOfSight = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { tool_id: string }[] = await tx.query(
    `select distinct i.tool_id from incidents i
     where i.kind = 'list_not_fetched' and not exists (select 1 from incident_ends e where e.incident_id = i.id) limit 100`,
  );
  return rows.map((row) => row.tool_id);
};
