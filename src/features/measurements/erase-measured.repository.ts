import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/**
 * Deletes what is kept about one person, of one tool or of all of them (GDPR 17), also where it is locked away. A tool under a legal hold keeps its rows
 * until the hold ends (17(3)(e)). Figures of groups hold nobody: nothing in them can be found again.
 */
export const eraseMeasured = async (tx: Tx, personId: string, toolId: string | null, today: Day): Promise<void> => {
  const held = (row: string): string => `exists (select 1 from tools_on_hold h where h.tool_id = ${row}.tool_id and h.ends_on >= $3)`;
  for (const table of ['measurements', 'quarantined_measurements'])
    await tx.query(`delete from ${table} m where m.person_id = $1 and ($2::text is null or m.tool_id = $2) and not ${held('m')}`, [
      personId,
      toolId,
      today,
    ]);
  if (toolId === null) await tx.query(`delete from quarantine_people where person_id = $1`, [personId]);
};
