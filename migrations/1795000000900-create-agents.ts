import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table enrolment_codes (
  code_hash text not null constraint enrolment_codes_key primary key,
  tool_id text not null constraint enrolment_codes_tool references tools (id),
  device text not null,
  person_id text constraint enrolment_codes_person references persons (id),
  created_by text not null, created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table agents (
  id text not null constraint agents_key primary key,
  tool_id text not null constraint agents_tool references tools (id),
  device text not null,
  public_key jsonb not null,
  thumbprint text not null constraint agents_thumbprint_unique unique,
  enrolled_by text not null,
  enrolled_at timestamptz not null,
  seen_on date,
  blocked_at timestamptz, blocked_by text, blocked_reason text,
  retired_at timestamptz, retired_by text, retired_reason text,
  constraint agents_blocked_by_someone check ((blocked_at is null) = (blocked_by is null) and (blocked_at is null) = (blocked_reason is null)),
  constraint agents_retired_by_someone check ((retired_at is null) = (retired_by is null) and (retired_at is null) = (retired_reason is null))
);
create index agents_tool_device on agents (tool_id, device);
create table agent_persons (
  agent_id text not null constraint agent_persons_agent references agents (id),
  person_id text not null constraint agent_persons_person references persons (id),
  pseudonym text not null,
  bound_how text not null constraint agent_persons_how check (bound_how in ('person', 'hr_list')),
  bound_at timestamptz not null,
  ended_at timestamptz,
  constraint agent_persons_key primary key (agent_id, person_id)
);
create index agent_persons_person on agent_persons (person_id);
create table lease_batches (
  id text not null constraint lease_batches_key primary key,
  tool_id text not null constraint lease_batches_tool references tools (id),
  leases integer not null constraint lease_batches_leases check (leases > 0),
  leases_hash text not null,
  until timestamptz not null
);
create table leases (
  jti text not null constraint leases_key primary key,
  agent_id text not null constraint leases_agent references agents (id),
  person_id text not null constraint leases_person references persons (id),
  activation_id text not null constraint leases_activation references activations (id),
  generation integer not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  batch_id text constraint leases_batch references lease_batches (id)
);
create index leases_without_batch on leases (issued_at) where batch_id is null;
create index leases_live on leases (activation_id, expires_at);
create index leases_agent_issued on leases (agent_id, issued_at);
create table lease_refusals (
  id text not null constraint lease_refusals_key primary key,
  agent_id text not null constraint lease_refusals_agent references agents (id),
  codes text[] not null,
  missing text[] not null,
  at timestamptz not null
);
create index lease_refusals_agent_at on lease_refusals (agent_id, at);
create table used_proofs (
  thumbprint text not null,
  jti text not null,
  at timestamptz not null,
  constraint used_proofs_key primary key (thumbprint, jti)
);
create index used_proofs_at on used_proofs (at);
create table stop_receipts (
  id text not null constraint stop_receipts_key primary key,
  agent_id text not null constraint stop_receipts_agent references agents (id),
  lease_jti text,
  stopped_at timestamptz not null,
  discarded_records integer not null constraint stop_receipts_discarded check (discarded_records >= 0),
  reason text not null,
  received_at timestamptz not null
);
`;

const DOWN = `
drop table stop_receipts;
drop table used_proofs;
drop table lease_refusals;
drop table leases;
drop table lease_batches;
drop table agent_persons;
drop table agents;
drop table enrolment_codes;
`;

const APPEND_ONLY: readonly string[] = ['stop_receipts', 'lease_batches'];

export class CreateAgents1795000000900 implements MigrationInterface {
  name = 'CreateAgents1795000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
