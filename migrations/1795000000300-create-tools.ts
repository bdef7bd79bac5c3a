import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table tools (
  id text not null constraint tools_key primary key,
  name text not null,
  record_entry_id text constraint tools_record_entry_unique unique,
  is_platform boolean not null default false,
  starter text,
  registered_by text not null,
  registered_role text not null,
  created_at timestamptz not null,
  registered_at timestamptz,
  claimed_by_council boolean not null default false,
  council_claim text,
  hr_answer text constraint tools_hr_answer check (hr_answer in ('runs', 'does_not_run', 'will_register')),
  hr_answered_by text,
  hr_answered_at timestamptz,
  runs_without_consent boolean not null default false,
  stop_or_repair_on date,
  stop_or_repair_by text,
  constraint tools_record_entry_registered check ((record_entry_id is null) = (registered_at is null))
);
create unique index tools_name_unique on tools (lower(name));
create unique index tools_one_platform on tools (is_platform) where is_platform;
create table tool_versions (
  id text not null constraint tool_versions_key primary key,
  tool_id text not null constraint tool_versions_tool references tools (id),
  number integer not null constraint tool_versions_number_positive check (number > 0),
  follows_id text constraint tool_versions_follows references tool_versions (id),
  amends boolean not null default false,
  is_renewal boolean not null default false,
  enforcement text not null default 'attested' constraint tool_versions_enforcement check (enforcement in ('native', 'attested')),
  created_by text not null,
  created_at timestamptz not null,
  registered_at timestamptz,
  fixed_at timestamptz,
  fingerprint text not null,
  constraint tool_versions_number_unique unique (tool_id, number),
  constraint tool_versions_tool_pair unique (tool_id, id)
);
create table answers (
  version_id text not null constraint answers_version references tool_versions (id),
  attribute text not null,
  item text not null default '',
  value jsonb not null,
  answered_by text not null,
  answered_role text not null,
  answered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint answers_key primary key (version_id, attribute, item)
);
create table capabilities (
  version_id text not null constraint capabilities_version references tool_versions (id),
  code text not null,
  can boolean not null,
  is_on boolean,
  reach text constraint capabilities_reach check (reach in ('nobody', 'one_admin', 'two_persons', 'version_change')),
  answered_by text not null,
  answered_role text not null,
  answered_at timestamptz not null,
  constraint capabilities_key primary key (version_id, code)
);
create table sheet_settings (
  version_id text not null constraint sheet_settings_version references tool_versions (id),
  name text not null,
  value text not null,
  meaning_nl text not null,
  meaning_en text not null,
  stricter_is text constraint sheet_settings_stricter check (stricter_is in ('lower', 'higher', 'off', 'on')),
  constraint sheet_settings_key primary key (version_id, name)
);
create table version_units (
  version_id text not null constraint version_units_version references tool_versions (id),
  unit_id text not null constraint version_units_unit references units (id),
  constraint version_units_key primary key (version_id, unit_id)
);
create table version_persons (
  version_id text not null constraint version_persons_version references tool_versions (id),
  person_id text not null constraint version_persons_person references persons (id),
  constraint version_persons_key primary key (version_id, person_id)
);
create table version_files (
  version_id text not null constraint version_files_version references tool_versions (id),
  file_id text not null constraint version_files_file references files (id),
  kind text not null,
  item text not null default '',
  constraint version_files_key primary key (version_id, file_id, kind, item)
);
create table version_amendments (
  version_id text not null constraint version_amendments_version references tool_versions (id),
  condition_kind text not null constraint version_amendments_kind check (condition_kind in ('dpo', 'council')),
  condition_id text not null,
  text text not null,
  is_machine_limit boolean not null,
  added_by text not null,
  added_at timestamptz not null,
  constraint version_amendments_key primary key (version_id, condition_id)
);
create table carriages (
  id text not null constraint carriages_key primary key,
  tool_id text not null constraint carriages_tool references tools (id),
  from_version_id text not null constraint carriages_from references tool_versions (id),
  to_version_id text not null constraint carriages_to references tool_versions (id),
  from_fingerprint text not null,
  to_fingerprint text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  dpia_stated_by text,
  dpia_stated_at timestamptz,
  confirmed_at timestamptz,
  constraint carriages_pair_unique unique (tool_id, from_fingerprint, to_fingerprint)
);
create table carriage_conditions (
  carriage_id text not null constraint carriage_conditions_carriage references carriages (id),
  condition_kind text not null constraint carriage_conditions_kind check (condition_kind in ('dpo', 'council')),
  condition_id text not null,
  text text not null,
  is_machine_limit boolean not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint carriage_conditions_key primary key (carriage_id, condition_id)
);
create function version_is_fixed() returns trigger language plpgsql as $$
begin
  if exists (select 1 from tool_versions v where v.id = coalesce(new.version_id, old.version_id) and v.fixed_at is not null) then
    raise exception 'a fixed version is not changed; make the next version' using errcode = 'check_violation', constraint = 'tool_versions_fixed';
  end if;
  return coalesce(new, old);
end $$;
create trigger capabilities_fixed before insert or update or delete on capabilities for each row execute function version_is_fixed();
create trigger sheet_settings_fixed before insert or update or delete on sheet_settings for each row execute function version_is_fixed();
create trigger version_units_fixed before insert or update or delete on version_units for each row execute function version_is_fixed();
create trigger version_persons_fixed before insert or update or delete on version_persons for each row execute function version_is_fixed();
create function fixed_version_stays() returns trigger language plpgsql as $$
begin
  if old.fixed_at is not null and (new.tool_id, new.number, new.fixed_at, new.fingerprint, new.enforcement)
    is distinct from (old.tool_id, old.number, old.fixed_at, old.fingerprint, old.enforcement) then
    raise exception 'a fixed version is not changed; make the next version' using errcode = 'check_violation', constraint = 'tool_versions_fixed';
  end if;
  return new;
end $$;
create trigger tool_versions_stay before update on tool_versions for each row execute function fixed_version_stays();
create view people_in_scope as
  select vu.version_id, p.id as person_id, p.unit_id, p.starts_on, p.ends_on
  from version_units vu join persons p on p.unit_id = vu.unit_id where p.erased_at is null
  union
  select vp.version_id, p.id, p.unit_id, p.starts_on, p.ends_on
  from version_persons vp join persons p on p.id = vp.person_id where p.erased_at is null;
`;

const DOWN = `
drop view people_in_scope;
drop table carriage_conditions;
drop table carriages;
drop table version_amendments;
drop table version_files;
drop table version_persons;
drop table version_units;
drop table sheet_settings;
drop table capabilities;
drop table answers;
drop table tool_versions;
drop table tools;
drop function fixed_version_stays;
drop function version_is_fixed;
`;

const APPEND_ONLY: readonly string[] = [];

export class CreateTools1795000000300 implements MigrationInterface {
  name = 'CreateTools1795000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
