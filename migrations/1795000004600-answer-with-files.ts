import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an answer to a request for access brings along: it goes when the request goes. And until when somebody acts for a person in a case. */
const UP = `
create table rights_files (
  id text not null constraint rights_files_key primary key,
  request_id text not null constraint rights_files_request references rights_requests (id) on delete cascade,
  number integer not null constraint rights_files_number check (number between 1 and 5),
  name text not null constraint rights_files_name check (length(name) <= 200),
  type text not null,
  bytes bytea not null constraint rights_files_size check (octet_length(bytes) between 1 and 10485760),
  sha256 text not null,
  added_at timestamptz not null,
  constraint rights_files_once unique (request_id, number)
);
create or replace view cases_represented as
  select c.case_id, m.adviser_id, m.made_for, least(m.ended_at, m.expires_at) as until_at
  from mandate_cases c join mandates m on m.id = c.mandate_id;
`;

const DOWN = `
drop view cases_represented;
create view cases_represented as
  select c.case_id, m.adviser_id, m.made_for from mandate_cases c join mandates m on m.id = c.mandate_id;
drop table rights_files;
`;

export class AnswerWithFiles1795000004600 implements MigrationInterface {
  name = 'AnswerWithFiles1795000004600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
