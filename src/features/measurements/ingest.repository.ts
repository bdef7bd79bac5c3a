import type { Json } from '../../kernel/canonical.js';
import type { Day } from '../../kernel/clock.js';
import { CopyRows, type Tx } from '../../platform/database/index.js';
import type { Accepted } from './domain/check-lines.js';

/** The agent that was enrolled with this key; null: nobody was. */
export const agentOfKey = async (tx: Tx, thumbprint: string): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(`select id from agents where thumbprint = $1`, [thumbprint]);
  return row?.id ?? null;
};

export interface EarlierBatch {
  readonly hash: string;
  readonly answer: Json;
}
export const findBatch = async (tx: Tx, agentId: string, named: string): Promise<EarlierBatch | null> => {
  const [row]: EarlierBatch[] = await tx.query(
    `select body_hash as hash, answer from measurement_batches where agent_id = $1 and named = $2`,
    [agentId, named],
  );
  return row ?? null;
};

/** Two batches of one name wait for each other. */
export const holdBatch = (tx: Tx, agentId: string, named: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 43))`, [`${agentId} ${named}`]);

/** Under which activation a lease was given, for whom, and whether it still stands. */
export interface Standing {
  readonly inUse: boolean;
  readonly personId: string;
  readonly unitId: string;
  readonly activationId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly limits: Json;
  /** The activation still runs, and nobody stopped or changed it since the lease. */
  readonly stands: boolean;
  /** Nothing is added any more to some week or month of this version. */
  readonly someEnded: boolean;
}

/**
 * Held until the commit, as a lease holds them: a stop waits for what was let in before it, and nothing is let in after it.
 */
export const holdStanding = async (tx: Tx, agentId: string, toolId: string, jti: string): Promise<Standing | null> => {
  const [held]: { generation: number }[] = await tx.query(`select generation from generations where tool_id = $1 for share`, [toolId]);
  const [agent]: { in_use: boolean }[] = await tx.query(
    `select blocked_at is null and retired_at is null as in_use from agents where id = $1 and tool_id = $2 for share`,
    [agentId, toolId],
  );
  const [row]: Omit<Standing, 'inUse'>[] = await tx.query(
    `select l.person_id as "personId", p.unit_id as "unitId", l.activation_id as "activationId", c.version_id as "versionId", c.fingerprint, c.limits,
       l.generation = $3 and o.activation_id is not null and not exists (
         select 1 from suspensions s where s.tool_id = c.tool_id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)) as stands,
       exists (select 1 from ended_periods e where e.version_id = c.version_id) as "someEnded"
     from leases l join activations c on c.id = l.activation_id join persons p on p.id = l.person_id
     left join active_tools o on o.activation_id = c.id
     where l.jti = $1 and l.agent_id = $2 and c.tool_id = $4`,
    [jti, agentId, held?.generation ?? -1, toolId],
  );
  return row && agent ? { ...row, inUse: agent.in_use } : null;
};

/**
 * When this agent held leases for this person under one activation, since then: until the tool was suspended or stopped, and without the times in which
 * the person was paused, left out by lot or not its person, or of which the data is locked: nothing comes back into those. A lease counts from `beforeMs` before it
 * was given: an interval that had begun then is of its time.
 */
export const leasesHeld = async (
  tx: Tx,
  of: { readonly agentId: string; readonly toolId: string; readonly personId: string; readonly activationId: string },
  since: Date,
  beforeMs: number,
): Promise<readonly (readonly [number, number])[]> => {
  const rows: { from: Date; until: Date }[] = await tx.query(
    `with held as (
       select l.issued_at - $6 * interval '1 millisecond' as from_at, least(l.expires_at, case when l.generation < g.generation then
         (select min(s.at) from suspensions s where s.tool_id = $4 and s.at >= l.issued_at) end) as ended_at
       from leases l join generations g on g.tool_id = $4
       where l.agent_id = $1 and l.person_id = $2 and l.activation_id = $3 and l.issued_at > $5 order by l.issued_at desc limit 400),
     paused as (
       select coalesce(range_agg(tstzrange(p.from_at, p.until_at)), '{}') as times from pause_times p
       where p.tool_id = $4 and p.person_id = $2 and (p.until_at is null or p.until_at > greatest(p.from_at, $5))),
     locked as (
       select coalesce(range_agg(tstzrange(q.from_on::timestamp at time zone 'Europe/Amsterdam', q.until_at)), '{}') as spans
       from quarantines q left join quarantine_ends e on e.quarantine_id = q.id
       where q.tool_id = $4 and q.until_at > greatest($5, q.from_on::timestamp at time zone 'Europe/Amsterdam') and e.kind is distinct from 'lifted'),
     left_out as (
       select coalesce(range_agg(tstzrange(c.from_at, c.until_at)), '{}') as turns from cover_ended c
       where c.tool_id = $4 and c.person_id = $2 and c.until_at > greatest(c.from_at, $5)),
     bound as (
       select coalesce(range_agg(tstzrange(b.bound_at - $6 * interval '1 millisecond', b.ended_at)), '{}') as whose from agent_persons b where b.agent_id = $1 and b.person_id = $2)
     select lower(r) as "from", upper(r) as until from held cross join paused cross join locked cross join left_out cross join bound
       cross join lateral unnest(tstzmultirange(tstzrange(from_at, ended_at)) * whose - times - spans - turns) as r`,
    [of.agentId, of.personId, of.activationId, of.toolId, since, beforeMs],
  );
  return rows.map(({ from, until }) => [from.getTime(), until.getTime()] as const);
};

/** Whether we gave this agent a lease of that name that has not ended. */
export const wasGiven = async (tx: Tx, agentId: string, jti: string, now: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from leases where jti = $1 and agent_id = $2 and expires_at > $3`, [jti, agentId, now]);
  return rows.length > 0;
};

export interface Batch {
  readonly id: string;
  readonly agentId: string;
  readonly named: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly hash: string;
  readonly answer: Json;
  readonly accepted: number;
  readonly refused: readonly { readonly reason: string; readonly lines: number }[];
  readonly at: Date;
  readonly day: Day;
}

export const insertBatch = async (tx: Tx, batch: Batch): Promise<void> => {
  const refused = batch.refused.reduce((sum, { lines }) => sum + lines, 0);
  await tx.query(
    `insert into measurement_batches (agent_id, named, id, tool_id, version_id, body_hash, accepted, refused, answer, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      batch.agentId,
      batch.named,
      batch.id,
      batch.toolId,
      batch.versionId,
      batch.hash,
      batch.accepted,
      refused,
      JSON.stringify(batch.answer),
      batch.at,
    ],
  );
  if (refused === 0) return;
  await tx.query(
    `insert into refused_lines (tool_id, version_id, on_day, reason, lines)
     select $1, $2, $3, r.reason, r.lines from unnest($4::text[], $5::bigint[]) as r(reason, lines) order by r.reason
     on conflict on constraint refused_lines_key do update set lines = refused_lines.lines + excluded.lines`,
    [batch.toolId, batch.versionId, batch.day, batch.refused.map(({ reason }) => reason), batch.refused.map(({ lines }) => lines)],
  );
};

const COLUMNS = ['delete_on', 'batch_id', 'line', 'tool_id', 'version_id', 'metric', 'person_id', 'at', 'place', 'value'];

/** Makes the partitions of these days where they are missing. */
export const addPartitions = (tx: Tx, days: readonly Day[]): Promise<unknown> =>
  tx.query(
    `select add_measurement_partition(d) from unnest($1::date[]) as d where to_regclass('measurements_' || to_char(d, 'YYYYMMDD')) is null order by d`,
    [days],
  );

export const beginMeasurements = (tx: Tx): Promise<CopyRows> => CopyRows.begin(tx, 'measurements', COLUMNS);

export interface KeptBatch {
  readonly id: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly personId: string;
}
export interface Kept {
  readonly deleteOn: Day;
  readonly one: Accepted;
}
/** What is kept per person. Every text in a row is a code of ours or an id: nothing to escape. */
export const rowsOf = (of: KeptBatch, kept: readonly Kept[]): string => {
  const [head, person] = [`\t${of.id}\t`, `\t${of.personId}\t`];
  const tool = `\t${of.toolId}\t${of.versionId}\t`;
  let rows = '';
  for (const { deleteOn, one } of kept)
    rows += `${deleteOn}${head}${one.number}${tool}${one.line.metric}${person}${one.line.written}\t${one.line.place}\t${one.line.value}\n`;
  return rows;
};
