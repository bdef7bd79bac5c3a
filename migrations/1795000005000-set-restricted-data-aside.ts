import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many lines arrived, without whose they are: what is told of deletion counts these, so that no number moves when one person objects, asks or is erased.
 * What may only be stored stands apart from the day on which it would have gone. What became of a person's data after an objection was upheld.
 */
const UP = `
create table measurement_arrivals (
  tool_id text not null constraint measurement_arrivals_tool references tools (id),
  version_id text not null, metric text not null, place text not null,
  on_day date not null, delete_on date not null,
  quarantine_id text constraint measurement_arrivals_quarantine references quarantines (id),
  lines bigint not null constraint measurement_arrivals_lines check (lines > 0)
);
create index measurement_arrivals_due on measurement_arrivals (delete_on);
create index measurement_arrivals_of on measurement_arrivals (tool_id, version_id, metric, on_day);
create index measurement_arrivals_locked on measurement_arrivals (quarantine_id) where quarantine_id is not null;
insert into measurement_arrivals (tool_id, version_id, metric, place, on_day, delete_on, quarantine_id, lines)
  select tool_id, version_id, metric, place, (at at time zone 'Europe/Amsterdam')::date, delete_on, null, count(*) from measurements group by 1, 2, 3, 4, 5, 6
  union all
  select tool_id, version_id, metric, place, (at at time zone 'Europe/Amsterdam')::date, delete_on, quarantine_id, count(*)
  from quarantined_measurements group by 1, 2, 3, 4, 5, 6, 7;
alter table measurement_deletions rename column measurements to due;
create table restricted_measurements (
  delete_on date not null, batch_id text not null, line integer not null,
  tool_id text not null, version_id text not null, metric text not null, person_id text not null,
  at timestamptz not null, place text not null, value double precision not null,
  constraint restricted_measurements_key primary key (batch_id, line)
);
create index restricted_measurements_person on restricted_measurements (person_id, tool_id);
create table objection_erasures (
  objection_id text not null constraint objection_erasures_objection references objections (id),
  outcome text not null constraint objection_erasures_outcome check (outcome in ('erased', 'nothing', 'held')),
  held_until date,
  at timestamptz not null,
  constraint objection_erasures_key primary key (objection_id, at),
  constraint objection_erasures_held check ((outcome = 'held') = (held_until is not null))
);
drop view objections_restricting;
create view data_restricted as
  select o.tool_id, o.person_id, 'objection'::text as cause from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('upheld', 'withdrawn', 'restriction_lifted'))
  union
  select r.tool_id, r.person_id, 'request' from rights_requests r
  where r.kind = 'restriction' and r.tool_id is not null and r.withdrawn_at is null and r.lifted_at is null;
`;

const DOWN = `
drop view data_restricted;
create view objections_restricting as
  select o.tool_id, o.person_id, min(o.lodged_at) as since from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')
  ) group by 1, 2;
drop table objection_erasures;
drop table restricted_measurements;
alter table measurement_deletions rename column due to measurements;
drop table measurement_arrivals;
`;

export class SetRestrictedDataAside1795000005000 implements MigrationInterface {
  name = 'SetRestrictedDataAside1795000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query('select append_only($1)', ['objection_erasures']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
