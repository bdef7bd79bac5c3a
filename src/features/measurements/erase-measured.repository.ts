import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** The person asked to keep it, locked, for a case of their own. */
const KEPT_AS_EVIDENCE = `exists (select 1 from quarantine_people p where p.quarantine_id = m.quarantine_id and p.person_id = m.person_id
  and p.keeps_since is not null and p.keeps_ended_at is null)`;

const TABLES = ['measurements', 'quarantined_measurements', 'restricted_measurements'] as const;
const ON_HOLD = (day: string): string => `exists (select 1 from tools_on_hold h where h.tool_id = m.tool_id and h.ends_on >= ${day})`;

/** Deletes what a legal hold kept when an erasure was granted, or a person erased, once no hold keeps it: what was measured until then. True: there was any. */
export const eraseOnceReleased = async (tx: Tx, today: Day): Promise<boolean> => {
  let any = false;
  for (const table of TABLES) {
    const [row]: { some: boolean }[] = await tx.query(
      `with gone as (delete from ${table} m using (
         select p.id as person_id, null as tool_id, p.erased_at as until from persons p where p.erased_at is not null
         union all
         select r.person_id, r.tool_id, r.answered_at from rights_requests r where r.kind = 'erasure' and r.outcome = 'granted'
       ) granted
       where m.person_id = granted.person_id and (granted.tool_id is null or m.tool_id = granted.tool_id) and m.at <= granted.until and not ${ON_HOLD('$1')} returning 1)
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
         ${butEvidence && table === 'quarantined_measurements' ? `and not ${KEPT_AS_EVIDENCE}` : ''} returning 1)
       select exists (select 1 from gone) as some`,
      [personId, toolId, today],
    );
    any ||= row?.some === true;
  }
  if (toolId === null) await tx.query(`delete from quarantine_people where person_id = $1`, [personId]);
  return any;
};
