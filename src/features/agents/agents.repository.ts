import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { PublicJwk } from '../../platform/signing/index.js';

export interface CodeRow {
  readonly codeHash: string;
  readonly toolId: string;
  readonly device: string;
  readonly personId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const insertCode = (tx: Tx, row: CodeRow): Promise<unknown> =>
  tx.query(
    `insert into enrolment_codes (code_hash, tool_id, device, person_id, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.codeHash, row.toolId, row.device, row.personId, row.createdBy, row.createdAt, row.expiresAt],
  );

/** Uses a code up; null when it is unknown, used or expired. */
export const takeCode = async (
  tx: Tx,
  codeHash: string,
  now: Date,
): Promise<Omit<CodeRow, 'codeHash' | 'createdAt' | 'expiresAt'> | null> => {
  const [row]: Omit<CodeRow, 'codeHash' | 'createdAt' | 'expiresAt'>[] = await tx.query(
    `with taken as (
       update enrolment_codes set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2
       returning tool_id as "toolId", device, person_id as "personId", created_by as "createdBy"
     ) select * from taken`,
    [codeHash, now],
  );
  return row ?? null;
};

/** The one person whom HR's list gives this device; null for none or several. */
export const personOfDevice = async (tx: Tx, device: string): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(
    `select id from persons where lower(device) = lower($1) and left_at is null and erased_at is null limit 2`,
    [device],
  );
  return rows.length === 1 ? rows[0]!.id : null;
};

/** Tools with an agent of their own: those whose latest version is `native`. */
export const nativeTools = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.query(
    `select t.id, t.name from tools t
     where (select v.enforcement from tool_versions v where v.tool_id = t.id order by v.number desc limit 1) in ('native', 'supervised') order by lower(t.name)`,
  );

export const insertAgent = async (
  tx: Tx,
  row: { id: string; toolId: string; device: string; publicKey: PublicJwk; thumbprint: string; enrolledBy: string; enrolledAt: Date },
): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint agents_thumbprint_unique do nothing returning id`,
    [row.id, row.toolId, row.device, JSON.stringify(row.publicKey), row.thumbprint, row.enrolledBy, row.enrolledAt],
  );
  return rows.length > 0;
};

export interface AgentRow {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly device: string;
  readonly thumbprint: string;
  readonly enrolledAt: Date;
  readonly seenOn: Day | null;
  readonly blockedAt: Date | null;
  readonly blockedReason: string | null;
  readonly retiredAt: Date | null;
  readonly retiredReason: string | null;
  /** The hash of the sheet that it showed last; null: it has never shown one. */
  readonly shownHash: string | null;
  readonly bound: boolean;
}

const AGENT = `a.id, a.tool_id as "toolId", t.name as "toolName", a.device, a.thumbprint, a.enrolled_at as "enrolledAt", a.seen_on::text as "seenOn",
  a.blocked_at as "blockedAt", a.blocked_reason as "blockedReason", a.retired_at as "retiredAt", a.retired_reason as "retiredReason",
  s.settings_hash as "shownHash", exists (select 1 from agent_persons ap where ap.agent_id = a.id and ap.ended_at is null) as bound
  from agents a join tools t on t.id = a.tool_id left join settings_reports s on s.tool_id = a.tool_id and s.source_id = a.id`;

export const findAgent = async (tx: Tx, agentId: string): Promise<AgentRow | null> => {
  const [row]: AgentRow[] = await tx.query(`select ${AGENT} where a.id = $1`, [agentId]);
  return row ?? null;
};

export const listAgents = (tx: Tx, page: number, size: number): Promise<AgentRow[]> =>
  tx.query(`select ${AGENT} order by (a.retired_at is not null), lower(a.device), a.id limit $1 offset $2`, [size, (page - 1) * size]);

export const countAgents = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from agents`);
  return row?.n ?? 0;
};

export const blockAgent = (tx: Tx, agentId: string, by: string, reason: string, at: Date): Promise<unknown> =>
  tx.query(`update agents set blocked_at = $4, blocked_by = $2, blocked_reason = $3 where id = $1 and blocked_at is null`, [
    agentId,
    by,
    reason,
    at,
  ]);

export const retireAgent = (tx: Tx, agentId: string, by: string, reason: string, at: Date): Promise<unknown> =>
  tx.query(`update agents set retired_at = $4, retired_by = $2, retired_reason = $3 where id = $1 and retired_at is null`, [
    agentId,
    by,
    reason,
    at,
  ]);

/** Once a day: enough to find devices that went silent, too little to follow anybody's hours. */
export const markSeen = (tx: Tx, agentId: string, day: Day): Promise<unknown> =>
  tx.query(`update agents set seen_on = $2 where id = $1 and seen_on is distinct from $2::date`, [agentId, day]);
