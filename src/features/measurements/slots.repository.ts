import type { Tx } from '../../platform/database/index.js';

/** Which of these intervals were still free; they are filled now. Of one a mark is kept for two days, that names no agent and no moment. */
export const fillSlots = async (tx: Tx, byMark: ReadonlyMap<string, string>, at: Date): Promise<ReadonlySet<string>> => {
  if (byMark.size === 0) return new Set();
  const rows: { mark: string }[] = await tx.query(
    `insert into measured_slots (mark, filled_in) select m, date_trunc('hour', $2::timestamptz) + interval '1 hour' from unnest($1::text[]) as m order by m
     on conflict on constraint measured_slots_key do nothing returning mark`,
    [[...byMark.keys()], at],
  );
  return new Set(rows.map(({ mark }) => byMark.get(mark) ?? ''));
};

/** Nothing that old is taken in any more. */
export const forgetSlots = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(`delete from measured_slots where filled_in < $1`, [before]);
