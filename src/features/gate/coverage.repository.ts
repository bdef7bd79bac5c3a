import { type Day, dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { alwaysOffAmong } from './always-off.repository.js';

interface CoveredVersion {
  readonly id: string;
  readonly toolId: string;
}

/**
 * Who of these people may be measured now: in scope today, told at least a day ago, not paused, not left out by lot, and not among those at whom it
 * is always off. One answer for all of it: which of these it was is never said. `turnsOverBy`: turns of the lot that end by then count as over.
 */
export const coveredAmong = async (
  tx: Tx,
  version: CoveredVersion,
  accepted: readonly string[],
  who: { readonly personIds: readonly string[]; readonly now: Date; readonly turnsOverBy?: Date },
  alwaysOffPercent: number | null = null,
): Promise<ReadonlySet<string>> => {
  const today: Day = dayOf(who.now);
  const rows: { id: string }[] = await tx.query(
    `select distinct s.person_id as id from people_in_scope s
     where s.version_id = $1 and s.person_id = any($2) and s.starts_on <= $3 and (s.ends_on is null or s.ends_on >= $3)
       and exists (select 1 from people_told t where t.tool_id = $4 and t.person_id = s.person_id and t.fingerprint = any($5)
         and (t.told_at at time zone 'Europe/Amsterdam')::date < $3::date)
       and not exists (select 1 from people_paused p where p.tool_id = $4 and p.person_id = s.person_id)
       and not exists (select 1 from cover_people c where c.tool_id = $4 and c.person_id = s.person_id and c.until_at > $6)`,
    [version.id, who.personIds, today, version.toolId, accepted, who.turnsOverBy ?? who.now],
  );
  const covered = rows.map(({ id }) => id);
  if (covered.length === 0 || alwaysOffPercent === null) return new Set(covered);
  const off = await alwaysOffAmong(tx, { toolId: version.toolId, versionId: version.id, percent: alwaysOffPercent }, covered, who.now);
  return new Set(covered.filter((id) => !off.has(id)));
};

/** The same for one person. */
export const isCovered = async (
  tx: Tx,
  version: CoveredVersion,
  accepted: readonly string[],
  who: { readonly personId: string; readonly now: Date },
  alwaysOffPercent: number | null = null,
): Promise<boolean> =>
  (await coveredAmong(tx, version, accepted, { personIds: [who.personId], now: who.now }, alwaysOffPercent)).has(who.personId);
