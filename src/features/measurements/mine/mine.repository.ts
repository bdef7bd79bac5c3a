import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

/** What is kept about one person, per tool and metric. */
export interface OwnMetric {
  readonly toolName: string;
  readonly versionId: string;
  readonly metric: string;
  readonly n: number;
  readonly goneOn: Day;
  /** Why it stays beyond its day: the person objects, asked to restrict it, or it is needed in court until a day; null: it goes on its day. */
  readonly why: 'objection' | 'request' | 'hold' | null;
  readonly until: Day | null;
}
export const ownMetrics = (tx: Tx, personId: string, today: Day): Promise<OwnMetric[]> =>
  tx.query(
    `select t.name as "toolName", m.version_id as "versionId", m.metric, sum(m.n)::int as n, max(m.gone_on)::text as "goneOn",
       coalesce(min(r.cause), case when max(h.ends_on) >= least(max(m.gone_on), $2) then 'hold' end) as why,
       case when min(r.cause) is null and max(h.ends_on) >= least(max(m.gone_on), $2) then max(h.ends_on)::text end as until
     from (select tool_id, version_id, metric, count(*) as n, max(delete_on) as gone_on from measurements where person_id = $1 group by 1, 2, 3
       union all select tool_id, version_id, metric, count(*), max(delete_on) from restricted_measurements where person_id = $1 group by 1, 2, 3) m
     join tools t on t.id = m.tool_id
     left join (select tool_id, min(cause) as cause from data_restricted where person_id = $1 group by 1) r on r.tool_id = m.tool_id
     left join tools_on_hold h on h.tool_id = m.tool_id and h.ends_on >= $2
     group by t.name, m.version_id, m.metric order by 1, 3, 2 limit 200`,
    [personId, today],
  );

/** Versions that run now with this person in scope, and those of which figures are kept and that this person was in the scope of, or was told of. */
export const versionsAbout = (tx: Tx, personId: string, today: Day): Promise<{ versionId: string; toolName: string }[]> =>
  tx.query(
    `select v.id as "versionId", t.name as "toolName" from tool_versions v join tools t on t.id = v.tool_id
     where v.id in (select a.version_id from active_tools o join activations a on a.id = o.activation_id
         join people_in_scope s on s.version_id = a.version_id and s.person_id = $1 and s.starts_on <= $2 and (s.ends_on is null or s.ends_on >= $2))
       or (exists (select 1 from metric_rollups r where r.tool_id = v.tool_id and r.version_id = v.id)
         and (exists (select 1 from people_in_scope s where s.version_id = v.id and s.person_id = $1)
           or exists (select 1 from notices n join notice_deliveries d on d.notice_id = n.id where n.version_id = v.id and d.person_id = $1)))
     order by 2, 1 limit 100`,
    [personId, today],
  );

export interface OwnQuarantine {
  readonly id: string;
  readonly toolName: string;
  readonly cause: 'void' | 'expired' | 'exceeded';
  readonly fromOn: Day;
  readonly untilAt: Date;
  readonly askUntil: Day;
  readonly deleteBy: Day;
  readonly ended: 'deleted' | 'lifted' | null;
  readonly keeps: boolean;
}
const OWN = `select q.id, t.name as "toolName", q.cause, q.from_on::text as "fromOn", q.until_at as "untilAt", q.ask_until::text as "askUntil",
  q.delete_by::text as "deleteBy", e.kind as ended, p.keeps_since is not null and p.keeps_ended_at is null as keeps
  from quarantine_people p join quarantines q on q.id = p.quarantine_id join tools t on t.id = q.tool_id
  left join quarantine_ends e on e.quarantine_id = q.id where p.person_id = $1`;

export const ownQuarantines = (tx: Tx, personId: string): Promise<OwnQuarantine[]> =>
  tx.query(`${OWN} order by q.opened_at desc, q.id limit 50`, [personId]);

/** One of them, held until the end of the transaction. */
export const holdOwn = async (tx: Tx, personId: string, id: string): Promise<OwnQuarantine | null> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 44))`, [id]);
  const [row]: OwnQuarantine[] = await tx.query(`${OWN} and q.id = $2`, [personId, id]);
  return row ?? null;
};

export const keepAsEvidence = (tx: Tx, personId: string, id: string, at: Date): Promise<unknown> =>
  tx.query(`update quarantine_people set keeps_since = $3, keeps_ended_at = null where quarantine_id = $2 and person_id = $1`, [
    personId,
    id,
    at,
  ]);
export const endKeeping = (tx: Tx, personId: string, id: string, at: Date): Promise<unknown> =>
  tx.query(`update quarantine_people set keeps_ended_at = $3 where quarantine_id = $2 and person_id = $1 and keeps_ended_at is null`, [
    personId,
    id,
    at,
  ]);
