import { type Day, dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Enforcement } from '../../policy/index.js';

/** This page reads what other features keep, and writes nothing. Each section is one query, whatever the number of tools or people. */
export interface ActiveTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: Enforcement;
  readonly fingerprint: string;
  readonly since: Date;
  readonly isSuspended: boolean;
  readonly suspendedAt: Date | null;
  readonly suspendedFor: string | null;
  /** When this person was told about what is on now; null: not yet. */
  readonly toldAt: Date | null;
  /** For an attested tool: IT has said that it is on. */
  readonly isConfirmed: boolean;
  readonly isPaused: boolean;
  /** IT listed the devices on which it may run. */
  readonly isByList: boolean;
  /** Picked by chance: at this person it stays off. */
  readonly isAlwaysOff: boolean;
  /** Out for now by the draw, so that being out says nothing about anybody. */
  readonly isCover: boolean;
  readonly runsWithoutConsent: boolean;
}

const IN_SCOPE = `exists (select 1 from people_in_scope s where s.version_id = v.id and s.person_id = $1 and s.starts_on <= $2::date
  and (s.ends_on is null or s.ends_on >= $2::date))`;
const SUSPENDED = `left join lateral (select x.at, x.cause from suspensions x
  where x.tool_id = t.id and not exists (select 1 from suspension_ends e where e.suspension_id = x.id) order by x.at limit 1) z on true`;
const TOLD = `(select min(k.told_at) from people_told k where k.tool_id = t.id and k.person_id = $1
  and k.fingerprint in (select accepted_fingerprints(t.id, a.fingerprint)))`;

/** The tools that are on in a group that this person is in. */
export const activeTools = (tx: Tx, personId: string, now: Date): Promise<ActiveTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name as "toolName", v.id as "versionId", v.number, v.enforcement, a.fingerprint,
      (select min(x.activated_at) from activations x where x.version_id = v.id) as since,
      z.at is not null as "isSuspended", z.at as "suspendedAt", z.cause as "suspendedFor", ${TOLD} as "toldAt",
      exists (select 1 from orders o join order_confirmations k on k.order_id = o.id where o.activation_id = a.id and o.kind = 'start') as "isConfirmed",
      exists (select 1 from people_paused p where p.tool_id = t.id and p.person_id = $1) as "isPaused",
      exists (select 1 from tools_by_list b where b.tool_id = t.id) as "isByList",
      exists (select 1 from always_off_people o where o.tool_id = t.id and o.person_id = $1) and (a.limits->>'alwaysOffPercent') is not null as "isAlwaysOff",
      exists (select 1 from cover_people y where y.tool_id = t.id and y.person_id = $1 and y.until_at > $3) as "isCover",
      t.runs_without_consent as "runsWithoutConsent"
     from active_tools c join activations a on a.id = c.activation_id join tool_versions v on v.id = a.version_id join tools t on t.id = c.tool_id
     ${SUSPENDED} where ${IN_SCOPE} order by lower(t.name), t.id`,
    [personId, dayOf(now), now],
  );

export interface DeviceLine {
  readonly toolId: string;
  readonly device: string;
  /** When the last unbroken run of leases began; null: none in the last 30 days. */
  readonly startedAt: Date | null;
  /** Until when the last lease of that run holds. */
  readonly holdsUntil: Date | null;
  readonly stoppedAt: Date | null;
}

/** When the tools last started and stopped on this person's own devices. Leases are kept for thirty days. */
export const deviceTimes = (tx: Tx, personId: string): Promise<DeviceLine[]> =>
  tx.query(
    `with own as (select ap.agent_id, a.tool_id, a.device, ap.bound_at from agent_persons ap join agents a on a.id = ap.agent_id
       where ap.person_id = $1 and ap.ended_at is null and a.retired_at is null order by lower(a.device), a.id limit 50),
      runs as (select o.agent_id, l.issued_at, l.expires_at, lag(l.expires_at) over (partition by o.agent_id order by l.issued_at) as before
        from own o join leases l on l.agent_id = o.agent_id and l.person_id = $1)
     select o.tool_id as "toolId", o.device, r.started_at as "startedAt", r.until as "holdsUntil",
       (select max(s.stopped_at) from stop_receipts s where s.agent_id = o.agent_id and s.stopped_at >= o.bound_at) as "stoppedAt"
     from own o left join lateral (select max(x.issued_at) filter (where x.before is null or x.before < x.issued_at) as started_at,
       max(x.expires_at) as until from runs x where x.agent_id = o.agent_id) r on true
     order by lower(o.device), o.agent_id`,
    [personId],
  );

export interface OtherTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: Enforcement;
  readonly fingerprint: string;
  readonly runsWithoutConsent: boolean;
  readonly stopOrRepairOn: Day | null;
  readonly hasRun: boolean;
  readonly isRefused: boolean;
}

/** Unknown is everyone: what runs is told to all while nobody has said whom it measures. */
const FOR_WHOM_IS_UNKNOWN = `not exists (select 1 from people_in_scope s where s.version_id = v.id)`;

/** Tools that are off for this person and that he may know of: told about, ever on, refused by the council, or running without consent. */
export const otherTools = (tx: Tx, personId: string, today: Day): Promise<OtherTool[]> =>
  tx.query(
    `select * from (
      select t.id as "toolId", t.name as "toolName", v.id as "versionId", v.number, v.enforcement, v.fingerprint,
        t.runs_without_consent as "runsWithoutConsent", t.stop_or_repair_on::text as "stopOrRepairOn",
        exists (select 1 from activations a where a.tool_id = t.id) as "hasRun",
        exists (select 1 from tools_told_about x where x.tool_id = t.id and x.person_id = $1) as told,
        coalesce((select d.decision = 'refused' from council_decisions d join decision_confirmations c on c.decision_id = d.id
          where d.tool_id = t.id order by c.at desc limit 1), false) as "isRefused"
      from tools t
      join lateral (select v.* from tool_versions v where v.tool_id = t.id
        and ((v.registered_at is not null and ${IN_SCOPE}) or (t.runs_without_consent and (${IN_SCOPE} or ${FOR_WHOM_IS_UNKNOWN})))
        order by v.number desc limit 1) v on true
      where not exists (select 1 from active_tools c join activations a on a.id = c.activation_id join tool_versions r on r.id = a.version_id
        join people_in_scope s on s.version_id = r.id where c.tool_id = t.id and s.person_id = $1)) as known
     where "runsWithoutConsent" or "hasRun" or told or "isRefused" order by lower("toolName"), "toolId"`,
    [personId, today],
  );

export interface OwnFacts {
  readonly unitName: string;
  readonly unread: number;
}
export const ownFacts = async (tx: Tx, personId: string): Promise<OwnFacts | null> => {
  const [row]: OwnFacts[] = await tx.query(
    `select u.name as "unitName", (select count(*)::int from notice_deliveries d where d.person_id = p.id and d.opened_at is null) as unread
     from persons p join units u on u.id = p.unit_id where p.id = $1`,
    [personId],
  );
  return row ?? null;
};
