import type { Tx } from '../../platform/database/index.js';

/** An interval of a metric, by its mark. */
export interface MarkedSlot {
  readonly mark: string;
  readonly slot: string;
  /** When nothing of it can come in any more. */
  readonly over: Date;
}

/** Which of these intervals were still free; they are filled now. Of one a mark is kept until two days after it, that names no agent and no moment. */
export const fillSlots = async (tx: Tx, slots: readonly MarkedSlot[], now: Date): Promise<ReadonlySet<string>> => {
  if (slots.length === 0) return new Set();
  const rows: { mark: string }[] = await tx.query(
    `insert into measured_slots (mark, filled_in)
     select x.mark, date_trunc('hour', greatest($3::timestamptz, x.over)) + interval '1 hour' from unnest($1::text[], $2::timestamptz[]) as x(mark, over) order by 1
     on conflict on constraint measured_slots_key do nothing returning mark`,
    [slots.map(({ mark }) => mark), slots.map(({ over }) => over), now],
  );
  const free = new Set(rows.map(({ mark }) => mark));
  return new Set(slots.filter(({ mark }) => free.has(mark)).map(({ slot }) => slot));
};

/** Nothing that old is taken in any more. */
export const forgetSlots = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(`delete from measured_slots where filled_in < $1`, [before]);
