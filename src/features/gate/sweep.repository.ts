import type { Tx } from '../../platform/database/index.js';

/** Active tools that are not suspended: what a sweep has to look at. */
export const runningTools = async (tx: Tx): Promise<readonly { tool_id: string; version_id: string }[]> =>
  tx.query(
    `select t.tool_id, a.version_id from active_tools t join activations a on a.id = t.activation_id
     where not exists (select 1 from suspensions s where s.tool_id = t.tool_id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id))
     order by t.tool_id`,
  );

/** Tools that are on and that something holds which says nothing of their conditions, as long as no broken one was written down since the first of what holds them. */
export const heldTools = async (tx: Tx): Promise<readonly { tool_id: string; version_id: string }[]> =>
  tx.query(
    `select t.tool_id, a.version_id from active_tools t join activations a on a.id = t.activation_id
       cross join lateral (select min(s.at) as since from suspensions s
         where s.tool_id = t.tool_id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)) held
     where held.since is not null
       and not exists (select 1 from evidence_entries e where e.tool_id = t.tool_id and e.type = 'condition.broken' and e.at >= held.since)
     order by t.tool_id`,
  );
