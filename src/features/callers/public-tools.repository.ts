import type { Json } from '../../kernel/canonical.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** A tool that the public may know of, at the version that counts for it: the one that is on, was on last, or was decided on. */
export interface PublicToolRow {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly isOn: boolean;
  readonly isSuspended: boolean;
  readonly runsWithoutConsent: boolean;
  /** When it first went on, and when it last went off. */
  readonly since: Date | null;
  readonly endedAt: Date | null;
}

/** On now, ever on, decided on, or running without consent: in one query, whatever their number; or the one that is asked for. */
export const publicToolRows = (tx: Tx, toolId: string | null): Promise<PublicToolRow[]> =>
  tx.query(
    `select t.id as "toolId", t.name as "toolName", v.id as "versionId", v.fingerprint, c.tool_id is not null as "isOn",
      exists (select 1 from suspensions x where x.tool_id = t.id
        and not exists (select 1 from suspension_ends e where e.suspension_id = x.id)) as "isSuspended",
      t.runs_without_consent as "runsWithoutConsent",
      (select min(a.activated_at) from activations a where a.tool_id = t.id) as since,
      case when c.tool_id is null then
        (select max(e.at) from activation_ends e join activations a on a.id = e.activation_id where a.tool_id = t.id) end as "endedAt"
     from tools t left join active_tools c on c.tool_id = t.id
     join lateral (
       select found.version_id from (
         (select a.version_id, 1 as rank from activations a where a.tool_id = t.id
           order by (a.id = c.activation_id) desc nulls last, a.activated_at desc limit 1)
         union all (select f.version_id, 2 from final_decisions f where f.tool_id = t.id order by f.decided_at desc limit 1)
         union all (select n.id, 3 from tool_versions n where n.tool_id = t.id and t.runs_without_consent order by n.number desc limit 1)
       ) found order by found.rank limit 1) shown on true
     join tool_versions v on v.id = shown.version_id
     where $1::text is null or t.id = $1 order by lower(t.name), t.id`,
    [toolId],
  );

export interface PublicDecision {
  readonly toolId: string;
  readonly decidedAt: Date;
  readonly consentedOn: Day | null;
  readonly conditions: number;
}
/** The employer's last decision on each of these versions, with the council's consent where there was one. */
export const publicDecisions = (
  tx: Tx,
  tools: readonly { readonly toolId: string; readonly fingerprint: string }[],
): Promise<PublicDecision[]> =>
  tx.query(
    `select x.tool_id as "toolId", f.decided_at as "decidedAt", d.decided_on::text as "consentedOn",
      (select count(*)::int from decision_conditions c where c.decision_id = d.id) as conditions
     from unnest($1::text[], $2::text[]) as x(tool_id, fingerprint)
     join lateral (select * from final_decisions f where f.tool_id = x.tool_id
       and f.fingerprint in (select accepted_fingerprints(x.tool_id, x.fingerprint)) order by f.decided_at desc, f.id limit 1) f on true
     left join council_decisions d on d.id = f.decision_id and d.decision in ('granted', 'granted_with_conditions')`,
    [tools.map(({ toolId }) => toolId), tools.map(({ fingerprint }) => fingerprint)],
  );

export interface VersionAnswer {
  readonly versionId: string;
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}
export const answersOf = (tx: Tx, versionIds: readonly string[]): Promise<VersionAnswer[]> =>
  tx.query(
    `select version_id as "versionId", attribute, item, value from answers where version_id = any($1) order by version_id, attribute, item`,
    [versionIds],
  );

export interface VersionCapability {
  readonly versionId: string;
  readonly code: string;
  readonly can: boolean | null;
  readonly on: boolean | null;
}
export const capabilitiesOf = (tx: Tx, versionIds: readonly string[]): Promise<VersionCapability[]> =>
  tx.query(`select version_id as "versionId", code, can, is_on as on from capabilities where version_id = any($1)`, [versionIds]);

/** Whether this person works in a group that the running version of the tool is for. */
export const worksWith = async (tx: Tx, toolId: string, personId: string, today: Day): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select from active_tools c join activations a on a.id = c.activation_id join people_in_scope s on s.version_id = a.version_id
     where c.tool_id = $1 and s.person_id = $2 and s.starts_on <= $3::date and (s.ends_on is null or s.ends_on >= $3::date)`,
    [toolId, personId, today],
  );
  return rows.length > 0;
};
