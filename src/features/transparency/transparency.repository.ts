import type { Json } from '../../kernel/canonical.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Enforcement } from '../../policy/index.js';

/** What each tool is made of, from the rows of other features. Each section is one query, whatever the number of tools. */
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
  /** Who gave it: the council, or the staff representation. */
  readonly body: string | null;
  /** In place of consent: the court allowed it. */
  readonly courtAllowed: boolean;
  readonly conditions: readonly ConditionLine[];
}
/** The employer's last decision on each of these versions, with the council's consent where there was one. */
export const decisionsOn = (tx: Tx, tools: readonly { readonly toolId: string; readonly fingerprint: string }[]): Promise<DecisionLine[]> =>
  tx.query(
    `select x.tool_id as "toolId", f.decided_at as "decidedAt", f.effective_on::text as "effectiveOn", f.text, d.decided_on::text as "consentedOn", q.body,
      exists (select 1 from court_rulings u join ruling_confirmations m on m.ruling_id = u.id
        where u.id = f.ruling_id and u.kind = 'permission' and u.outcome = 'granted') as "courtAllowed",
      coalesce((select jsonb_agg(jsonb_build_object('text', c.text, 'limit', c.machine_limit, 'owner', c.promise_owner, 'dueOn', c.due_on) order by c.written_as)
        from decision_conditions c where c.decision_id = d.id), '[]') as conditions
     from unnest($1::text[], $2::text[]) as x(tool_id, fingerprint)
     join lateral (select * from final_decisions f where f.tool_id = x.tool_id
       and f.fingerprint in (select accepted_fingerprints(x.tool_id, x.fingerprint)) order by f.decided_at desc, f.id limit 1) f on true
     left join council_decisions d on d.id = f.decision_id and d.decision in ('granted', 'granted_with_conditions')
     left join consent_requests q on q.id = d.request_id`,
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

export interface AdviceLine {
  readonly advice: 'positive' | 'conditional' | 'negative';
  readonly advisedAt: Date;
}
/** What the DPO last advised on this version. */
export const adviceOn = async (tx: Tx, { toolId, fingerprint }: { toolId: string; fingerprint: string }): Promise<AdviceLine | null> => {
  const [row]: AdviceLine[] = await tx.query(
    `select advice, advised_at as "advisedAt" from advices where tool_id = $1 and fingerprint in (select accepted_fingerprints($1, $2))
     order by ordinal desc limit 1`,
    [toolId, fingerprint],
  );
  return row ?? null;
};

/** The notice by which this person was last told about a tool. */
export const lastNotice = async (tx: Tx, toolId: string, personId: string): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(`select notice_id as id from tools_told_about where tool_id = $1 and person_id = $2`, [
    toolId,
    personId,
  ]);
  return row?.id ?? null;
};

export interface PastVersion {
  readonly versionId: string;
  readonly number: number;
  readonly enforcement: Enforcement;
  readonly fingerprint: string;
  readonly from: Date;
  readonly until: Date | null;
}
/** When each version of a tool was on. */
export const pastVersions = (tx: Tx, toolId: string): Promise<PastVersion[]> =>
  tx.query(
    `select v.id as "versionId", v.number, v.enforcement, a.fingerprint, a.activated_at as "from", e.at as until from activations a join tool_versions v on v.id = a.version_id
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
