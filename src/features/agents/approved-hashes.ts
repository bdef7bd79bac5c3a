import type { Tx } from '../../platform/database/index.js';
import { settingsHashOf } from '../gate/index.js';

/** The hash of the sheet that counts for the agents of each of these tools, as for their leases: of the version that is on, else of the newest. */
export const approvedHashes = async (tx: Tx, toolIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows: { toolId: string; settings: Readonly<Record<string, string>> }[] = await tx.query(
    `select t.id as "toolId", coalesce(jsonb_object_agg(s.name, s.value) filter (where s.name is not null), '{}') as settings
     from tools t left join active_tools o on o.tool_id = t.id left join activations ac on ac.id = o.activation_id
       left join lateral (select v.id from tool_versions v where ac.version_id is null and v.tool_id = t.id order by v.number desc limit 1) newest on true
       left join sheet_settings s on s.version_id = coalesce(ac.version_id, newest.id)
     where t.id = any($1) group by t.id`,
    [toolIds],
  );
  return new Map(rows.map(({ toolId, settings }) => [toolId, settingsHashOf(settings)]));
};
