import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Binding } from '../bindings.repository.js';

/** An agent at the door, with what says whether more has to be written down before its lease is decided. */
export interface KnockingAgent {
  readonly id: string;
  readonly toolId: string;
  readonly thumbprint: string;
  readonly seenOn: Day | null;
  readonly isOut: boolean;
  /** Proofs that it used in the last minute, but for those of measurements. */
  readonly proofs: number;
  /** The version of its tool that is on, else the newest; null while that is a draft, whose sheet can still change. */
  readonly versionId: string | null;
  /** The sheet that it showed last and that was the approved one. */
  readonly approvedHash: string | null;
  /** HR's list gives its device to somebody who is not bound to it yet. */
  readonly toBind: boolean;
}

/** `- interval '0'` keeps PostgreSQL from reading everybody's proofs of the last minute for each agent: it reads the agent's own. */
export const knockingAgents = (tx: Tx, agentIds: readonly string[], proofsSince: Date): Promise<KnockingAgent[]> =>
  tx.query(
    `select a.id, a.tool_id as "toolId", a.thumbprint, a.seen_on::text as "seenOn", a.blocked_at is not null or a.retired_at is not null as "isOut",
       (select count(*)::int from used_proofs u where u.thumbprint = a.thumbprint and not u.for_measurements and u.at - interval '0' > $2) as proofs, coalesce(ac.version_id, newest.id) as "versionId",
       s.settings_hash as "approvedHash",
       exists (select 1 from persons p where lower(p.device) = lower(a.device) and p.left_at is null and p.erased_at is null
         and not exists (select 1 from agent_persons ap where ap.agent_id = a.id and ap.person_id = p.id)) as "toBind"
     from agents a left join active_tools t on t.tool_id = a.tool_id left join activations ac on ac.id = t.activation_id
       left join lateral (select v.id, v.fixed_at from tool_versions v where ac.version_id is null and v.tool_id = a.tool_id order by v.number desc limit 1) newest
         on newest.fixed_at is not null
       left join settings_reports s on s.tool_id = a.tool_id and s.source_id = a.id and s.matches and s.retired_at is null
     where a.id = any($1)`,
    [agentIds, proofsSince],
  );

/** Which of these proofs are used for the first time, as `thumbprint jti`; null: all of them. */
export const recordProofs = async (
  tx: Tx,
  proofs: readonly { readonly thumbprint: string; readonly jti: string }[],
  at: Date,
): Promise<ReadonlySet<string> | null> => {
  if (proofs.length === 0) return null;
  const [row]: { fresh: string[] | null }[] = await tx.query(
    `with kept as (insert into used_proofs (thumbprint, jti, at) select t, j, $3 from unnest($1::text[], $2::text[]) as given(t, j)
       on conflict on constraint used_proofs_key do nothing returning thumbprint, jti)
     select case when count(*) < cardinality($1::text[]) then coalesce(json_agg(thumbprint || ' ' || jti), '[]') end as fresh from kept`,
    [proofs.map(({ thumbprint }) => thumbprint), proofs.map(({ jti }) => jti), at],
  );
  return row?.fresh === null ? null : new Set(row?.fresh);
};

export const markAllSeen = async (tx: Tx, agentIds: readonly string[], day: Day): Promise<void> => {
  if (agentIds.length === 0) return;
  await tx.query(
    `update agents set seen_on = $2 where id in (select id from agents where id = any($1) and seen_on is distinct from $2::date order by id for update)`,
    [agentIds, day],
  );
};

export interface HeldAgent {
  readonly id: string;
  readonly toolId: string;
  readonly thumbprint: string;
  readonly isOut: boolean;
  /** It was silent for long, and has not said since when it stopped. */
  readonly owesReceipt: boolean;
}

/** The agents, held until the end of the transaction: blocking one or taking it out of use waits for its lease's commit. */
export const holdAgents = (tx: Tx, agentIds: readonly string[]): Promise<HeldAgent[]> =>
  tx.query(
    `select a.id, a.tool_id as "toolId", a.thumbprint, a.blocked_at is not null or a.retired_at is not null as "isOut",
       exists (select 1 from incidents i where i.agent_id = a.id and i.kind = 'heartbeat_missing'
         and not exists (select 1 from incident_ends e where e.incident_id = i.id)) as "owesReceipt"
     from agents a where a.id = any($1) order by a.id for share of a`,
    [agentIds],
  );

export const pairOf = (agentId: string, personId: string): string => `${agentId} ${personId}`;

/** Who is bound to which of these agents; a pair that lacks is not bound, or HR's list has moved the device on. */
export const bindingsOf = async (
  tx: Tx,
  pairs: readonly { readonly agentId: string; readonly personId: string }[],
): Promise<ReadonlyMap<string, Binding>> => {
  const rows: (Binding & { agentId: string; personId: string })[] = await tx.query(
    `select ap.agent_id as "agentId", ap.person_id as "personId", ap.pseudonym, p.ends_on::text as "endsOn"
     from unnest($1::text[], $2::text[]) as given(agent_id, person_id)
     join agent_persons ap on ap.agent_id = given.agent_id and ap.person_id = given.person_id
     join agents a on a.id = ap.agent_id join persons p on p.id = ap.person_id
     where ap.ended_at is null and p.left_at is null and p.erased_at is null and (ap.bound_how = 'person' or lower(p.device) = lower(a.device))`,
    [pairs.map(({ agentId }) => agentId), pairs.map(({ personId }) => personId)],
  );
  return new Map(rows.map(({ agentId, personId, pseudonym, endsOn }) => [pairOf(agentId, personId), { pseudonym, endsOn }]));
};

/**
 * The generations of tools, held until the end of the transaction. A stop raises its tool's: the stop waits for the commit of a lease that holds it, and a
 * lease that comes later starts again and finds the tool stopped. So no lease is committed after the stop.
 */
export const holdGenerations = async (tx: Tx, toolIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (toolIds.length === 0) return new Map();
  const rows: { tool_id: string; generation: number }[] = await tx.query(
    `select tool_id, generation from generations where tool_id = any($1) order by tool_id for share`,
    [toolIds],
  );
  return new Map(rows.map(({ tool_id, generation }) => [tool_id, generation]));
};

export interface NewLease {
  readonly jti: string;
  readonly agentId: string;
  readonly personId: string;
  readonly activationId: string;
  readonly generation: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** The lease that the agent held, and where its line began; null: this begins one. */
  readonly previous: string | null;
  readonly line: string | null;
  readonly lineAt: Date | null;
}

/** Leases that are given under one activation and end at one time. */
const insertAlike = (tx: Tx, leases: readonly [NewLease, ...NewLease[]]): Promise<unknown> => {
  const [{ activationId, generation, issuedAt, expiresAt }] = leases;
  const column = <K extends keyof NewLease>(name: K): NewLease[K][] => leases.map((lease) => lease[name]);
  return tx.query(
    `insert into leases (jti, agent_id, person_id, previous, line, line_at, activation_id, generation, issued_at, expires_at)
     select g.*, $7, $8::int, $9::timestamptz, $10::timestamptz
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[]) as g`,
    [
      column('jti'),
      column('agentId'),
      column('personId'),
      column('previous'),
      column('line'),
      leases.map(({ lineAt }) => lineAt?.toISOString() ?? null),
      activationId,
      generation,
      issuedAt,
      expiresAt,
    ],
  );
};

export const insertLeases = async (tx: Tx, leases: readonly NewLease[]): Promise<void> => {
  const alike = new Map<string, [NewLease, ...NewLease[]]>();
  for (const lease of leases) {
    const term = `${lease.activationId} ${lease.generation} ${lease.issuedAt.getTime()} ${lease.expiresAt.getTime()}`;
    const those = alike.get(term);
    if (those) those.push(lease);
    else alike.set(term, [lease]);
  }
  for (const those of alike.values()) await insertAlike(tx, those);
};

export interface NewRefusal {
  readonly id: string;
  readonly agentId: string;
  readonly codes: readonly string[];
  readonly missing: readonly string[];
}

export const insertRefusals = async (tx: Tx, refusals: readonly NewRefusal[], at: Date): Promise<void> => {
  if (refusals.length === 0) return;
  await tx.query(
    `insert into lease_refusals (id, agent_id, codes, missing, at)
     select r.id, r."agentId", array(select jsonb_array_elements_text(r.codes)), array(select jsonb_array_elements_text(r.missing)), $2
     from jsonb_to_recordset($1::jsonb) as r(id text, "agentId" text, codes jsonb, missing jsonb)`,
    [JSON.stringify(refusals), at],
  );
};

/** At most one a minute for each agent, since anybody can send a bad proof. */
export const insertBadProofs = async (
  tx: Tx,
  rows: readonly { readonly id: string; readonly agentId: string }[],
  at: Date,
): Promise<void> => {
  if (rows.length === 0) return;
  await tx.query(
    `insert into lease_refusals (id, agent_id, codes, missing, at) select g.id, g.agent_id, array['proof.invalid'], array[]::text[], $3
     from unnest($1::text[], $2::text[]) as g(id, agent_id)
     where not exists (select 1 from lease_refusals r where r.agent_id = g.agent_id and r.at > $3::timestamptz - interval '1 minute' and 'proof.invalid' = any (r.codes))`,
    [rows.map(({ id }) => id), rows.map(({ agentId }) => agentId), at],
  );
};
