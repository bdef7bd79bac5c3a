import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface MeasuredInHand {
  /** Data that came without a lease, on which nobody decided: by when the authority must hear of it. */
  readonly breaches: readonly { readonly id: string; readonly toolName: string; readonly reportBy: Date }[];
  /** Locked data that can be deleted today, and must be by a day. */
  readonly deletions: readonly { readonly id: string; readonly toolName: string; readonly deleteBy: Day }[];
}

const AT_MOST = 20;
const KEPT = `select 1 from quarantine_people p where p.quarantine_id = q.id and p.keeps_since is not null and p.keeps_ended_at is null`;

/** What a privacy officer has to decide or delete; not what a hold keeps, or somebody as evidence. Two queries. */
export const measuredInHand = async (tx: Tx, today: Day): Promise<MeasuredInHand> => ({
  breaches: await tx.query(
    `select b.id, t.name as "toolName", b.report_by as "reportBy" from breaches b join tools t on t.id = b.tool_id
     where not exists (select 1 from breach_decisions d where d.breach_id = b.id) order by b.report_by, b.id limit ${AT_MOST}`,
  ),
  deletions: await tx.query(
    `select q.id, t.name as "toolName", q.delete_by::text as "deleteBy" from quarantines q join tools t on t.id = q.tool_id
     where q.ask_until < $1 and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id)
       and not exists (select 1 from tools_on_hold h where h.tool_id = q.tool_id and h.ends_on >= $1)
       and (not exists (${KEPT}) or exists (
         select 1 from quarantined_measurements m where m.quarantine_id = q.id and not exists (${KEPT} and p.person_id = m.person_id)))
     order by q.delete_by, q.id limit ${AT_MOST}`,
    [today],
  ),
});
