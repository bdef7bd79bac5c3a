import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { IncidentKind } from './domain/incident.js';

export interface IncidentRow {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly agentId: string | null;
  readonly device: string | null;
  readonly kind: IncidentKind;
  readonly reference: string;
  readonly raisedAt: Date;
  /** Null: it stands open. */
  readonly endedAt: Date | null;
  readonly endedRole: string | null;
  readonly endReason: string | null;
}

const INCIDENT = `i.id, i.tool_id as "toolId", t.name as "toolName", i.agent_id as "agentId", a.device, i.kind, i.reference, i.raised_at as "raisedAt",
  e.at as "endedAt", e.by_role as "endedRole", e.reason as "endReason"
  from incidents i join tools t on t.id = i.tool_id left join agents a on a.id = i.agent_id left join incident_ends e on e.incident_id = i.id`;

/** The open incident of this kind with this tool and agent. */
export const findOpen = async (tx: Tx, of: { toolId: string; agentId: string | null; kind: IncidentKind }): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(
    `select i.id from incidents i where i.tool_id = $1 and i.kind = $3 and i.agent_id is not distinct from $2
     and not exists (select 1 from incident_ends e where e.incident_id = i.id) order by i.raised_at limit 1`,
    [of.toolId, of.agentId, of.kind],
  );
  return row?.id ?? null;
};

export const insertIncident = (
  tx: Tx,
  row: { id: string; toolId: string; agentId: string | null; kind: IncidentKind; reference: string; at: Date },
): Promise<unknown> =>
  tx.query(`insert into incidents (id, tool_id, agent_id, kind, reference, raised_at) values ($1, $2, $3, $4, $5, $6)`, [
    row.id,
    row.toolId,
    row.agentId,
    row.kind,
    row.reference,
    row.at,
  ]);

/** Whether it was open until now. */
export const endIncident = async (
  tx: Tx,
  row: { id: string; reason: string; by: string | null; role: string; at: Date },
): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into incident_ends (incident_id, reason, by_person, by_role, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning incident_id`,
    [row.id, row.reason, row.by, row.role, row.at],
  );
  return rows.length > 0;
};

export const findIncident = async (tx: Tx, id: string): Promise<IncidentRow | null> => {
  const [row]: IncidentRow[] = await tx.query(`select ${INCIDENT} where i.id = $1`, [id]);
  return row ?? null;
};

/** Open ones first, newest first; of one moment by name, so that no order is chance. */
export const listIncidents = (tx: Tx, page: number, size: number): Promise<IncidentRow[]> =>
  tx.query(`select ${INCIDENT} order by (e.at is not null), i.raised_at desc, lower(t.name), a.device, i.id limit $1 offset $2`, [
    size,
    (page - 1) * size,
  ]);

export const countIncidents = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from incidents`);
  return row?.n ?? 0;
};

export const countOpenIncidents = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int as n from incidents i where not exists (select 1 from incident_ends e where e.incident_id = i.id)`,
  );
  return row?.n ?? 0;
};

/** Agents in use of running tools that were last heard on `upTo` or before, while the tool ran all that time; and that no open incident says it of. */
export const silentAgents = (tx: Tx, upTo: Day, most: number): Promise<{ id: string; toolId: string }[]> =>
  tx.query(
    `select a.id, a.tool_id as "toolId" from agents a join active_tools t on t.tool_id = a.tool_id join activations ac on ac.id = t.activation_id
     where a.retired_at is null and a.blocked_at is null and coalesce(a.seen_on, (a.enrolled_at at time zone 'Europe/Amsterdam')::date) <= $1
       and (ac.activated_at at time zone 'Europe/Amsterdam')::date <= $1
       and not exists (select 1 from suspensions s where s.tool_id = a.tool_id
         and not exists (select 1 from suspension_ends x where x.suspension_id = s.id))
       and not exists (select 1 from incidents i where i.agent_id = a.id and i.kind = 'heartbeat_missing'
         and not exists (select 1 from incident_ends e where e.incident_id = i.id))
     order by a.id limit $2`,
    [upTo, most],
  );

/** The agent was silent, and has not said since when it stopped. */
export const owesReceipt = async (tx: Tx, agentId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from incidents i where i.agent_id = $1 and i.kind = 'heartbeat_missing'
     and not exists (select 1 from incident_ends e where e.incident_id = i.id) limit 1`,
    [agentId],
  );
  return rows.length > 0;
};

/** Whose lease this is; null: we gave none of that name, or forgot it. */
export const leaseOwner = async (tx: Tx, jti: string): Promise<{ agentId: string; toolId: string } | null> => {
  const [row]: { agentId: string; toolId: string }[] = await tx.query(
    `select l.agent_id as "agentId", a.tool_id as "toolId" from leases l join agents a on a.id = l.agent_id where l.jti = $1`,
    [jti],
  );
  return row ?? null;
};

/** The agent is neither blocked nor out of use: its key still opens the door. */
export const isInUse = async (tx: Tx, agentId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from agents where id = $1 and blocked_at is null and retired_at is null`, [agentId]);
  return rows.length > 0;
};
