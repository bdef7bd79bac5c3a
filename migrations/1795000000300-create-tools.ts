import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table tools (
  id text not null constraint tools_key primary key,
  name text not null,
  record_entry_id text not null constraint tools_record_entry_unique unique,
  is_platform boolean not null default false,
  starter text,
  registered_by text not null,
  registered_role text not null,
  registered_at timestamptz not null,
  claimed_by_council boolean not null default false,
  council_claim text,
  hr_answer text,
  hr_answered_at timestamptz,
  runs_without_consent boolean not null default false,
  stop_or_repair_on date
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
  is_on boolean not null,
  reach text not null constraint capabilities_reach check (reach in ('nobody', 'one_admin', 'two_persons', 'version_change')),
  answered_by text not null,
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
create table carriages (
  id text not null constraint carriages_key primary key,
  tool_id text not null constraint carriages_tool references tools (id),
  from_fingerprint text not null,
  to_fingerprint text not null,
  condition_kind text not null constraint carriages_condition check (condition_kind in ('dpo', 'council')),
  condition_id text not null,
  dpia_stated_by text,
  dpia_stated_at timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint carriages_pair_unique unique (tool_id, from_fingerprint, to_fingerprint, condition_id)
);
create view people_in_scope as
  select vu.version_id, p.id as person_id, p.unit_id, p.starts_on, p.ends_on
  from version_units vu join persons p on p.unit_id = vu.unit_id where p.erased_at is null
  union
  select vp.version_id, p.id, p.unit_id, p.starts_on, p.ends_on
  from version_persons vp join persons p on p.id = vp.person_id where p.erased_at is null;
`;

const DOWN = `
drop view people_in_scope;
drop table carriages;
drop table version_files;
drop table version_persons;
drop table version_units;
drop table sheet_settings;
drop table capabilities;
drop table answers;
drop table tool_versions;
drop table tools;
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
