import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** The open cases of one handler. */
export interface CaseLoad {
  readonly open: number;
  readonly firstDueOn: Day | null;
}

export const complaintsInHand = async (tx: Tx, handlerId: string): Promise<CaseLoad> => {
  const [row]: CaseLoad[] = await tx.query(
    `select count(*)::int as open, min(c.due_on)::text as "firstDueOn" from complaints c
     where c.handler_id = $1 and not exists (select 1 from complaint_messages m where m.complaint_id = c.id and m.kind in ('closed', 'withdrawn'))`,
    [handlerId],
  );
  return row ?? { open: 0, firstDueOn: null };
};
