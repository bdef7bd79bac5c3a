import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written in the open cannot be sealed afterwards for people who have no key yet: it must be settled first. */
const NONE_IN_THE_OPEN = `
do $$ begin
  if exists (select from complaints) then
    raise exception 'there are complaints that are not sealed: export them for who handles them, remove them, and migrate again';
  end if;
end $$;
drop view complaint_cells;
drop table complaint_messages;
drop table complaints;
`;

const KEYS = `
create table case_keys (
  id text not null constraint case_keys_key primary key,
  written_as bigint not null generated always as identity,
  person_id text not null constraint case_keys_person references persons (id),
  public_key bytea not null constraint case_keys_public_size check (octet_length(public_key) = 32),
  locked bytea not null,
  salt text not null,
  memory_kib int not null, passes int not null,
  probe bytea not null,
  made_on date not null
);
create index case_keys_person on case_keys (person_id, written_as);
create table case_key_proofs (
  key_id text not null constraint case_key_proofs_key primary key constraint case_key_proofs_of references case_keys (id),
  proven_on date not null
);
create view proven_case_keys as
  select distinct on (k.person_id) k.person_id, k.id as key_id, k.public_key
  from case_keys k join case_key_proofs p on p.key_id = k.id order by k.person_id, k.written_as desc;
`;

const COMPLAINTS = `
create table complaints (
  id text not null constraint complaints_key primary key,
  tool_id text constraint complaints_tool references tools (id),
  category text not null,
  route text not null constraint complaints_route check (route in ('named', 'anonymous', 'objection')),
  desk text not null constraint complaints_desk check (desk in ('handler', 'adviser')),
  is_disclosure boolean not null,
  reference text not null constraint complaints_reference_unique unique,
  handler_id text not null constraint complaints_handler references persons (id),
  from_objection_id text constraint complaints_objection_once unique constraint complaints_objection references objections (id),
  lodged_on date not null,
  due_on date not null,
  constraint complaints_from_objection check ((route = 'objection') = (from_objection_id is not null))
);
create index complaints_handler_due on complaints (handler_id, due_on);
create table complaint_keys (
  complaint_id text not null constraint complaint_keys_complaint references complaints (id),
  key_id text not null constraint complaint_keys_of references case_keys (id),
  sealed bytea not null,
  constraint complaint_keys_key primary key (complaint_id, key_id)
);
create table complaint_messages (
  id text not null constraint complaint_messages_key primary key,
  written_as bigint not null generated always as identity,
  complaint_id text not null constraint complaint_messages_complaint references complaints (id),
  kind text not null constraint complaint_messages_kind
    check (kind in ('acknowledged', 'question', 'reply', 'note', 'disclosure', 'closed', 'withdrawn', 'handed_over', 'reminded', 'erased')),
  side text not null constraint complaint_messages_side check (side in ('reporter', 'handler', 'house')),
  outcome text constraint complaint_messages_outcome check (outcome in ('upheld', 'partly', 'not_upheld', 'referred')),
  referred_to text constraint complaint_messages_referred check (referred_to in ('dpo', 'council', 'authority', 'court')),
  on_day date not null,
  constraint complaint_messages_outcome_closes check ((kind = 'closed') = (outcome is not null)),
  constraint complaint_messages_referred_where check ((referred_to is null) = (outcome is distinct from 'referred'))
);
create index complaint_messages_complaint on complaint_messages (complaint_id, written_as);
create unique index complaint_messages_closed_once on complaint_messages (complaint_id) where kind in ('closed', 'withdrawn');
create table complaint_contents (
  owner_id text not null constraint complaint_contents_key primary key,
  complaint_id text not null constraint complaint_contents_complaint references complaints (id),
  sealed bytea not null constraint complaint_contents_size check (octet_length(sealed) <= 200000)
);
create index complaint_contents_complaint on complaint_contents (complaint_id);
create table complaint_files (
  id text not null constraint complaint_files_key primary key,
  written_as bigint not null generated always as identity,
  complaint_id text not null,
  sealed bytea not null constraint complaint_files_size check (octet_length(sealed) <= 12000000),
  on_day date not null
);
create index complaint_files_complaint on complaint_files (complaint_id, written_as);
create table complaint_claims (
  complaint_id text not null constraint complaint_claims_key primary key constraint complaint_claims_complaint references complaints (id),
  sealed_code bytea not null
);
create view complaint_cells as
  select c.tool_id, date_trunc('quarter', c.lodged_on)::date as quarter, c.category,
    coalesce((select coalesce(m.outcome, 'withdrawn') from complaint_messages m where m.complaint_id = c.id and m.kind in ('closed', 'withdrawn')), 'open') as outcome,
    count(*)::int as cases
  from complaints c group by 1, 2, 3, 4;
`;

const GRANTS = `
revoke update, delete, truncate on complaints from countersign_app;
grant update (handler_id, is_disclosure, due_on) on complaints to countersign_app;
`;

const DOWN = `
drop view complaint_cells;
drop table complaint_claims;
drop table complaint_files;
drop table complaint_contents;
drop table complaint_messages;
drop table complaint_keys;
drop table complaints;
drop view proven_case_keys;
drop table case_key_proofs;
drop table case_keys;
`;

/** As the objections' migration made them. */
const BEFORE = `
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
create view complaint_cells as
  select c.tool_id, date_trunc('quarter', c.lodged_at at time zone 'Europe/Amsterdam')::date as quarter, c.category,
    case when exists (select 1 from complaint_messages m where m.complaint_id = c.id and m.kind = 'closed') then 'closed' else 'open' end as outcome,
    count(*)::int as cases
  from complaints c group by 1, 2, 3, 4;
`;

const APPEND_ONLY: readonly string[] = ['case_keys', 'case_key_proofs', 'complaint_messages'];
/** Erased when they are kept no longer; never changed. */
const NEVER_CHANGED: readonly string[] = ['complaint_keys', 'complaint_contents', 'complaint_files', 'complaint_claims'];

export class SealComplaints1795000002500 implements MigrationInterface {
  name = 'SealComplaints1795000002500';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NONE_IN_THE_OPEN, KEYS, COMPLAINTS, GRANTS]) await runner.query(part);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
    for (const table of NEVER_CHANGED) await runner.query(`revoke update, truncate on ${table} from countersign_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
    await runner.query(BEFORE);
    await runner.query(`select append_only('complaint_messages')`);
  }
}
