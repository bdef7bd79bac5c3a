import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which devices may run a tool that device management or the vendor holds. `device_lists` holds one row a tool, the newest list: what it was an hour
 * ago says who stopped being measured, so it is not kept.
 */
const LISTS = `
create table listed_devices (
  id text not null constraint listed_devices_key primary key,
  tool_id text not null constraint listed_devices_tool references tools (id),
  device text not null constraint listed_devices_device check (length(device) between 1 and 100),
  person_id text not null constraint listed_devices_person references persons (id),
  added_by text not null, added_at timestamptz not null,
  removed_by text, removed_at timestamptz
);
create unique index listed_devices_once on listed_devices (tool_id, lower(device)) where removed_at is null;
create index listed_devices_of_person on listed_devices (person_id);
create table device_lists (
  tool_id text not null constraint device_lists_key primary key constraint device_lists_tool references tools (id),
  serial integer not null,
  devices text[] not null,
  reasons text[] not null,
  as_of timestamptz not null,
  changed_at timestamptz not null,
  fetched_at timestamptz,
  fetched_until timestamptz,
  due_at timestamptz
);
create table device_files (
  id text not null constraint device_files_key primary key,
  tool_id text not null constraint device_files_tool references tools (id),
  does text not null constraint device_files_does check (does in ('add', 'remove')),
  content text not null,
  uploaded_by text not null, uploaded_at timestamptz not null,
  applied_at timestamptz
);
create index device_files_uploaded on device_files (uploaded_at);
create view tools_by_list as select distinct tool_id from listed_devices where removed_at is null;
grant select on tools_by_list to countersign_app;
`;

const INCIDENTS = `
alter table incidents drop constraint incidents_kind;
alter table incidents add constraint incidents_kind
  check (kind in ('heartbeat_missing', 'lease_shared', 'data_without_lease', 'settings_differ', 'list_not_fetched'));
`;

const DOWN = `
alter table incidents drop constraint incidents_kind;
alter table incidents add constraint incidents_kind
  check (kind in ('heartbeat_missing', 'lease_shared', 'data_without_lease', 'settings_differ')) not valid;
drop view tools_by_list;
drop table device_files;
drop table device_lists;
drop table listed_devices;
`;

export class ListDevices1795000005200 implements MigrationInterface {
  name = 'ListDevices1795000005200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query(INCIDENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
