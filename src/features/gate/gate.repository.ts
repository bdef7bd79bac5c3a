import type { Actor } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { isRuleId, type RuleId } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { foremostFirst, type SuspensionCause } from './domain/stopping.js';

export interface ActivationRow {
  readonly id: string;
  readonly tool_id: string;
  readonly version_id: string;
  /** Of the version that is on, which need not be the newest. */
  readonly version_number: number;
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
  readonly by_role: Actor['role'];
  readonly reference: string;
  readonly at: Date;
}

export const findActivation = async (tx: Tx, toolId: string): Promise<ActivationRow | null> => {
  const [row]: ActivationRow[] = await tx.query(
    `select a.*, v.number as version_number from active_tools t join activations a on a.id = t.activation_id
     join tool_versions v on v.id = a.version_id where t.tool_id = $1`,
    [toolId],
  );
  return row ?? null;
};

/** What stands in the way now, the one that weighs most first. */
export const standingSuspensions = async (tx: Tx, toolId: string): Promise<readonly SuspensionRow[]> => {
  const rows: SuspensionRow[] = await tx.query(
    `select s.* from suspensions s where s.tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)
     order by s.at desc`,
    [toolId],
  );
  return foremostFirst(rows);
};
export const findSuspension = async (tx: Tx, toolId: string): Promise<SuspensionRow | null> =>
  (await standingSuspensions(tx, toolId))[0] ?? null;

export const wasRecordedSince = async (tx: Tx, toolId: string, type: string, since: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from evidence_entries where tool_id = $1 and type = $2 and at >= $3 limit 1`, [
    toolId,
    type,
    since,
  ]);
  return rows.length > 0;
};

export const hasEverRun = async (tx: Tx, versionId: string): Promise<Date | null> => {
  const [row]: { at: Date | null }[] = await tx.query(`select min(activated_at) as at from activations where version_id = $1`, [versionId]);
  return row?.at ?? null;
};

export interface AcceptedWarnings {
  readonly rules: readonly RuleId[];
  /** The persons who accepted them. */
  readonly by: readonly string[];
}
export const acceptedWarnings = async (tx: Tx, toolId: string, fingerprint: string): Promise<AcceptedWarnings> => {
  const rows: { rule: string; by: string }[] = await tx.query(
    `select rule, accepted_by as by from accepted_warnings where tool_id = $1 and fingerprint = $2`,
    [toolId, fingerprint],
  );
  return { rules: rows.map(({ rule }) => rule).filter(isRuleId), by: rows.map(({ by }) => by) };
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

export const endSuspensions = (
  tx: Tx,
  ids: readonly string[],
  by: { readonly reason: string; readonly person: string; readonly role: string; readonly at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) select s.id, $2, $3, $4, $5 from unnest($1::text[]) s (id)`,
    [ids, by.reason, by.person, by.role, by.at],
  );

/** Whether an agent of the tool did something that is still being looked into. */
export const hasIncident = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from tools_with_incident where tool_id = $1`, [toolId]);
  return rows.length > 0;
};

/** The tool that is Countersign itself: set up, active and not suspended. */
export const platformIsActive = async (tx: Tx): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from tools p join active_tools t on t.tool_id = p.id where p.is_platform
     and not exists (select 1 from suspensions s where s.tool_id = p.id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id))`,
  );
  return rows.length > 0;
};
