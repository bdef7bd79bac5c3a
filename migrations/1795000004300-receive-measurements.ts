import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agents send. Rows about one person stand in a partition for the day on which they go: on that day the partition is dropped. */
const ARRIVING = `
create table measurement_groups (
  id text not null constraint measurement_groups_key primary key,
  tool_id text not null constraint measurement_groups_tool references tools (id),
  batches integer not null constraint measurement_groups_batches check (batches > 0),
  accepted bigint not null, refused bigint not null,
  batches_hash text not null,
  until timestamptz not null
);
create table measurement_batches (
  agent_id text not null constraint measurement_batches_agent references agents (id),
  named text not null,
  id text not null constraint measurement_batches_id_unique unique,
  tool_id text not null constraint measurement_batches_tool references tools (id),
  version_id text not null constraint measurement_batches_version references tool_versions (id),
  body_hash text not null,
  accepted integer not null, refused integer not null,
  answer jsonb not null,
  received_at timestamptz not null,
  group_id text constraint measurement_batches_group references measurement_groups (id),
  constraint measurement_batches_key primary key (agent_id, named)
);
create index measurement_batches_without_group on measurement_batches (tool_id, received_at) where group_id is null;
create index measurement_batches_received on measurement_batches (received_at);
create table refused_lines (
  tool_id text not null constraint refused_lines_tool references tools (id),
  version_id text not null constraint refused_lines_version references tool_versions (id),
  on_day date not null,
  reason text not null,
  lines bigint not null constraint refused_lines_lines check (lines > 0),
  constraint refused_lines_key primary key (tool_id, version_id, on_day, reason)
);
create table measurements (
  delete_on date not null,
  batch_id text not null,
  line integer not null,
  tool_id text not null, version_id text not null,
  metric text not null,
  person_id text not null,
  at timestamptz not null,
  place text not null,
  value double precision not null,
  constraint measurements_key primary key (batch_id, line, delete_on)
) partition by range (delete_on);
create index measurements_person on measurements (person_id, tool_id, at);
create table metric_rollups (
  tool_id text not null constraint metric_rollups_tool references tools (id),
  version_id text not null constraint metric_rollups_version references tool_versions (id),
  metric text not null,
  unit_id text not null constraint metric_rollups_unit references units (id),
  period text not null constraint metric_rollups_period check (period in ('week', 'month')),
  period_start date not null,
  total double precision not null,
  events bigint not null constraint metric_rollups_events check (events >= 0),
  people integer not null default 0 constraint metric_rollups_people check (people >= 0),
  constraint metric_rollups_key primary key (tool_id, version_id, metric, period, period_start, unit_id)
);
create table count_keys (
  tool_id text not null constraint count_keys_tool references tools (id),
  version_id text not null, metric text not null, unit_id text not null,
  period text not null constraint count_keys_period check (period in ('week', 'month')),
  period_start date not null,
  destroy_at timestamptz not null,
  key bytea not null constraint count_keys_length check (octet_length(key) = 32),
  constraint count_keys_key primary key (tool_id, version_id, metric, unit_id, period, period_start)
);
create index count_keys_over on count_keys (destroy_at);
create table count_marks (
  tool_id text not null, version_id text not null, metric text not null, unit_id text not null, period text not null, period_start date not null,
  mark bytea not null,
  constraint count_marks_key primary key (tool_id, version_id, metric, unit_id, period, period_start, mark),
  constraint count_marks_counted foreign key (tool_id, version_id, metric, unit_id, period, period_start)
    references count_keys (tool_id, version_id, metric, unit_id, period, period_start) on delete cascade
);
`;

/** How long things stay, what keeps them longer, and that they went. */
const GOING = `
create table criteria_met (
  id text not null constraint criteria_met_key primary key,
  tool_id text not null constraint criteria_met_tool references tools (id),
  purpose text not null,
  happened_on date not null,
  recorded_by text not null, recorded_at timestamptz not null
);
create index criteria_met_tool_purpose on criteria_met (tool_id, purpose);
create table legal_holds (
  id text not null constraint legal_holds_key primary key,
  tool_id text not null constraint legal_holds_tool references tools (id),
  reason text not null,
  ends_on date not null,
  placed_by text not null, placed_at timestamptz not null,
  reference text not null
);
create index legal_holds_tool_ends on legal_holds (tool_id, ends_on);
create table legal_hold_ends (
  hold_id text not null constraint legal_hold_ends_key primary key constraint legal_hold_ends_hold references legal_holds (id),
  reason text not null,
  by_person text not null, at timestamptz not null
);
create view tools_on_hold as
  select h.tool_id, max(h.ends_on) as ends_on from legal_holds h
  where not exists (select 1 from legal_hold_ends e where e.hold_id = h.id) group by h.tool_id;
create table measurement_deletions (
  id text not null constraint measurement_deletions_key primary key,
  tool_id text not null constraint measurement_deletions_tool references tools (id),
  cause text not null constraint measurement_deletions_cause check (cause in ('maximum', 'criterion', 'quarantine', 'erasure')),
  metric text not null,
  up_to date not null,
  measurements bigint not null, rollups bigint not null, kept bigint not null,
  reference text not null,
  at timestamptz not null
);
create index measurement_deletions_tool_at on measurement_deletions (tool_id, at);
`;

/** Data whose ground fell away is taken out of every table that anybody shows something of; data that came without a lease was never let in. */
const WRONG = `
create table quarantines (
  id text not null constraint quarantines_key primary key,
  tool_id text not null constraint quarantines_tool references tools (id),
  cause text not null constraint quarantines_cause check (cause in ('void', 'expired', 'exceeded')),
  from_on date not null, until_at timestamptz not null,
  reason text not null,
  opened_by text, opened_at timestamptz not null,
  ask_until date not null, delete_by date not null,
  measurements bigint not null, rollups bigint not null,
  reference text not null
);
create index quarantines_tool on quarantines (tool_id, opened_at);
create table quarantine_ends (
  quarantine_id text not null constraint quarantine_ends_key primary key constraint quarantine_ends_quarantine references quarantines (id),
  kind text not null constraint quarantine_ends_kind check (kind in ('deleted', 'lifted')),
  reason text not null,
  by_person text, by_role text not null,
  at timestamptz not null
);
create table quarantine_people (
  quarantine_id text not null constraint quarantine_people_quarantine references quarantines (id),
  person_id text not null constraint quarantine_people_person references persons (id),
  keeps_since timestamptz, keeps_ended_at timestamptz,
  constraint quarantine_people_key primary key (quarantine_id, person_id),
  constraint quarantine_people_ended check (keeps_ended_at is null or keeps_since is not null)
);
create index quarantine_people_person on quarantine_people (person_id);
create table quarantined_measurements (
  quarantine_id text not null constraint quarantined_measurements_quarantine references quarantines (id),
  delete_on date not null, batch_id text not null, line integer not null,
  tool_id text not null, version_id text not null, metric text not null, person_id text not null,
  at timestamptz not null, place text not null, value double precision not null
);
create index quarantined_measurements_of on quarantined_measurements (quarantine_id, person_id);
create index quarantined_measurements_person on quarantined_measurements (person_id);
create table quarantined_rollups (
  quarantine_id text not null constraint quarantined_rollups_quarantine references quarantines (id),
  tool_id text not null, version_id text not null, metric text not null, unit_id text not null, period text not null, period_start date not null,
  total double precision not null, events bigint not null, people integer not null
);
create index quarantined_rollups_of on quarantined_rollups (quarantine_id);
create table breaches (
  id text not null constraint breaches_key primary key,
  tool_id text not null constraint breaches_tool references tools (id),
  agent_id text not null constraint breaches_agent references agents (id),
  known_at timestamptz not null, report_by timestamptz not null,
  last_at timestamptz not null,
  batches integer not null, lines bigint not null,
  reference text not null
);
create index breaches_tool_agent on breaches (tool_id, agent_id, known_at);
create table breach_decisions (
  breach_id text not null constraint breach_decisions_key primary key constraint breach_decisions_breach references breaches (id),
  decision text not null constraint breach_decisions_decision check (decision in ('reported', 'not_reported')),
  reasons text not null,
  authority_reference text,
  decided_by text not null, decided_at timestamptz not null
);
`;

/** The application's role makes and drops partitions by these two only. */
const PARTITIONS = `
create function add_measurement_partition(on_day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'measurements_' || to_char(on_day, 'YYYYMMDD');
begin
  if on_day not between '2000-01-01' and '2199-12-31' then raise exception 'no such day: %', on_day using errcode = 'check_violation'; end if;
  perform pg_advisory_xact_lock(hashtextextended(name, 0));
  if to_regclass(name) is not null then return; end if;
  execute format('create table %I (like measurements including defaults including constraints including indexes)', name);
  execute format('alter table measurements attach partition %I for values from (%L) to (%L)', name, on_day, on_day + 1);
end $$;
create function drop_measurement_partition(on_day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'measurements_' || to_char(on_day, 'YYYYMMDD');
begin
  perform pg_advisory_xact_lock(hashtextextended(name, 0));
  if to_regclass(name) is null then return; end if;
  execute format('alter table measurements detach partition %I', name);
  execute format('drop table %I', name);
end $$;
revoke execute on function add_measurement_partition(date), drop_measurement_partition(date) from public;
grant execute on function add_measurement_partition(date), drop_measurement_partition(date) to countersign_app;
create view measurement_partitions as
  select to_date(right(c.relname, 8), 'YYYYMMDD') as delete_on from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.measurements'::regclass;
`;

const DOWN = `
drop view measurement_partitions;
drop function drop_measurement_partition(date);
drop function add_measurement_partition(date);
drop table breach_decisions;
drop table breaches;
drop table quarantined_rollups;
drop table quarantined_measurements;
drop table quarantine_people;
drop table quarantine_ends;
drop table quarantines;
drop table measurement_deletions;
drop view tools_on_hold;
drop table legal_hold_ends;
drop table legal_holds;
drop table criteria_met;
drop table count_marks;
drop table count_keys;
drop table metric_rollups;
drop table measurements;
drop table refused_lines;
drop table measurement_batches;
drop table measurement_groups;
`;

const APPEND_ONLY: readonly string[] = [
  'measurement_groups',
  'criteria_met',
  'legal_holds',
  'legal_hold_ends',
  'measurement_deletions',
  'quarantines',
  'quarantine_ends',
  'breach_decisions',
];

export class ReceiveMeasurements1795000004300 implements MigrationInterface {
  name = 'ReceiveMeasurements1795000004300';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ARRIVING, GOING, WRONG, PARTITIONS]) await runner.query(part);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
