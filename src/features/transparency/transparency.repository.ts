import type { Json } from '../../kernel/canonical.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** This page reads what other features keep, and writes nothing. Each section is one query, whatever the number of tools or people. */
export interface ActiveTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: 'native' | 'attested';
  readonly fingerprint: string;
  readonly since: Date;
  readonly isSuspended: boolean;
  /** For an attested tool: IT has said that it is on. */
  readonly isConfirmed: boolean;
  readonly isPaused: boolean;
  /** Picked by chance: at this person it stays off. */
  readonly isAlwaysOff: boolean;
  readonly runsWithoutConsent: boolean;
}

const IN_SCOPE = `exists (select 1 from people_in_scope s where s.version_id = v.id and s.person_id = $1 and s.starts_on <= $2::date
  and (s.ends_on is null or s.ends_on >= $2::date))`;
const SUSPENDED = `exists (select 1 from suspensions x where x.tool_id = t.id and not exists (select 1 from suspension_ends e where e.suspension_id = x.id))`;

/** The tools that are on in a group that this person is in. */
export const activeTools = (tx: Tx, personId: string, today: Day): Promise<ActiveTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name as "toolName", v.id as "versionId", v.number, v.enforcement, a.fingerprint,
      (select min(x.activated_at) from activations x where x.version_id = v.id) as since, ${SUSPENDED} as "isSuspended",
      exists (select 1 from orders o join order_confirmations k on k.order_id = o.id where o.activation_id = a.id and o.kind = 'start') as "isConfirmed",
      exists (select 1 from people_paused p where p.tool_id = t.id and p.person_id = $1) as "isPaused",
      exists (select 1 from always_off_people o where o.tool_id = t.id and o.person_id = $1) and (a.limits->>'alwaysOffPercent') is not null as "isAlwaysOff",
      t.runs_without_consent as "runsWithoutConsent"
     from active_tools c join activations a on a.id = c.activation_id join tool_versions v on v.id = a.version_id join tools t on t.id = c.tool_id
     where ${IN_SCOPE} order by lower(t.name), t.id`,
    [personId, today],
  );

export interface OtherTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: 'native' | 'attested';
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

export interface ConditionLine {
  readonly text: string;
  /** As it is stored; null for a promise. */
  readonly limit: Json;
  readonly owner: string | null;
  readonly dueOn: Day | null;
}
export interface DecisionLine {
  readonly toolId: string;
  readonly decidedAt: Date;
  readonly effectiveOn: Day;
  readonly text: string;
  readonly consentedOn: Day | null;
  readonly conditions: readonly ConditionLine[];
}
/** The employer's last decision on each of these versions, with the council's consent where there was one. */
export const decisionsOn = (tx: Tx, tools: readonly { readonly toolId: string; readonly fingerprint: string }[]): Promise<DecisionLine[]> =>
  tx.query(
    `select x.tool_id as "toolId", f.decided_at as "decidedAt", f.effective_on::text as "effectiveOn", f.text, d.decided_on::text as "consentedOn",
      coalesce((select jsonb_agg(jsonb_build_object('text', c.text, 'limit', c.machine_limit, 'owner', c.promise_owner, 'dueOn', c.due_on) order by c.written_as)
        from decision_conditions c where c.decision_id = d.id), '[]') as conditions
     from unnest($1::text[], $2::text[]) as x(tool_id, fingerprint)
     join lateral (select * from final_decisions f where f.tool_id = x.tool_id
       and f.fingerprint in (select accepted_fingerprints(x.tool_id, x.fingerprint)) order by f.decided_at desc, f.id limit 1) f on true
     left join council_decisions d on d.id = f.decision_id and d.decision in ('granted', 'granted_with_conditions')`,
    [tools.map(({ toolId }) => toolId), tools.map(({ fingerprint }) => fingerprint)],
  );

export interface ClaimLine {
  readonly toolId: string;
  readonly ground: string;
  readonly claimedAt: Date;
}
/** The last claim that no council need be asked, on each of these versions. */
export const claimsOn = (tx: Tx, tools: readonly { readonly toolId: string; readonly fingerprint: string }[]): Promise<ClaimLine[]> =>
  tx.query(
    `select x.tool_id as "toolId", f.ground, f.claimed_at as "claimedAt" from unnest($1::text[], $2::text[]) as x(tool_id, fingerprint)
     join lateral (select * from claims f where f.tool_id = x.tool_id
       and f.fingerprint in (select accepted_fingerprints(x.tool_id, x.fingerprint)) order by f.claimed_at desc, f.id limit 1) f on true`,
    [tools.map(({ toolId }) => toolId), tools.map(({ fingerprint }) => fingerprint)],
  );

export interface AnswerRow {
  readonly versionId: string;
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}
export const answersOf = (tx: Tx, versionIds: readonly string[]): Promise<AnswerRow[]> =>
  tx.query(
    `select version_id as "versionId", attribute, item, value from answers where version_id = any($1) order by version_id, attribute, item`,
    [versionIds],
  );

export interface CapabilityLine {
  readonly versionId: string;
  readonly code: string;
  readonly can: boolean | null;
  readonly on: boolean | null;
}
export const capabilitiesOf = (tx: Tx, versionIds: readonly string[]): Promise<CapabilityLine[]> =>
  tx.query(`select version_id as "versionId", code, can, is_on as on from capabilities where version_id = any($1)`, [versionIds]);

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

export interface PastVersion {
  readonly number: number;
  readonly from: Date;
  readonly until: Date | null;
}
/** When each version of a tool was on. */
export const pastVersions = (tx: Tx, toolId: string): Promise<PastVersion[]> =>
  tx.query(
    `select v.number, a.activated_at as "from", e.at as until from activations a join tool_versions v on v.id = a.version_id
     left join activation_ends e on e.activation_id = a.id where a.tool_id = $1 order by a.activated_at desc limit 50`,
    [toolId],
  );

export interface SheetLine {
  readonly name: string;
  readonly value: string;
  readonly nl: string;
  readonly en: string;
}
export const sheetOf = (tx: Tx, versionId: string): Promise<SheetLine[]> =>
  tx.query(`select name, value, meaning_nl as nl, meaning_en as en from sheet_settings where version_id = $1 order by name`, [versionId]);
