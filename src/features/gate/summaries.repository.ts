import type { Role } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import type { ToolState } from './domain/standing.js';

/** A line of a list. Nothing is decided by it: who decides reads the gate itself. */
export interface Summary {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly state: ToolState;
  readonly open: readonly string[];
  /** Requirements by the role whose turn it is. */
  readonly turns: Readonly<Partial<Record<Role, readonly string[]>>>;
}

export type DateKind = 'effective' | 'consent_ends' | 'evaluation' | 'dpia_review' | 'stop_or_repair';
/** The first day that lies ahead of a tool; null when none does. */
export interface Listed extends Summary {
  readonly next: { readonly kind: DateKind; readonly on: string } | null;
}

export interface NewSummary extends Omit<Summary, 'toolName' | 'number'> {
  readonly seenByDpo: boolean;
  readonly seenByCouncil: boolean;
}

export const saveSummary = (tx: Tx, row: NewSummary, now: Date): Promise<unknown> =>
  tx.query(
    `insert into gate_summaries (tool_id, version_id, state, open_requirements, turns, seen_by_dpo, seen_by_council, refreshed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tool_id) do update set version_id = excluded.version_id, state = excluded.state, open_requirements = excluded.open_requirements,
       turns = excluded.turns, seen_by_dpo = excluded.seen_by_dpo, seen_by_council = excluded.seen_by_council, refreshed_at = excluded.refreshed_at`,
    [row.toolId, row.versionId, row.state, row.open, JSON.stringify(row.turns), row.seenByDpo, row.seenByCouncil, now],
  );

/** Whose eyes a list is for: drafts are not shown to the DPO before advice is asked, nor to the council before the request is sent. A group council sees what was sent to it, and nothing else. */
export type Eyes = 'all' | 'dpo' | 'council' | 'group';

/** A request `r` that went to a council of several enterprises. */
const TO_GROUP = `r.body in ('cor', 'gor')`;

/** The newest version that the DPO was asked to advise on, or that the council was asked to consent to, or told about under a framework. */
export const newestAsked = async (tx: Tx, toolId: string, eyes: Eyes): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(
    `select v.id from tool_versions v where v.tool_id = $1 and (
       exists (select 1 from consent_requests r where r.version_id = v.id and ($2 <> 'group' or ${TO_GROUP}))
       or ($2 <> 'group' and exists (select 1 from claims c where c.version_id = v.id))
       or ($2 <> 'group' and exists (select 1 from framework_consents x where x.version_id = v.id))
       or ($2 = 'dpo' and exists (select 1 from advice_requests a where a.version_id = v.id)))
     order by v.number desc limit 1`,
    [toolId, eyes],
  );
  return rows[0]?.id ?? null;
};

export const listSummaries = (tx: Tx, eyes: Eyes): Promise<readonly Summary[]> =>
  tx.query(
    `select t.id as "toolId", t.name as "toolName", v.id as "versionId", v.number, coalesce(s.state, 'draft') as state,
       coalesce(s.open_requirements, '{}') as open, coalesce(s.turns, '{}'::jsonb) as turns
     from tools t
     join lateral (select id, number from tool_versions where tool_id = t.id order by number desc limit 1) v on true
     left join gate_summaries s on s.tool_id = t.id and s.version_id = v.id
     where $1 = 'all' or ($1 = 'dpo' and s.seen_by_dpo) or ($1 = 'council' and s.seen_by_council)
       or ($1 = 'group' and exists (select 1 from consent_requests r where r.tool_id = t.id and ${TO_GROUP}))
     order by lower(t.name) limit 500`,
    [eyes],
  );

/** The first day ahead of each tool, from `today` on. */
export const nextDates = async (tx: Tx, toolIds: readonly string[], today: string): Promise<ReadonlyMap<string, Listed['next']>> => {
  const rows: { toolId: string; kind: DateKind; on: string }[] = await tx.query(
    `select distinct on (tool_id) tool_id as "toolId", kind, on_day::text as on from tool_dates
     where tool_id = any($1) and on_day >= $2::date order by tool_id, on_day, kind`,
    [toolIds, today],
  );
  return new Map(rows.map(({ toolId, kind, on }) => [toolId, { kind, on }]));
};

/** Tools whose line is older than an instant, to be made anew. */
export const staleTools = async (tx: Tx, before: Date, limit: number): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select t.id from tools t left join gate_summaries s on s.tool_id = t.id
     where exists (select 1 from tool_versions v where v.tool_id = t.id) and (s.refreshed_at is null or s.refreshed_at < $1)
     order by s.refreshed_at nulls first limit $2`,
    [before, limit],
  );
  return rows.map(({ id }) => id);
};
