import type { Role } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** The tools among these ids. */
export const toolsAmong = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select id from tools where id = any($1) and exists (select 1 from tool_versions v where v.tool_id = tools.id)`,
    [ids],
  );
  return rows.map(({ id }) => id);
};

/** The tool of each of these activations, over or not. */
export const toolsOfActivations = (tx: Tx, ids: readonly string[]): Promise<{ id: string; toolId: string }[]> =>
  tx.query(`select id, tool_id as "toolId" from activations where id = any($1)`, [ids]);

export interface AgentFacts {
  readonly agentId: string;
  readonly toolId: string;
  readonly blocked: boolean;
  readonly shown: string | null;
  readonly owesReceipt: boolean;
  readonly persons: readonly string[];
}

/** A person is an agent's own as long as they say so, or HR's list gives them the device, and they work here. */
export const agentsAmong = (tx: Tx, ids: readonly string[]): Promise<AgentFacts[]> =>
  tx.query(
    `select a.id as "agentId", a.tool_id as "toolId", a.blocked_at is not null or a.retired_at is not null as blocked,
       case when s.retired_at is null then s.settings_hash end as shown,
       exists (select 1 from incidents i where i.agent_id = a.id and i.kind = 'heartbeat_missing'
         and not exists (select 1 from incident_ends e where e.incident_id = i.id)) as "owesReceipt",
       array(select ap.person_id from agent_persons ap join persons p on p.id = ap.person_id
         where ap.agent_id = a.id and ap.ended_at is null and p.left_at is null and p.erased_at is null
           and (ap.bound_how = 'person' or lower(p.device) = lower(a.device)) order by ap.person_id) as persons
     from agents a left join settings_reports s on s.tool_id = a.tool_id and s.source_id = a.id where a.id = any($1)`,
    [ids],
  );

export interface PersonFacts {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[];
}

/** Who of these work here today, their accepted roles, and the units of the people below them. */
export const personsAmong = (tx: Tx, ids: readonly string[], today: Day): Promise<PersonFacts[]> =>
  tx.query(
    `with recursive below(top, id, unit_id) as (
       select m.manager_id, m.id, m.unit_id from persons m where m.manager_id = any($1) and m.left_at is null and m.erased_at is null
       union
       select b.top, m.id, m.unit_id from below b join persons m on m.manager_id = b.id where m.left_at is null and m.erased_at is null
     )
     select p.id as "personId",
       array(select g.role from role_grants g where g.person_id = p.id and g.accepted_at is not null and g.ended_at is null order by g.role) as roles,
       array(select distinct b.unit_id from below b where b.top = p.id order by b.unit_id) as units
     from persons p where p.id = any($1) and p.left_at is null and p.erased_at is null and (p.ends_on is null or p.ends_on >= $2)`,
    [ids, today],
  );

/** Ids after `after`, in their order: what a search walks over. */
type Walk = (tx: Tx, after: string, most: number, of: string) => Promise<{ id: string }[]>;

export const walkTools: Walk = (tx, after, most) => tx.query(`select id from tools where id > $1 order by id limit $2`, [after, most]);

export const walkActivations: Walk = (tx, after, most) =>
  tx.query(`select activation_id as id from active_tools where activation_id > $1 order by activation_id limit $2`, [after, most]);

/** Agents of a tool, named by its own id or by one of its activations. */
export const walkAgents: Walk = (tx, after, most, resourceId) =>
  tx.query(
    `select id from agents where tool_id in ($3, (select tool_id from activations where id = $3)) and retired_at is null and id > $1 order by id limit $2`,
    [after, most, resourceId],
  );

/** Whoever holds one of these roles (with commas between them). */
export const walkHolders: Walk = (tx, after, most, roles) =>
  tx.query(
    `select distinct g.person_id as id from role_grants g where g.role = any(string_to_array($3, ',')) and g.accepted_at is not null
       and g.ended_at is null and g.person_id > $1 order by id limit $2`,
    [after, most, roles],
  );

export const walkDashboards: Walk = (tx, after, most) =>
  tx.query(
    `select * from (select t.tool_id || ':' || d.code as id from active_tools t join activations a on a.id = t.activation_id
       join version_dashboards d on d.version_id = a.version_id) as boards
     where id > $1 order by id limit $2`,
    [after, most],
  );
