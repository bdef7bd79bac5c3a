import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may act for a person who said so, until when, and what was done with it. Personal data, so nothing here is kept for ever. */
const UP = `
create table mandates (
  id text not null constraint mandates_key primary key,
  person_id text not null constraint mandates_person references persons (id),
  kind text not null constraint mandates_kind check (kind in ('adviser', 'outside')),
  adviser_id text constraint mandates_adviser references persons (id),
  made_for text not null constraint mandates_made_for_length check (length(made_for) <= 200),
  token_hash text constraint mandates_token_unique unique,
  given_at timestamptz not null,
  expires_at timestamptz not null constraint mandates_some_time check (expires_at > given_at),
  ended_at timestamptz,
  ended_by text constraint mandates_ended_by check (ended_by in ('person', 'representative')),
  constraint mandates_whom check ((kind = 'adviser') = (adviser_id is not null) and (kind = 'outside') = (token_hash is not null)),
  constraint mandates_another check (adviser_id <> person_id),
  constraint mandates_end_whole check ((ended_at is null) = (ended_by is null))
);
create index mandates_of_person on mandates (person_id);
create index mandates_of_adviser on mandates (adviser_id) where adviser_id is not null;
create table mandate_cases (
  mandate_id text not null constraint mandate_cases_mandate references mandates (id) on delete cascade,
  kind text not null constraint mandate_cases_kind check (kind in ('objection', 'right')),
  case_id text not null,
  at timestamptz not null,
  constraint mandate_cases_key primary key (mandate_id, case_id)
);
create index mandate_cases_case on mandate_cases (case_id);
create view cases_represented as
  select c.case_id, m.adviser_id, m.made_for from mandate_cases c join mandates m on m.id = c.mandate_id;
create index stop_receipts_agent on stop_receipts (agent_id, stopped_at);
`;

const DOWN = `
drop index stop_receipts_agent;
drop view cases_represented;
drop table mandate_cases;
drop table mandates;
`;

export class ActForAPerson1795000002210 implements MigrationInterface {
  name = 'ActForAPerson1795000002210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
