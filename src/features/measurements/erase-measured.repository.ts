import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { KEPT_OVER_ITS_TIME } from './retention/restricted.repository.js';

/** The person asked to keep it, locked, for a case of their own: under the lock that holds it, or another one over the same time. */
const KEPT_AS_EVIDENCE = `(${KEPT_OVER_ITS_TIME} or exists (select 1 from quarantine_people p
  where p.quarantine_id = m.quarantine_id and p.person_id = m.person_id and p.keeps_since is not null and p.keeps_ended_at is null))`;

const TABLES = ['measurements', 'quarantined_measurements', 'restricted_measurements'] as const;
const ON_HOLD = (day: string): string => `exists (select 1 from tools_on_hold h where h.tool_id = m.tool_id and h.ends_on >= ${day})`;

const NOT_RESTRICTED = `not exists (select 1 from data_restricted d where d.person_id = m.person_id and d.tool_id = m.tool_id and d.cause = 'request')`;
/** What an upheld objection does not take, since its person keeps it. */
const UNLESS_KEPT: Readonly<Record<(typeof TABLES)[number], string>> = {
  measurements: NOT_RESTRICTED,
  quarantined_measurements: `${NOT_RESTRICTED} and not ${KEPT_AS_EVIDENCE}`,
  restricted_measurements: 'false',
};
/** What is kept as evidence where it lies; what is shown somewhere is no evidence yet. */
const KEEPING: Readonly<Record<(typeof TABLES)[number], string>> = {
  measurements: '',
  quarantined_measurements: `and not ${KEPT_AS_EVIDENCE}`,
  restricted_measurements: `and not ${KEPT_OVER_ITS_TIME}`,
};

/**
 * Deletes what was measured until an erasure was granted, a person erased or an objection upheld, and was kept then: under a legal hold, or locked as the
 * person's own evidence, which can end by lifting the lock. True: there was any.
 */
export const eraseOnceReleased = async (tx: Tx, today: Day): Promise<boolean> => {
  let any = false;
  for (const table of TABLES) {
    const [row]: { some: boolean }[] = await tx.query(
      `with gone as (delete from ${table} m using (
         select p.id as person_id, null as tool_id, p.erased_at as until, true as whole from persons p where p.erased_at is not null
         union all
         select r.person_id, r.tool_id, r.answered_at, true from rights_requests r where r.kind = 'erasure' and r.outcome = 'granted'
         union all
         select o.person_id, o.tool_id, e.at, false from objection_erasures e join objections o on o.id = e.objection_id
         where e.outcome in ('erased', 'nothing') and not exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'withdrawn')
       ) granted
       where m.person_id = granted.person_id and (granted.tool_id is null or m.tool_id = granted.tool_id) and m.at <= granted.until and not ${ON_HOLD('$1')}
         and (granted.whole or (${UNLESS_KEPT[table]})) returning 1)
       select exists (select 1 from gone) as some`,
      [today],
    );
    any ||= row?.some === true;
  }
  return any;
};

/**
 * Deletes what is kept about one person, of one tool or of all of them (GDPR 17), also where it is locked or set aside. True: there was any. A tool under a legal hold keeps its rows
 * until the hold ends (17(3)(e)). Figures of groups hold nobody: nothing in them can be found again.
 */
export const eraseMeasured = async (
  tx: Tx,
  personId: string,
  toolId: string | null,
  today: Day,
  { butEvidence = false }: { readonly butEvidence?: boolean } = {},
): Promise<boolean> => {
  let any = false;
  for (const table of TABLES) {
    const [row]: { some: boolean }[] = await tx.query(
      `with gone as (delete from ${table} m where m.person_id = $1 and ($2::text is null or m.tool_id = $2)
         and not ${ON_HOLD('$3')}
         ${butEvidence ? KEEPING[table] : ''} returning 1)
       select exists (select 1 from gone) as some`,
      [personId, toolId, today],
    );
    any ||= row?.some === true;
  }
  if (toolId === null) await tx.query(`delete from quarantine_people where person_id = $1`, [personId]);
  return any;
};
