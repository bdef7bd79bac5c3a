import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table evidence_entries (
  id text not null constraint evidence_entries_key primary key,
  at timestamptz not null,
  type text not null,
  tool_id text,
  reference text not null constraint evidence_entries_reference_unique unique,
  actor_role text not null,
  leaf bytea not null constraint evidence_entries_leaf_short check (octet_length(leaf) <= 65535),
  written_as bigint not null generated always as identity
);
create index evidence_entries_tool on evidence_entries (tool_id, written_as);
create table evidence_openings (
  entry_id text not null constraint evidence_openings_entry references evidence_entries (id),
  part text not null constraint evidence_openings_part check (part in ('body', 'who')),
  salt bytea not null,
  payload text not null,
  person_id text,
  constraint evidence_openings_key primary key (entry_id, part)
);
create index evidence_openings_person on evidence_openings (person_id) where person_id is not null;
create table evidence_pending (
  entry_id text not null constraint evidence_pending_key primary key constraint evidence_pending_entry references evidence_entries (id)
);
create function await_index() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into evidence_pending (entry_id) values (new.id);
  return null;
end $$;
create trigger await_index after insert on evidence_entries for each row execute function await_index();
alter table evidence_entries enable always trigger await_index;
create table evidence_sequence (
  index bigint not null constraint evidence_sequence_key primary key constraint evidence_sequence_from_zero check (index >= 0),
  previous bigint generated always as (nullif(index, 0) - 1) stored
    constraint evidence_sequence_dense references evidence_sequence (index),
  entry_id text not null constraint evidence_sequence_entry_unique unique constraint evidence_sequence_entry references evidence_entries (id),
  leaf_hash bytea not null constraint evidence_sequence_leaf_hash check (octet_length(leaf_hash) = 32)
);
create table confidential_acts (
  id text not null constraint confidential_acts_key primary key,
  on_day date not null,
  payload text not null,
  salt bytea not null
);
create index confidential_acts_day on confidential_acts (on_day);
create table confidential_days (
  on_day date not null constraint confidential_days_key primary key,
  entry_id text not null constraint confidential_days_entry_unique unique constraint confidential_days_entry references evidence_entries (id)
);
create table idempotency_keys (
  person_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  constraint idempotency_keys_key primary key (person_id, route, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
`;

const DOWN = `
drop table idempotency_keys;
drop table confidential_days;
drop table confidential_acts;
drop table evidence_sequence;
drop table evidence_pending;
drop table evidence_openings;
drop table evidence_entries;
drop function await_index();
`;

const APPEND_ONLY: readonly string[] = ['evidence_entries', 'evidence_sequence', 'confidential_days'];

export class CreateEvidence1795000000100 implements MigrationInterface {
  name = 'CreateEvidence1795000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
