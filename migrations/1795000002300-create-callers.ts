import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table caller_requests (
  id text not null constraint caller_requests_key primary key,
  tool_id text not null constraint caller_requests_tool references tools (id),
  kind text not null constraint caller_requests_kind check (kind in ('objection', 'access', 'rectification', 'erasure', 'restriction')),
  converted boolean not null,
  language text not null constraint caller_requests_language check (language in ('nl', 'en')),
  reference text not null constraint caller_requests_reference_unique unique,
  code_hash text not null constraint caller_requests_code_unique unique,
  lodged_at timestamptz not null,
  due_on date not null
);
create index caller_requests_due on caller_requests (due_on);
create table caller_texts (
  request_id text not null constraint caller_texts_request references caller_requests (id),
  field text not null constraint caller_texts_field check (field in ('details', 'when', 'number', 'contact')),
  text text not null constraint caller_texts_length check (length(text) between 1 and 4000),
  constraint caller_texts_key primary key (request_id, field)
);
create table caller_acts (
  id text not null constraint caller_acts_key primary key,
  written_as bigint not null generated always as identity,
  request_id text not null constraint caller_acts_request references caller_requests (id),
  kind text not null constraint caller_acts_kind check (kind in ('acknowledged', 'set_apart', 'asked', 'identity_asked', 'replied',
    'identity_confirmed', 'extended', 'upheld', 'rejected', 'withdrawn', 'erased')),
  way text constraint caller_acts_way check (way in ('recorded_number', 'about_call', 'in_person')),
  measures text[] not null,
  by_person text,
  at timestamptz not null,
  constraint caller_acts_way_of_identity check ((kind = 'identity_asked') = (way is not null))
);
create index caller_acts_request_at on caller_acts (request_id, written_as);
create unique index caller_acts_one_end on caller_acts (request_id) where kind in ('upheld', 'rejected', 'withdrawn');
create unique index caller_acts_one_identity on caller_acts (request_id) where kind = 'identity_asked';
create unique index caller_acts_one_erasure on caller_acts (request_id) where kind = 'erased';
create table caller_act_texts (
  act_id text not null constraint caller_act_texts_key primary key constraint caller_act_texts_act references caller_acts (id),
  text text not null constraint caller_act_texts_length check (length(text) between 1 and 10000)
);
`;

const DOWN = `
drop table caller_act_texts;
drop table caller_acts;
drop table caller_texts;
drop table caller_requests;
`;

const APPEND_ONLY: readonly string[] = ['caller_requests', 'caller_acts'];
/** Erased when the case is long over; never changed. */
const NEVER_CHANGED: readonly string[] = ['caller_texts', 'caller_act_texts'];

export class CreateCallers1795000002300 implements MigrationInterface {
  name = 'CreateCallers1795000002300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
    for (const table of NEVER_CHANGED) await runner.query(`revoke update, truncate on ${table} from countersign_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
