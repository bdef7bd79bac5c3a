import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table objections (
  id text not null constraint objections_key primary key,
  tool_id text not null constraint objections_tool references tools (id),
  person_id text not null constraint objections_person references persons (id),
  situation text not null,
  reference text not null constraint objections_reference_unique unique,
  lodged_at timestamptz not null,
  due_on date not null,
  converted boolean not null default false
);
create index objections_person on objections (person_id);
create index objections_tool_person on objections (tool_id, person_id);
create table objection_acts (
  id text not null constraint objection_acts_key primary key,
  written_as bigint generated always as identity,
  objection_id text not null constraint objection_acts_objection references objections (id),
  kind text not null constraint objection_acts_kind check (kind in ('acknowledged', 'extended', 'upheld', 'rejected', 'withdrawn', 'note', 'restriction_lifted')),
  text text not null,
  by_person text not null, at timestamptz not null,
  effective_on date
);
create index objection_acts_objection_at on objection_acts (objection_id, at);
create table rights_requests (
  id text not null constraint rights_requests_key primary key,
  tool_id text constraint rights_requests_tool references tools (id),
  person_id text not null constraint rights_requests_person references persons (id),
  kind text not null constraint rights_requests_kind check (kind in ('access', 'rectification', 'erasure', 'restriction', 'portability')),
  text text not null,
  reference text not null constraint rights_requests_reference_unique unique,
  lodged_at timestamptz not null,
  due_on date not null,
  answer text, answered_by text, answered_at timestamptz,
  constraint rights_requests_answer_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index rights_requests_person on rights_requests (person_id);
create table complaints (
  id text not null constraint complaints_key primary key,
  tool_id text constraint complaints_tool references tools (id),
  person_id text constraint complaints_person references persons (id),
  category text not null,
  text text not null,
  reference text not null constraint complaints_reference_unique unique,
  handler_id text constraint complaints_handler references persons (id),
  from_objection_id text constraint complaints_objection_once unique constraint complaints_objection references objections (id),
  lodged_at timestamptz not null,
  due_on date not null
);
create index complaints_person on complaints (person_id) where person_id is not null;
create index complaints_handler_due on complaints (handler_id, due_on);
create table complaint_messages (
  id text not null constraint complaint_messages_key primary key,
  written_as bigint generated always as identity,
  complaint_id text not null constraint complaint_messages_complaint references complaints (id),
  kind text not null constraint complaint_messages_kind check (kind in ('acknowledged', 'question', 'reply', 'closed', 'handed_over')),
  text text not null,
  by_person text not null, at timestamptz not null
);
create index complaint_messages_complaint_at on complaint_messages (complaint_id, at);
create table channels (
  kind text not null constraint channels_key primary key
    constraint channels_kind check (kind in ('objection', 'complaint', 'access', 'rectification', 'erasure', 'restriction', 'portability', 'outside')),
  handler_id text constraint channels_handler references persons (id),
  deputy_id text constraint channels_deputy references persons (id),
  is_open boolean not null,
  outside_address text,
  changed_by text not null, changed_at timestamptz not null,
  constraint channels_two_persons check (handler_id is null or deputy_id is null or handler_id <> deputy_id)
);
create view outside_channels as
  select outside_address as address from channels where kind = 'outside' and is_open and outside_address is not null;
create view open_channels as
  select kind, handler_id, deputy_id from channels where is_open;
create view objections_taken_over as
  select id as objection_id, tool_id, person_id, situation, lodged_at from objections where converted;
create view people_paused as
  select o.tool_id, o.person_id from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')
  );
`;

const DOWN = `
drop view people_paused;
drop view objections_taken_over;
drop view open_channels;
drop view outside_channels;
drop table channels;
drop table complaint_messages;
drop table complaints;
drop table rights_requests;
drop table objection_acts;
drop table objections;
`;

const APPEND_ONLY: readonly string[] = ['objection_acts', 'complaint_messages'];

export class CreateObjections1795000000700 implements MigrationInterface {
  name = 'CreateObjections1795000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
