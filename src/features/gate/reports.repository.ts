import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';

export const insertReport = (
  tx: Tx,
  row: { toolId: string; sourceId: string; settings: Json; hash: string; matches: boolean; at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into settings_reports (tool_id, source_id, settings, settings_hash, matches, reported_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tool_id, source_id) do update set settings = excluded.settings, settings_hash = excluded.settings_hash, matches = excluded.matches,
       reported_at = excluded.reported_at, retired_at = null`,
    [row.toolId, row.sourceId, row.settings === null ? null : JSON.stringify(row.settings), row.hash, row.matches, row.at],
  );

export const retireReport = (tx: Tx, toolId: string, sourceId: string, at: Date): Promise<unknown> =>
  tx.query(`update settings_reports set retired_at = $3 where tool_id = $1 and source_id = $2`, [toolId, sourceId, at]);

/**
 * `runtime.configHash` of a version: a hash that differed from what was on when it was shown, else the fingerprint once something showed this version's
 * sheet, else null. What showed the approved sheet of another version, and nothing since, says nothing of this one.
 */
export const configHash = async (tx: Tx, toolId: string, fingerprint: string, approvedHash: string): Promise<string | null> => {
  const [row]: { shows: boolean | null; differing: string | null }[] = await tx.query(
    `select bool_or(matches and settings_hash = $2) as shows, min(settings_hash) filter (where not matches) as differing
     from settings_reports where tool_id = $1 and retired_at is null`,
    [toolId, approvedHash],
  );
  return row?.differing ?? (row?.shows ? fingerprint : null);
};

/** Whether an agent that is still in use runs other settings than the approved ones. */
export const settingsDiffer = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from settings_reports where tool_id = $1 and retired_at is null and not matches limit 1`,
    [toolId],
  );
  return rows.length > 0;
};
