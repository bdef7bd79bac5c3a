import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table notice_drafts (
  version_id text not null constraint notice_drafts_version references tool_versions (id),
  item text not null,
  language text not null,
  text text not null,
  proposed boolean not null,
  written_by text not null, written_at timestamptz not null,
  constraint notice_drafts_key primary key (version_id, item, language)
);
create table notices (
  id text not null constraint notices_key primary key,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  kind text not null constraint notices_kind check (kind in ('notice', 'change', 'claim', 'information')),
  content jsonb not null,
  content_hash text not null,
  reference text not null,
  published_by text not null, published_at timestamptz not null,
  constraint notices_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index notices_tool on notices (tool_id, fingerprint);
create table notice_deliveries (
  notice_id text not null constraint notice_deliveries_notice references notices (id),
  person_id text not null constraint notice_deliveries_person references persons (id),
  unit_id text not null,
  sent_at timestamptz not null,
  opened_at timestamptz,
  acknowledged_at timestamptz,
  reminders integer not null default 0,
  reminded_at timestamptz,
  constraint notice_deliveries_key primary key (notice_id, person_id)
);
create index notice_deliveries_person on notice_deliveries (person_id);
create index notice_deliveries_unopened on notice_deliveries (notice_id, reminders) where opened_at is null;
create table hand_overs (
  id text not null constraint hand_overs_key primary key,
  notice_id text not null, person_id text not null,
  statement text not null,
  handed_by text not null, handed_at timestamptz not null,
  witness_asked text not null constraint hand_overs_witness references persons (id),
  witnessed_by text, witnessed_at timestamptz, witness_statement text,
  disputed_at timestamptz, dispute text,
  settled_by text, settled_at timestamptz, settled_as text constraint hand_overs_settled check (settled_as in ('delivered', 'not_delivered')),
  constraint hand_overs_delivery foreign key (notice_id, person_id) references notice_deliveries (notice_id, person_id),
  constraint hand_overs_two_persons check (witness_asked <> handed_by and (witnessed_by is null or witnessed_by <> handed_by)),
  constraint hand_overs_not_oneself check (person_id not in (handed_by, witness_asked) and (witnessed_by is null or witnessed_by <> person_id)),
  constraint hand_overs_witness_says check ((witnessed_by is null) = (witnessed_at is null) and (witnessed_by is null) = (witness_statement is null))
);
create index hand_overs_person on hand_overs (notice_id, person_id);
create index hand_overs_witness_open on hand_overs (witness_asked) where witnessed_at is null;
create index hand_overs_disputed on hand_overs (disputed_at) where disputed_at is not null and settled_as is null;
create view people_told as
  select n.tool_id, n.fingerprint, d.notice_id, d.person_id, least(d.opened_at, h.witnessed_at) as told_at
  from notices n
  join notice_deliveries d on d.notice_id = n.id
  left join lateral (
    select min(x.witnessed_at) as witnessed_at from hand_overs x
    where x.notice_id = d.notice_id and x.person_id = d.person_id and x.witnessed_at is not null
      and (x.disputed_at is null or x.settled_as = 'delivered')
  ) h on true
  where coalesce(d.opened_at, h.witnessed_at) is not null and n.kind in ('notice', 'change');
create view tools_told_about as
  select distinct on (n.tool_id, d.person_id) n.tool_id, d.person_id, n.version_id, n.id as notice_id, n.published_at
  from notices n join notice_deliveries d on d.notice_id = n.id
  where n.kind in ('notice', 'change')
  order by n.tool_id, d.person_id, n.published_at desc;
create view scope_told as
  select tool_id, version_id, fingerprint, kind, id as notice_id, published_at as told_at from notices;
create view notice_addresses as
  select d.notice_id, d.person_id, d.sent_at, d.reminded_at, coalesce(a.mail_address, p.email) as address, coalesce(a.language, p.language) as language
  from notice_deliveries d join persons p on p.id = d.person_id left join accounts a on a.person_id = p.id
  where p.erased_at is null;
`;

const DOWN = `
drop view notice_addresses;
drop view scope_told;
drop view tools_told_about;
drop view people_told;
drop table hand_overs;
drop table notice_deliveries;
drop table notices;
drop table notice_drafts;
`;

const APPEND_ONLY: readonly string[] = ['notices'];

export class CreateNotices1795000000600 implements MigrationInterface {
  name = 'CreateNotices1795000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
