import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { REPORTS } from './objections.repository.js';

/** What waits for one handler: the objections that this handler or deputy may see, and no others. */
export interface ObjectionLoad {
  readonly open: number;
  readonly firstDueOn: Day | null;
}

export const objectionsInHand = async (tx: Tx, handlerId: string): Promise<ObjectionLoad> => {
  const [row]: ObjectionLoad[] = await tx.query(
    `with recursive ${REPORTS} select count(*)::int as open, min(due_on)::text as "firstDueOn" from (
       select o.due_on from objections o
       where not o.converted and o.person_id <> $1 and o.person_id not in (select id from reports)
         and not exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('upheld', 'rejected', 'withdrawn'))
         and exists (select 1 from channels c where c.kind = 'objection' and $1 in (c.handler_id, c.deputy_id))
     ) waiting`,
    [handlerId],
  );
  return row ?? { open: 0, firstDueOn: null };
};
