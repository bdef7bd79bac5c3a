import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface MeasuredInHand {
  /** Data that came without a lease, on which nobody decided: by when the authority must hear of it. */
  readonly breaches: readonly { readonly id: string; readonly toolName: string; readonly reportBy: Date }[];
  /** Locked data that can be deleted today, and must be by a day. */
  readonly deletions: readonly { readonly id: string; readonly toolName: string; readonly deleteBy: Day }[];
}

const AT_MOST = 20;
/** This lock, and others over the same time that have not ended. */
const LOCKS = `select o.id from quarantines o where o.id = q.id or (o.tool_id = q.tool_id
  and o.from_on <= (q.until_at at time zone 'Europe/Amsterdam')::date and (o.until_at at time zone 'Europe/Amsterdam')::date >= q.from_on
  and not exists (select 1 from quarantine_ends e where e.quarantine_id = o.id))`;
const KEPT = `select 1 from quarantine_people p where p.quarantine_id in (${LOCKS}) and p.keeps_since is not null and p.keeps_ended_at is null`;

/** What a privacy officer has to decide or delete; not what a hold keeps, or somebody as evidence. Two queries. */
export const measuredInHand = async (tx: Tx, today: Day): Promise<MeasuredInHand> => ({
  breaches: await tx.query(
    `select b.id, t.name as "toolName", b.report_by as "reportBy" from breaches b join tools t on t.id = b.tool_id
     where not exists (select 1 from breach_decisions d where d.breach_id = b.id) order by b.report_by, b.id limit ${AT_MOST}`,
  ),
  deletions: await tx.query(
    `select q.id, t.name as "toolName", q.delete_by::text as "deleteBy" from quarantines q join tools t on t.id = q.tool_id
     where not exists (select 1 from quarantines k where k.id in (${LOCKS}) and k.ask_until >= $1)
       and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id)
       and not exists (select 1 from tools_on_hold h where h.tool_id = q.tool_id and h.ends_on >= $1)
       and (not exists (${KEPT}) or exists (
         select 1 from quarantined_measurements m where m.quarantine_id = q.id and not exists (${KEPT} and p.person_id = m.person_id)))
     order by q.delete_by, q.id limit ${AT_MOST}`,
    [today],
  ),
});
