import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agents did that nobody approved: each stops a tool or an agent, and stands open until somebody said why it may go on. */
const UP = `
create table incidents (
  id text not null constraint incidents_key primary key,
  tool_id text not null constraint incidents_tool references tools (id),
  agent_id text constraint incidents_agent references agents (id),
  kind text not null constraint incidents_kind check (kind in ('heartbeat_missing', 'lease_shared', 'data_without_lease', 'settings_differ')),
  reference text not null,
  raised_at timestamptz not null
);
create index incidents_tool_kind on incidents (tool_id, kind, raised_at);
create index incidents_raised on incidents (raised_at);
create table incident_ends (
  incident_id text not null constraint incident_ends_key primary key constraint incident_ends_incident references incidents (id),
  reason text not null,
  by_person text, by_role text not null,
  at timestamptz not null
);
create view tools_with_incident as
  select distinct i.tool_id from incidents i
  where i.kind in ('lease_shared', 'data_without_lease') and not exists (select 1 from incident_ends e where e.incident_id = i.id);
alter table suspensions drop constraint suspensions_cause;
alter table suspensions add constraint suspensions_cause
  check (cause in ('stopped', 'drift', 'nullity', 'condition_broken', 'gate_closed', 'platform', 'incident'));
grant select on tools_with_incident to countersign_app;
`;

const DOWN = `
alter table suspensions drop constraint suspensions_cause;
alter table suspensions add constraint suspensions_cause
  check (cause in ('stopped', 'drift', 'nullity', 'condition_broken', 'gate_closed', 'platform')) not valid;
drop view tools_with_incident;
drop table incident_ends;
drop table incidents;
`;

const APPEND_ONLY: readonly string[] = ['incidents', 'incident_ends'];

export class RaiseIncidents1795000004100 implements MigrationInterface {
  name = 'RaiseIncidents1795000004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
