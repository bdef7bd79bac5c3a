import type { Tx } from '../../platform/database/index.js';

export interface DashboardTool {
  readonly toolId: string;
  readonly versionId: string;
}

/** Tools that managers may know of: switched on, or suspended or stopped after they were on. Not Countersign itself. */
export const dashboardTools = (tx: Tx): Promise<DashboardTool[]> =>
  tx.query(
    `select t.id as "toolId", latest.version_id as "versionId" from tools t
     join lateral (select a.version_id from activations a where a.tool_id = t.id order by a.activated_at desc, a.generation desc limit 1) latest on true
     where not t.is_platform and (
       exists (select 1 from active_tools o where o.tool_id = t.id)
       or exists (select 1 from suspensions s where s.tool_id = t.id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)))
     order by lower(t.name) limit 100`,
  );
