import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';
import type { SuspensionCause } from './domain/stopping.js';

export interface ActivationRow {
  readonly id: string;
  readonly tool_id: string;
  readonly version_id: string;
  readonly fingerprint: string;
  readonly generation: number;
  readonly limits: Json;
  readonly lease_minutes: number;
  readonly reference: string;
  readonly activated_by: string;
  readonly activated_at: Date;
}

export interface SuspensionRow {
  readonly id: string;
  readonly tool_id: string;
  readonly cause: SuspensionCause;
  readonly reason: string;
  readonly by_role: string;
  readonly reference: string;
  readonly at: Date;
}

export const findActivation = async (tx: Tx, toolId: string): Promise<ActivationRow | null> => {
  const [row]: ActivationRow[] = await tx.query(
    `select a.* from active_tools t join activations a on a.id = t.activation_id where t.tool_id = $1`,
    [toolId],
  );
  return row ?? null;
};

export const findSuspension = async (tx: Tx, toolId: string): Promise<SuspensionRow | null> => {
  const [row]: SuspensionRow[] = await tx.query(
    `select s.* from suspensions s where s.tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)
     order by s.at desc limit 1`,
    [toolId],
  );
  return row ?? null;
};

export const hasEverRun = async (tx: Tx, versionId: string): Promise<Date | null> => {
  const [row]: { at: Date | null }[] = await tx.query(`select min(activated_at) as at from activations where version_id = $1`, [versionId]);
  return row?.at ?? null;
};

export const acceptedWarnings = async (tx: Tx, toolId: string, fingerprint: string): Promise<readonly string[]> => {
  const rows: { rule: string }[] = await tx.query(`select rule from accepted_warnings where tool_id = $1 and fingerprint = $2`, [
    toolId,
    fingerprint,
  ]);
  return rows.map(({ rule }) => rule);
};

export const insertAcceptedWarning = (
  tx: Tx,
  row: { id: string; toolId: string; fingerprint: string; rule: string; reason: string; by: string; at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into accepted_warnings (id, tool_id, fingerprint, rule, reason, accepted_by, accepted_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint accepted_warnings_once do nothing`,
    [row.id, row.toolId, row.fingerprint, row.rule, row.reason, row.by, row.at],
  );

/** The next generation of a tool: every activation, stop and change raises it, so that older leases cannot be renewed. */
export const raiseGeneration = async (tx: Tx, toolId: string): Promise<number> => {
  const [row]: { generation: number }[] = await tx.query(
    `insert into generations (tool_id, generation) values ($1, 1)
     on conflict (tool_id) do update set generation = generations.generation + 1 returning generation`,
    [toolId],
  );
  return row!.generation;
};

export const insertEvaluation = (
  tx: Tx,
  row: {
    id: string;
    toolId: string;
    versionId: string;
    fingerprint: string;
    verdict: string;
    ruleSet: string;
    day: string;
    failing: readonly string[];
    at: Date;
  },
): Promise<unknown> =>
  tx.query(
    `insert into evaluations (id, tool_id, version_id, fingerprint, verdict, rule_set, on_day, failing, evaluated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.toolId, row.versionId, row.fingerprint, row.verdict, row.ruleSet, row.day, row.failing, row.at],
  );

/** What proves a requirement, by name of its column. */
export type Proof = Partial<
  Record<
    | 'dpia_fixing_id'
    | 'advice_id'
    | 'request_id'
    | 'meeting_id'
    | 'decision_id'
    | 'ruling_id'
    | 'claim_id'
    | 'view_id'
    | 'personnel_meeting_id'
    | 'final_decision_id'
    | 'notice_id',
    string | null
  >
>;

export const insertEvaluationRequirements = (
  tx: Tx,
  evaluationId: string,
  rows: readonly { readonly requirement: string; readonly state: string; readonly proof: Proof }[],
): Promise<unknown> =>
  tx.query(
    `insert into evaluation_requirements (evaluation_id, requirement, state, dpia_fixing_id, advice_id, request_id, meeting_id, decision_id, ruling_id, claim_id,
       view_id, personnel_meeting_id, final_decision_id, notice_id)
     select $1, r.requirement, r.state, r.dpia_fixing_id, r.advice_id, r.request_id, r.meeting_id, r.decision_id, r.ruling_id, r.claim_id,
       r.view_id, r.personnel_meeting_id, r.final_decision_id, r.notice_id
     from jsonb_to_recordset($2) as r(requirement text, state text, dpia_fixing_id text, advice_id text, request_id text, meeting_id text, decision_id text,
       ruling_id text, claim_id text, view_id text, personnel_meeting_id text, final_decision_id text, notice_id text)`,
    [evaluationId, JSON.stringify(rows.map(({ requirement, state, proof }) => ({ requirement, state, ...proof })))],
  );

export const insertActivation = async (
  tx: Tx,
  row: {
    id: string;
    toolId: string;
    versionId: string;
    fingerprint: string;
    evaluationId: string;
    generation: number;
    limits: Json;
    leaseMinutes: number;
    reference: string;
    by: string;
    at: Date;
  },
): Promise<void> => {
  await tx.query(
    `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.toolId,
      row.versionId,
      row.fingerprint,
      row.evaluationId,
      row.generation,
      JSON.stringify(row.limits),
      row.leaseMinutes,
      row.reference,
      row.by,
      row.at,
    ],
  );
  await tx.query(`insert into active_tools (tool_id, activation_id) values ($1, $2)`, [row.toolId, row.id]);
};

export const endActivation = async (
  tx: Tx,
  row: {
    activationId: string;
    toolId: string;
    cause: string;
    reason: string;
    by: string | null;
    role: string;
    reference: string;
    at: Date;
  },
): Promise<void> => {
  await tx.query(
    `insert into activation_ends (activation_id, cause, reason, by_person, by_role, reference, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.activationId, row.cause, row.reason, row.by, row.role, row.reference, row.at],
  );
  await tx.query(`delete from active_tools where tool_id = $1 and activation_id = $2`, [row.toolId, row.activationId]);
};

export const insertSuspension = (
  tx: Tx,
  row: { id: string; toolId: string; cause: SuspensionCause; reason: string; by: string | null; role: string; reference: string; at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into suspensions (id, tool_id, cause, reason, by_person, by_role, reference, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.toolId, row.cause, row.reason, row.by, row.role, row.reference, row.at],
  );

export const endSuspensions = (tx: Tx, toolId: string, reason: string, by: string, role: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into suspension_ends (suspension_id, reason, by_person, by_role, at)
     select s.id, $2, $3, $4, $5 from suspensions s
     where s.tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)`,
    [toolId, reason, by, role, at],
  );

/** Active tools that are not suspended: what a sweep has to look at. */
export const runningTools = async (tx: Tx): Promise<readonly { tool_id: string; version_id: string }[]> =>
  tx.query(
    `select t.tool_id, a.version_id from active_tools t join activations a on a.id = t.activation_id
     where not exists (select 1 from suspensions s where s.tool_id = t.tool_id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id))
     order by t.tool_id`,
  );

/** The tool that is Countersign itself: set up, active and not suspended. */
export const platformIsActive = async (tx: Tx): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from tools p join active_tools t on t.tool_id = p.id where p.is_platform
     and not exists (select 1 from suspensions s where s.tool_id = p.id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id))`,
  );
  return rows.length > 0;
};

export const insertReport = (
  tx: Tx,
  row: { toolId: string; sourceId: string; settings: Json; hash: string; matches: boolean; at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into settings_reports (tool_id, source_id, settings, settings_hash, matches, reported_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tool_id, source_id) do update set settings = excluded.settings, settings_hash = excluded.settings_hash, matches = excluded.matches,
       reported_at = excluded.reported_at, retired_at = null`,
    [row.toolId, row.sourceId, row.settings === null ? null : JSON.stringify(row.settings), row.hash, row.matches, row.at],
  );

export const retireReport = (tx: Tx, toolId: string, sourceId: string, at: Date): Promise<unknown> =>
  tx.query(`update settings_reports set retired_at = $3 where tool_id = $1 and source_id = $2`, [toolId, sourceId, at]);

/** `runtime.configHash`: null until something reported, the fingerprint while all match, else a differing hash. */
export const configHash = async (tx: Tx, toolId: string, fingerprint: string): Promise<string | null> => {
  const [row]: { reports: number; differing: string | null }[] = await tx.query(
    `select count(*)::int as reports, min(settings_hash) filter (where not matches) as differing from settings_reports where tool_id = $1 and retired_at is null`,
    [toolId],
  );
  if (!row || row.reports === 0) return null;
  return row.differing ?? fingerprint;
};
