import { type Day, dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { isAlwaysOff } from './always-off.repository.js';

/**
 * Whether this person may be measured now: in scope today, told at least a day ago, not paused, not left out by lot, and not among those at whom it
 * is always off. One answer for all of it: which of these it was is never said.
 */
export const isCovered = async (
  tx: Tx,
  version: { readonly id: string; readonly toolId: string },
  accepted: readonly string[],
  who: { readonly personId: string; readonly now: Date },
  alwaysOffPercent: number | null = null,
): Promise<boolean> => {
  const today: Day = dayOf(who.now);
  const rows: unknown[] = await tx.query(
    `select 1 from people_in_scope s
     where s.version_id = $1 and s.person_id = $2 and s.starts_on <= $3 and (s.ends_on is null or s.ends_on >= $3)
       and exists (select 1 from people_told t where t.tool_id = $4 and t.person_id = $2 and t.fingerprint = any($5)
         and (t.told_at at time zone 'Europe/Amsterdam')::date < $3::date)
       and not exists (select 1 from people_paused p where p.tool_id = $4 and p.person_id = $2)
       and not exists (select 1 from cover_people c where c.tool_id = $4 and c.person_id = $2 and c.until_at > $6)`,
    [version.id, who.personId, today, version.toolId, accepted, who.now],
  );
  if (rows.length === 0 || alwaysOffPercent === null) return rows.length > 0;
  return !(await isAlwaysOff(tx, { toolId: version.toolId, versionId: version.id, percent: alwaysOffPercent }, who));
};
