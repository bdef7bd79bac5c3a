import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** One draw for a tool at a time. */
export const holdCover = (tx: Tx, toolId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 26))`, [toolId]);

/** IT listed the devices on which the tool may run: who is left out is not on the list, and no order names anybody. */
export const isByList = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from tools_by_list where tool_id = $1`, [toolId]);
  return rows.length > 0;
};

/** How long what was measured can still come in. */
const KNOWN_DAYS = 2;
/** Deletes some turns and writes down when they were. `$1` is now. */
const ending = (which: string): string =>
  `with gone as (delete from cover_people c where ${which} returning *)
   insert into cover_ended (tool_id, person_id, from_at, until_at)
   select tool_id, person_id, drawn_at, greatest(drawn_at, least(until_at, $1)) from gone on conflict on constraint cover_ended_key do nothing`;

/** Turns that are over, and those of tools that are off. Forgets those of long ago. */
export const endTurns = async (tx: Tx, now: Date): Promise<void> => {
  await tx.query(ending(`c.until_at <= $1 or not exists (select 1 from active_tools o where o.tool_id = c.tool_id)`), [now]);
  await tx.query(`delete from cover_ended where until_at < $1::timestamptz - interval '${KNOWN_DAYS} days'`, [now]);
};

/** How many turns of each length go on beyond this instant. */
export const turnsBeyond = async (tx: Tx, toolId: string, instant: Date): Promise<ReadonlyMap<number, number>> => {
  const rows: { turn: number; n: number }[] = await tx.query(
    `select turn_days as turn, count(*)::int as n from cover_people where tool_id = $1 and until_at > $2 group by turn_days`,
    [toolId, instant],
  );
  return new Map(rows.map(({ turn, n }) => [turn, n]));
};

/** People in scope today, and how many of them are paused: whatever the reason, never who. */
export const scopeAndPaused = async (
  tx: Tx,
  toolId: string,
  versionId: string,
  today: Day,
): Promise<{ readonly people: number; readonly paused: number }> => {
  const [row]: { people: number; paused: number }[] = await tx.query(
    `with scope as (select distinct person_id from people_in_scope where version_id = $2 and starts_on <= $3 and (ends_on is null or ends_on >= $3))
     select count(*)::int as people, (select count(distinct p.person_id)::int from people_paused p join scope s on s.person_id = p.person_id
       where p.tool_id = $1) as paused from scope`,
    [toolId, versionId, today],
  );
  return row ?? { people: 0, paused: 0 };
};

export interface Turn {
  readonly days: number;
  readonly untilAt: Date;
}

/** Draws a person for each turn among those in scope who are neither drawn nor paused. The order is chance alone: nobody can reckon it again. */
export const drawPeople = async (
  tx: Tx,
  tool: { readonly toolId: string; readonly versionId: string },
  turns: readonly Turn[],
  at: { readonly now: Date; readonly today: Day },
): Promise<number> => {
  const rows: unknown[] = await tx.query(
    `with drawn as (
       select person_id, row_number() over (order by gen_random_uuid()) as place from (
         select distinct s.person_id from people_in_scope s
         where s.version_id = $2 and s.starts_on <= $3 and (s.ends_on is null or s.ends_on >= $3)
           and not exists (select 1 from people_paused p where p.tool_id = $1 and p.person_id = s.person_id)
           and not exists (select 1 from cover_people c where c.tool_id = $1 and c.person_id = s.person_id)) free),
     written as (
       insert into cover_people (tool_id, person_id, turn_days, drawn_at, until_at)
       select $1, d.person_id, t.days, $4, t.until_at from drawn d
       join unnest($5::int[], $6::timestamptz[]) with ordinality as t(days, until_at, place) on t.place = d.place
       returning person_id)
     select person_id from written`,
    [tool.toolId, tool.versionId, at.today, at.now, turns.map(({ days }) => days), turns.map(({ untilAt }) => untilAt)],
  );
  return rows.length;
};

/** Ends some turns of one length early; which of them, chance says. */
export const endSome = (
  tx: Tx,
  { toolId, turnDays, n }: { readonly toolId: string; readonly turnDays: number; readonly n: number },
  { now, beyond }: { readonly now: Date; readonly beyond: Date },
): Promise<unknown> =>
  tx.query(
    ending(`c.tool_id = $2 and c.person_id in (
      select person_id from cover_people where tool_id = $2 and turn_days = $3 and until_at > $5 order by gen_random_uuid() limit $4)`),
    [now, toolId, turnDays, n, beyond],
  );
