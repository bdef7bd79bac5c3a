import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proof of delivery per person: a commitment in each row, the receiver's own word or a second person's for what was handed over or posted.
 * A notice to many is cut into pieces, each delivered by a job of its own; who started long work follows it in `long_jobs`.
 */
const UP = `
alter table notice_deliveries
  add column salt bytea not null default uuid_send(gen_random_uuid()),
  add column commitment bytea generated always as (sha256(salt || decode(notice_id || ':' || person_id, 'escape'))) stored;
alter table hand_overs
  add column way text not null default 'hand' constraint hand_overs_way check (way in ('hand', 'post')),
  add column confirmed_at timestamptz,
  add column counts_from timestamptz,
  alter column witness_asked drop not null;
update hand_overs set counts_from = witnessed_at;
alter table hand_overs
  add constraint hand_overs_counts check ((counts_from is null) = (witnessed_at is null) and counts_from >= witnessed_at),
  add constraint hand_overs_confirmed_stands check (confirmed_at is null or disputed_at is null);
create or replace view people_told as
  select n.tool_id, n.fingerprint, d.notice_id, d.person_id, least(d.opened_at, h.counts_from) as told_at
  from notices n
  join notice_deliveries d on d.notice_id = n.id
  left join lateral (
    select min(least(x.confirmed_at, x.counts_from)) as counts_from from hand_overs x
    where x.notice_id = d.notice_id and x.person_id = d.person_id and (x.confirmed_at is not null or x.counts_from is not null)
      and (x.disputed_at is null or x.settled_as = 'delivered')
  ) h on true
  where coalesce(d.opened_at, h.counts_from) is not null and n.kind in ('notice', 'change');
create table long_jobs (
  id text not null constraint long_jobs_key primary key,
  kind text not null,
  subject_id text not null,
  started_by text, started_role text not null, started_at timestamptz not null,
  total integer not null,
  done integer not null default 0,
  steps_left integer not null constraint long_jobs_steps check (steps_left >= 0),
  moved_at timestamptz not null,
  failed_at timestamptz,
  finished_at timestamptz,
  constraint long_jobs_over check ((finished_at is not null) = (steps_left = 0))
);
create index long_jobs_subject on long_jobs (subject_id);
create table notice_pieces (
  notice_id text not null constraint notice_pieces_notice references notices (id),
  piece integer not null,
  job_id text not null constraint notice_pieces_job references long_jobs (id) deferrable initially deferred,
  first_person text,
  last_person text,
  people integer not null,
  hash text,
  delivered_at timestamptz,
  constraint notice_pieces_key primary key (notice_id, piece),
  constraint notice_pieces_open check ((delivered_at is null) = (first_person is not null) and (first_person is null) = (last_person is null)
    and (delivered_at is null) = (hash is null))
);
create index notice_pieces_waiting on notice_pieces (notice_id) where delivered_at is null;
create table mail_progress (
  id text not null constraint mail_progress_key primary key,
  begun_at timestamptz not null,
  claimed integer not null default 0,
  done integer not null default 0,
  refused integer[] not null default '{}',
  again integer[] not null default '{}',
  ended boolean not null default false
);
create index mail_progress_age on mail_progress (begun_at);
`;

const DOWN = `
drop table mail_progress;
drop table notice_pieces;
drop table long_jobs;
create or replace view people_told as
  select n.tool_id, n.fingerprint, d.notice_id, d.person_id, least(d.opened_at, h.witnessed_at) as told_at
  from notices n
  join notice_deliveries d on d.notice_id = n.id
  left join lateral (
    select min(x.witnessed_at) as witnessed_at from hand_overs x
    where x.notice_id = d.notice_id and x.person_id = d.person_id and x.witnessed_at is not null
      and (x.disputed_at is null or x.settled_as = 'delivered')
  ) h on true
  where coalesce(d.opened_at, h.witnessed_at) is not null and n.kind in ('notice', 'change');
delete from hand_overs where witness_asked is null;
alter table hand_overs drop constraint hand_overs_confirmed_stands, drop constraint hand_overs_counts, drop column way, drop column confirmed_at,
  drop column counts_from, alter column witness_asked set not null;
alter table notice_deliveries drop column commitment, drop column salt;
`;

export class ProveDelivery1795000002100 implements MigrationInterface {
  name = 'ProveDelivery1795000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
