import { type Day, dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface AlwaysOff {
  readonly toolId: string;
  readonly versionId: string;
  /** At least so many of every hundred people in scope, rounded up. */
  readonly percent: number;
}
const asked = ({ toolId, versionId, percent }: AlwaysOff, today: Day): readonly unknown[] => [toolId, versionId, today, percent];

/**
 * Who it stays off at: whoever it already did, and as many more as are lacking, in an order that nobody chooses (a hash of tool and person).
 * Once picked, always off: a newcomer never takes that place away.
 */
const PICKED = `with scope as (
    select distinct person_id from people_in_scope where version_id = $2 and starts_on <= $3 and (ends_on is null or ends_on >= $3)),
  kept as (select s.person_id from scope s join always_off_people a on a.tool_id = $1 and a.person_id = s.person_id),
  lacking as (select greatest(0, ceil((select count(*) from scope) * $4::numeric / 100) - (select count(*) from kept))::bigint as n),
  more as (select s.person_id from scope s where not exists (select 1 from kept k where k.person_id = s.person_id)
    order by sha256(convert_to($1 || ' ' || s.person_id, 'UTF8')) limit (select n from lacking)),
  picked as (select person_id from kept union all select person_id from more)`;

/** Those of these people at whom it stays off. */
export const alwaysOffAmong = async (tx: Tx, off: AlwaysOff, personIds: readonly string[], now: Date): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await tx.query(`${PICKED} select person_id as id from picked where person_id = any($5)`, [
    ...asked(off, dayOf(now)),
    personIds,
  ]);
  return new Set(rows.map(({ id }) => id));
};

/** Writes down who else is picked now, so that it stays so. Answers how many. */
export const keepOff = async (tx: Tx, off: AlwaysOff, now: Date): Promise<number> => {
  const rows: unknown[] = await tx.query(
    `${PICKED}, written as (insert into always_off_people (tool_id, person_id, since) select $1, person_id, $5 from more
       on conflict do nothing returning person_id) select person_id from written`,
    [...asked(off, dayOf(now)), now],
  );
  return rows.length;
};

/** The people at whom it stays off, by name, for who has to keep them out by hand. */
export const alwaysOffNames = async (tx: Tx, off: AlwaysOff, now: Date): Promise<readonly string[]> => {
  const rows: { name: string }[] = await tx.query(
    `${PICKED} select p.name from picked k join persons p on p.id = k.person_id order by lower(p.name), p.id limit 2000`,
    [...asked(off, dayOf(now))],
  );
  return rows.map(({ name }) => name);
};
