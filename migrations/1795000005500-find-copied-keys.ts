import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which lease an agent held when it asked for the next: one key on two machines shows there. `written_as` is the order that no clock can change; `line`
 * and `line_at` say where the line of leases began that one goes on, and are empty in the first of a line.
 */
const UP = `
alter table leases
  add column written_as bigint not null generated always as identity,
  add column previous text,
  add column line bigint,
  add column line_at timestamptz,
  add constraint leases_of_line check ((previous is null) = (line is null) and (previous is null) = (line_at is null));
create index leases_previous on leases (previous) where previous is not null;
create index leases_starts on leases (agent_id, person_id, written_as) where previous is null;
alter table incidents drop constraint incidents_kind;
alter table incidents add constraint incidents_kind
  check (kind in ('heartbeat_missing', 'lease_shared', 'data_without_lease', 'settings_differ', 'list_not_fetched', 'key_copied'));
create or replace view tools_with_incident as
  select distinct i.tool_id from incidents i
  where i.kind in ('lease_shared', 'data_without_lease', 'key_copied') and not exists (select 1 from incident_ends e where e.incident_id = i.id);
`;

const DOWN = `
create or replace view tools_with_incident as
  select distinct i.tool_id from incidents i
  where i.kind in ('lease_shared', 'data_without_lease') and not exists (select 1 from incident_ends e where e.incident_id = i.id);
alter table incidents drop constraint incidents_kind;
alter table incidents add constraint incidents_kind
  check (kind in ('heartbeat_missing', 'lease_shared', 'data_without_lease', 'settings_differ', 'list_not_fetched')) not valid;
alter table leases drop column written_as, drop column previous, drop column line, drop column line_at;
`;

export class FindCopiedKeys1795000005500 implements MigrationInterface {
  name = 'FindCopiedKeys1795000005500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
