import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface MeasuredTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly locked: boolean;
  readonly breached: boolean;
  readonly held: boolean;
}

/** Tools that ever sent anything, or of which something is locked, kept or to be decided. */
export const measuredTools = (tx: Tx, today: Day): Promise<MeasuredTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name as "toolName",
       exists (select 1 from quarantines q where q.tool_id = t.id and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id)) as locked,
       exists (select 1 from breaches b where b.tool_id = t.id and not exists (select 1 from breach_decisions d where d.breach_id = b.id)) as breached,
       exists (select 1 from tools_on_hold h where h.tool_id = t.id and h.ends_on >= $1) as held
     from tools t
     where exists (select 1 from activations a where a.tool_id = t.id) order by lower(t.name), t.id limit 200`,
    [today],
  );

export interface RefusedRow {
  readonly reason: string;
  readonly lines: number;
}
export const refusedSince = (tx: Tx, toolId: string, since: Day): Promise<RefusedRow[]> =>
  tx.query(
    `select reason, sum(lines)::float8 as lines from refused_lines where tool_id = $1 and on_day >= $2 group by 1 order by 2 desc, 1`,
    [toolId, since],
  );

/** The version that runs, or ran last. */
export const lastActivation = async (tx: Tx, toolId: string): Promise<{ id: string; versionId: string; limits: null } | null> => {
  const [row]: { id: string; versionId: string; limits: null }[] = await tx.query(
    `select id, version_id as "versionId", limits from activations where tool_id = $1 order by activated_at desc, generation desc limit 1`,
    [toolId],
  );
  return row ?? null;
};

export const breachesOf = (tx: Tx, toolId: string): Promise<{ id: string; knownAt: Date; decided: boolean }[]> =>
  tx.query(
    `select b.id, b.known_at as "knownAt", exists (select 1 from breach_decisions d where d.breach_id = b.id) as decided
     from breaches b where b.tool_id = $1 order by b.known_at desc, b.id limit 50`,
    [toolId],
  );
