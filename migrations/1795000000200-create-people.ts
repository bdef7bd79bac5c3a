import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table files (
  id text not null constraint files_key primary key,
  name text not null,
  type text not null,
  bytes bytea not null constraint files_size check (octet_length(bytes) <= 10485760),
  sha256 text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null
);
create table organisation (
  id boolean not null default true constraint organisation_key primary key constraint organisation_single check (id),
  name text not null,
  jurisdiction text not null,
  set_up_at timestamptz not null
);
create table organisation_facts (
  attribute text not null,
  value jsonb not null,
  answered_by text not null,
  answered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  file_id text constraint organisation_facts_file references files (id),
  constraint organisation_facts_key primary key (attribute),
  constraint organisation_facts_two check (confirmed_by is null or confirmed_by <> answered_by)
);
create table organisation_fact_changes (
  id text not null constraint organisation_fact_changes_key primary key,
  attribute text not null,
  value jsonb not null,
  answered_by text not null,
  answered_at timestamptz not null,
  file_id text constraint organisation_fact_changes_file references files (id)
);
create index organisation_fact_changes_attribute on organisation_fact_changes (attribute, answered_at);
create table setup_links (
  code_hash text not null constraint setup_links_key primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
create table units (
  id text not null constraint units_key primary key,
  name text not null constraint units_name_unique unique,
  created_at timestamptz not null
);
create table persons (
  id text not null constraint persons_key primary key,
  staff_number text not null constraint persons_staff_number_unique unique,
  name text not null,
  email text,
  unit_id text not null constraint persons_unit references units (id),
  manager_id text constraint persons_manager references persons (id),
  language text not null constraint persons_language check (language in ('nl', 'en')),
  other_language text,
  starts_on date not null,
  ends_on date,
  works_at_home boolean not null,
  device text,
  created_at timestamptz not null,
  left_at timestamptz,
  erased_at timestamptz,
  constraint persons_manager_another check (manager_id <> id),
  constraint persons_days check (ends_on >= starts_on)
);
create unique index persons_email_unique on persons (lower(email)) where email is not null;
create index persons_unit_members on persons (unit_id);
create index persons_names on persons (lower(name));
create index persons_manager_line on persons (manager_id);
create table accounts (
  person_id text not null constraint accounts_key primary key constraint accounts_person references persons (id),
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  language text not null constraint accounts_language check (language in ('nl', 'en')),
  mail_address text,
  mail_changed_at timestamptz,
  changed_at timestamptz not null
);
create table role_grants (
  id text not null constraint role_grants_key primary key,
  person_id text not null constraint role_grants_person references persons (id),
  role text not null,
  granted_by text,
  granted_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text
);
create unique index role_grants_one_active on role_grants (person_id, role) where ended_at is null;
create index role_grants_role on role_grants (role) where ended_at is null;
create table sessions (
  token_hash text not null constraint sessions_key primary key,
  person_id text not null constraint sessions_person references persons (id),
  role text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person_open on sessions (person_id) where ended_at is null;
create table invitations (
  code_hash text not null constraint invitations_key primary key,
  person_id text not null constraint invitations_person references persons (id),
  kind text not null constraint invitations_kind check (kind in ('invitation', 'reset')),
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_person_open on invitations (person_id) where used_at is null;
create table officer_resets (
  id text not null constraint officer_resets_key primary key,
  person_id text not null constraint officer_resets_person references persons (id),
  asked_by text not null,
  asked_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint officer_resets_two check (confirmed_by is null or (confirmed_by <> asked_by and confirmed_by <> person_id))
);
create unique index officer_resets_one_open on officer_resets (person_id) where confirmed_at is null;
create table officer_account_changes (
  id text not null constraint officer_account_changes_key primary key,
  person_id text not null constraint officer_account_changes_person references persons (id),
  change text not null,
  at timestamptz not null
);
create index officer_account_changes_latest on officer_account_changes (at);
create table council_endings (
  id text not null constraint council_endings_key primary key,
  asked_by text not null,
  asked_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  constraint council_endings_two check (confirmed_by is null or confirmed_by <> asked_by)
);
create table sign_in_steps (
  token_hash text not null constraint sign_in_steps_key primary key,
  person_id text not null constraint sign_in_steps_person references persons (id),
  created_at timestamptz not null,
  used_at timestamptz
);
create table sign_in_attempts (
  id bigint generated always as identity constraint sign_in_attempts_key primary key,
  account_hash text not null,
  at timestamptz not null
);
create index sign_in_attempts_recent on sign_in_attempts (account_hash, at);
create table settings (
  name text not null constraint settings_key primary key,
  value jsonb not null,
  changed_by text,
  changed_at timestamptz not null
);
create table imports (
  id text not null constraint imports_key primary key,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  content text not null,
  applied_at timestamptz
);
`;

const DOWN = `
drop table imports;
drop table settings;
drop table sign_in_attempts;
drop table sign_in_steps;
drop table council_endings;
drop table officer_account_changes;
drop table officer_resets;
drop table invitations;
drop table sessions;
drop table role_grants;
drop table accounts;
drop table persons;
drop table units;
drop table setup_links;
drop table organisation_fact_changes;
drop table organisation_facts;
drop table organisation;
drop table files;
`;

const APPEND_ONLY: readonly string[] = ['organisation_fact_changes', 'officer_account_changes', 'files'];

export class CreatePeople1795000000200 implements MigrationInterface {
  name = 'CreatePeople1795000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
