import type { Day } from '../../kernel/clock.js';
import { coverObstacle, SMALLEST_COVERED_SCOPE, type WithoutCover } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dossierFacts } from './domain/facts.js';
import type { Version } from './version.js';

/** Whether at least so many are in scope on the day. Somebody stands in a scope by unit and by name, twice at most: it stops counting there. */
export const scopeReaches = async (tx: Tx, versionId: string, today: Day, people: number): Promise<boolean> => {
  const [row]: { people: number }[] = await tx.query(
    `select count(distinct person_id)::int as people from (
       select person_id from scope_entries where version_id = $1 and starts_on <= $2 and (ends_on is null or ends_on >= $2) limit $3) listed`,
    [versionId, today, people * 2],
  );
  return (row?.people ?? 0) >= people;
};

const isByList = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from tools_by_list where tool_id = $1`, [toolId]);
  return rows.length > 0;
};

/** Why nobody is left out by lot in this version; null where a share of the people is. */
export const withoutCover = async (tx: Tx, version: Version, today: Day): Promise<WithoutCover | null> =>
  coverObstacle(dossierFacts(version), await isByList(tx, version.toolId)) ??
  ((await scopeReaches(tx, version.id, today, SMALLEST_COVERED_SCOPE)) ? null : 'scope');
