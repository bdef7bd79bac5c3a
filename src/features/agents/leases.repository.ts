import type { Tx } from '../../platform/database/index.js';
import type { Settings } from './domain/settings-sheet.js';

/** Whether this proof is used for the first time. */
export const recordProof = async (
  tx: Tx,
  { thumbprint, jti, forMeasurements, at }: { thumbprint: string; jti: string; forMeasurements: boolean; at: Date },
): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into used_proofs (thumbprint, jti, for_measurements, at) values ($1, $2, $3, $4) on conflict on constraint used_proofs_key do nothing returning jti`,
    [thumbprint, jti, forMeasurements, at],
  );
  return rows.length > 0;
};

/** Proofs of this key that came with measurements, or with anything else. */
export const proofsSince = async (tx: Tx, thumbprint: string, forMeasurements: boolean, since: Date): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int as n from used_proofs where thumbprint = $1 and for_measurements = $2 and at > $3`,
    [thumbprint, forMeasurements, since],
  );
  return row?.n ?? 0;
};

/** Whether the agent is in use, held until the end of the transaction: what a retired agent still sends no longer counts. */
export const holdInUse = async (tx: Tx, agentId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from agents where id = $1 and blocked_at is null and retired_at is null for share`, [
    agentId,
  ]);
  return rows.length > 0;
};

/** At most one a minute, since anybody can send a bad proof. */
export const recordBadProof = (tx: Tx, row: { id: string; agentId: string; at: Date }): Promise<unknown> =>
  tx.query(
    `insert into lease_refusals (id, agent_id, codes, missing, at) select $1, $2, array['proof.invalid'], array[]::text[], $3
     where not exists (select 1 from lease_refusals r where r.agent_id = $2 and r.at > $3::timestamptz - interval '1 minute' and 'proof.invalid' = any (r.codes))`,
    [row.id, row.agentId, row.at],
  );

export const lastRefusal = async (tx: Tx, agentId: string): Promise<{ codes: string[]; missing: string[]; at: Date } | null> => {
  const [row]: { codes: string[]; missing: string[]; at: Date }[] = await tx.query(
    `select codes, missing, at from lease_refusals where agent_id = $1 and codes <> array['not_covered'] order by at desc limit 1`,
    [agentId],
  );
  return row ?? null;
};

/** Agents in use that were refused since then, by each code of their latest refusal. What concerns a person is not counted. */
export const refusalsByCode = (tx: Tx, since: Date): Promise<{ code: string; agents: number }[]> =>
  tx.query(
    `with latest as (
       select distinct on (r.agent_id) r.agent_id, r.codes from lease_refusals r join agents a on a.id = r.agent_id
       where r.at > $1 and a.retired_at is null and r.codes <> array['not_covered'] order by r.agent_id, r.at desc
     ) select code, count(*)::int as agents from latest, unnest(codes) as code group by code order by agents desc, code`,
    [since],
  );

export const agentsInUse = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from agents where retired_at is null`);
  return row?.n ?? 0;
};

export interface ReportRow {
  readonly settings: Settings | null;
  readonly hash: string;
  readonly matches: boolean;
  readonly reportedAt: Date;
  readonly retired: boolean;
}

/** What an agent showed last. */
export const lastReport = async (tx: Tx, toolId: string, agentId: string): Promise<ReportRow | null> => {
  const [row]: ReportRow[] = await tx.query(
    `select settings, settings_hash as hash, matches, reported_at as "reportedAt", retired_at is not null as retired
     from settings_reports where tool_id = $1 and source_id = $2`,
    [toolId, agentId],
  );
  return row ?? null;
};

export const hasLease = async (tx: Tx, agentId: string, jti: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from leases where jti = $1 and agent_id = $2`, [jti, agentId]);
  return rows.length > 0;
};

export const insertStopReceipt = (
  tx: Tx,
  row: {
    id: string;
    agentId: string;
    leaseJti: string | null;
    stoppedAt: Date;
    discardedRecords: number;
    reason: string;
    receivedAt: Date;
  },
): Promise<unknown> =>
  tx.query(
    `insert into stop_receipts (id, agent_id, lease_jti, stopped_at, discarded_records, reason, received_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.agentId, row.leaseJti, row.stoppedAt, row.discardedRecords, row.reason, row.receivedAt],
  );
