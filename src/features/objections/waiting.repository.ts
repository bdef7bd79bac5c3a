import type { Actor } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';

/** What waits for DPO or confidential adviser: advice on an objection, and a report of detriment that nobody in that office read. */
export interface PrivateLoad {
  readonly advice: number;
  readonly detriment: number;
}
const NOTHING: PrivateLoad = { advice: 0, detriment: 0 };

export const waitingPrivately = async (tx: Tx, { role, personId }: Actor): Promise<PrivateLoad> => {
  if (role !== 'dpo' && role !== 'trusted_person') return NOTHING;
  const [row]: PrivateLoad[] = await tx.query(
    `select case when $1 = 'dpo' then (
         select count(*)::int from objections o
         where o.person_id <> $2 and exists (select from objection_acts a where a.objection_id = o.id and a.kind = 'advice_asked')
           and not exists (select from objection_acts a where a.objection_id = o.id and a.kind in ('advised', 'upheld', 'rejected', 'withdrawn'))
       ) else 0 end as advice,
       (select count(*)::int from detriment_reports d where d.lodged_by <> $2
         and not exists (select from detriment_acts a where a.report_id = d.id and a.by_role = $1)) as detriment`,
    [role, personId ?? ''],
  );
  return row ?? NOTHING;
};
