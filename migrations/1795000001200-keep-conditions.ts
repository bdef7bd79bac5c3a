import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table decision_conditions add column promise_owner_id text constraint decision_conditions_owner references persons (id);
create table promise_evidence (
  id text not null constraint promise_evidence_key primary key,
  written_as bigint generated always as identity,
  condition_id text not null constraint promise_evidence_condition references decision_conditions (id),
  text text not null constraint promise_evidence_length check (char_length(text) <= 4000),
  file_id text constraint promise_evidence_file references files (id),
  by_person text not null, at timestamptz not null,
  constraint promise_evidence_something check (text <> '' or file_id is not null)
);
create index promise_evidence_of on promise_evidence (condition_id, written_as);
create index decision_conditions_owned on decision_conditions (promise_owner_id) where promise_owner_id is not null;
create table promise_reminders (
  condition_id text not null constraint promise_reminders_condition references decision_conditions (id),
  days_left integer not null,
  at timestamptz not null,
  constraint promise_reminders_key primary key (condition_id, days_left)
);
create table always_off_people (
  tool_id text not null constraint always_off_people_tool references tools (id),
  person_id text not null constraint always_off_people_person references persons (id),
  since timestamptz not null,
  constraint always_off_people_key primary key (tool_id, person_id)
);
create index always_off_people_person_tools on always_off_people (person_id);
`;

const DOWN = `
drop table always_off_people;
drop table promise_reminders;
drop table promise_evidence;
drop index decision_conditions_owned;
alter table decision_conditions drop column promise_owner_id;
`;

const APPEND_ONLY: readonly string[] = ['promise_evidence', 'promise_reminders', 'always_off_people'];

export class KeepConditions1795000001200 implements MigrationInterface {
  name = 'KeepConditions1795000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
