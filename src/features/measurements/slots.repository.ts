import { sha256 } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';

/** Which of these intervals were still free; they are filled now. What is kept of one is a hash, for two days. */
export const fillSlots = async (
  tx: Tx,
  { agentId, personId }: { readonly agentId: string; readonly personId: string },
  slots: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> => {
  if (slots.length === 0) return new Set();
  const byMark = new Map(slots.map((slot) => [sha256(`${personId} ${slot}`), slot]));
  const rows: { mark: string }[] = await tx.query(
    `insert into measured_slots (agent_id, mark, filled_at) select $1, m, $3 from unnest($2::text[]) as m order by m
     on conflict on constraint measured_slots_key do nothing returning mark`,
    [agentId, [...byMark.keys()], at],
  );
  return new Set(rows.map(({ mark }) => byMark.get(mark) ?? ''));
};

/** Nothing that old is taken in any more. */
export const forgetSlots = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(`delete from measured_slots where filled_at < $1`, [before]);
