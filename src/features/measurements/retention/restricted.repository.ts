import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { MeasuredMetric } from './deletions.repository.js';

/** Its person asked to keep what lies locked of that time: under a lock that stands. */
export const KEPT_OVER_ITS_TIME = `exists (select 1 from quarantine_people p join quarantines q on q.id = p.quarantine_id
  where p.person_id = m.person_id and p.keeps_since is not null and p.keeps_ended_at is null and q.tool_id = m.tool_id
    and (m.at at time zone 'Europe/Amsterdam')::date between q.from_on and (q.until_at at time zone 'Europe/Amsterdam')::date
    and not exists (select 1 from quarantine_ends e where e.quarantine_id = q.id))`;

const ROWS = 'delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value';
const of = (row: string): string =>
  ROWS.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');

/** Of persons who object, or asked for it, until that is over: their data may be stored, and nothing else (GDPR 18). */
const RESTRICTED = (row: string): string =>
  `exists (select 1 from data_restricted r where r.tool_id = ${row}.tool_id and r.person_id = ${row}.person_id)`;

/** Sets aside what is restricted of what goes on this day: it is in no table that numbers are told of. */
export const setAsideOn = (tx: Tx, day: Day): Promise<unknown> =>
  tx.query(
    `insert into restricted_measurements (${ROWS}) select ${of('m')} from measurements m where m.delete_on = $1 and ${RESTRICTED('m')}`,
    [day],
  );

/** The same of what was measured before an instant, at one place or all of them. */
export const setAsideOf = (tx: Tx, metric: MeasuredMetric & { readonly place: string | null }, before: Date): Promise<unknown> =>
  tx.query(
    `insert into restricted_measurements (${ROWS}) select ${of('m')} from measurements m
     where m.version_id = $1 and m.metric = $2 and m.at < $3 and ($4::text is null or m.place = $4) and ${RESTRICTED('m')}`,
    [metric.versionId, metric.metric, before, metric.place],
  );

/** The same of what lay locked, except what its person keeps as evidence under one of `locks`. */
export const setAsideLocked = (tx: Tx, quarantineId: string, locks: readonly string[]): Promise<unknown> =>
  tx.query(
    `insert into restricted_measurements (${ROWS}) select ${of('m')} from quarantined_measurements m
     where m.quarantine_id = $1 and ${RESTRICTED('m')} and not exists (
       select 1 from quarantine_people p where p.quarantine_id = any($2) and p.person_id = m.person_id and p.keeps_since is not null and p.keeps_ended_at is null)`,
    [quarantineId, locks],
  );

/** The person asked that it is kept and not used (GDPR 18(1)): an upheld objection does not take that away. */
export const isKeptOnRequest = async (tx: Tx, personId: string, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from data_restricted where person_id = $1 and tool_id = $2 and cause = 'request' limit 1`,
    [personId, toolId],
  );
  return rows.length > 0;
};

/** Deletes what is restricted no more, unless a legal hold keeps it, or its person as evidence. True: there was any. */
export const deleteReleased = async (tx: Tx, today: Day): Promise<boolean> => {
  const [row]: { some: boolean }[] = await tx.query(
    `with gone as (delete from restricted_measurements m where not ${RESTRICTED('m')} and not ${KEPT_OVER_ITS_TIME}
       and not exists (select 1 from tools_on_hold h where h.tool_id = m.tool_id and h.ends_on >= $1) returning 1)
     select exists (select 1 from gone) as some`,
    [today],
  );
  return row?.some === true;
};
