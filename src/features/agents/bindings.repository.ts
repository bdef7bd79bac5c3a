import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** One random name for a person in one tool, whatever the number of devices. */
const PSEUDONYM = `coalesce((select other.pseudonym from agent_persons other join agents o on o.id = other.agent_id
  where o.tool_id = a.tool_id and other.person_id = p.id order by other.bound_at limit 1), replace(gen_random_uuid()::text, '-', ''))`;

/** Binds whom HR's list gives this agent's device. Somebody who said that it is not theirs stays unbound. Answers who is new. */
export const bindByList = async (tx: Tx, agentId: string, now: Date): Promise<string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at)
     select a.id, p.id, ${PSEUDONYM}, 'hr_list', $2
     from agents a join persons p on lower(p.device) = lower(a.device) and p.left_at is null and p.erased_at is null
     where a.id = $1 on conflict do nothing returning person_id`,
    [agentId, now],
  );
  return rows.map((row) => row.person_id);
};

/** The person says that this device is theirs. */
export const bindByPerson = (tx: Tx, agentId: string, personId: string, now: Date): Promise<unknown> =>
  tx.query(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at)
     select a.id, p.id, ${PSEUDONYM}, 'person', $3 from agents a, persons p where a.id = $1 and p.id = $2
     on conflict on constraint agent_persons_key do update set bound_how = 'person', bound_at = excluded.bound_at, ended_at = null`,
    [agentId, personId, now],
  );

/** The person says that it is not, or no longer, theirs. */
export const endBinding = (tx: Tx, agentId: string, personId: string, now: Date): Promise<unknown> =>
  tx.query(`update agent_persons set ended_at = $3 where agent_id = $1 and person_id = $2 and ended_at is null`, [agentId, personId, now]);

export interface Binding {
  /** The name under which the tool knows the person. */
  readonly pseudonym: string;
  /** The person's last working day, where it is known. */
  readonly endsOn: Day | null;
}

export interface DeviceRow {
  readonly agentId: string;
  readonly device: string;
  readonly toolName: string;
  readonly enrolledAt: Date;
  readonly boundHow: 'person' | 'hr_list' | null;
  readonly boundAt: Date | null;
}

const DEVICE = `a.id as "agentId", a.device, t.name as "toolName", a.enrolled_at as "enrolledAt"`;

/** Devices that are this person's. */
export const devicesOf = (tx: Tx, personId: string): Promise<DeviceRow[]> =>
  tx.query(
    `select ${DEVICE}, ap.bound_how as "boundHow", ap.bound_at as "boundAt"
     from agent_persons ap join agents a on a.id = ap.agent_id join tools t on t.id = a.tool_id
     where ap.person_id = $1 and ap.ended_at is null and a.retired_at is null order by lower(a.device), a.id`,
    [personId],
  );

const WAITS = `a.retired_at is null and a.blocked_at is null
  and not exists (select 1 from agent_persons ap where ap.agent_id = a.id and ap.ended_at is null)
  and exists (select 1 from people_in_scope s join tool_versions v on v.id = s.version_id where v.tool_id = a.tool_id and s.person_id = $1)`;

/** Devices that are nobody's yet, of tools in whose scope this person is. */
export const devicesWaitingFor = (tx: Tx, personId: string): Promise<DeviceRow[]> =>
  tx.query(
    `select ${DEVICE}, null as "boundHow", null as "boundAt" from agents a join tools t on t.id = a.tool_id
     where ${WAITS} order by lower(a.device), a.id limit 200`,
    [personId],
  );

/** Locks the agent, and says whether it waits for somebody this person may be. */
export const waitsFor = async (tx: Tx, agentId: string, personId: string): Promise<{ toolId: string } | null> => {
  await tx.query(`select 1 from agents where id = $1 for update`, [agentId]);
  const [row]: { toolId: string }[] = await tx.query(`select a.tool_id as "toolId" from agents a where ${WAITS} and a.id = $2`, [
    personId,
    agentId,
  ]);
  return row ?? null;
};

export const isOwnDevice = async (tx: Tx, agentId: string, personId: string): Promise<{ toolId: string } | null> => {
  const [row]: { toolId: string }[] = await tx.query(
    `select a.tool_id as "toolId" from agent_persons ap join agents a on a.id = ap.agent_id
     where ap.agent_id = $1 and ap.person_id = $2 and ap.ended_at is null`,
    [agentId, personId],
  );
  return row ?? null;
};

/** Who is bound to an agent, under the id that the agent sends. Never a name. */
export const personsOn = async (tx: Tx, agentId: string): Promise<readonly string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `select person_id from agent_persons where agent_id = $1 and ended_at is null order by bound_at, person_id`,
    [agentId],
  );
  return rows.map((row) => row.person_id);
};
