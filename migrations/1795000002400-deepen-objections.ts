import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROCEDURE = `
alter table objections add lodged_by text constraint objections_lodged_by references persons (id);
alter table objection_acts drop constraint objection_acts_kind;
alter table objection_acts add constraint objection_acts_kind check (kind in ('acknowledged', 'asked', 'answered', 'advice_asked', 'advised', 'extended',
  'upheld', 'rejected', 'told', 'withdrawn', 'note', 'restriction_lifted'));
alter table objection_acts add detail text constraint objection_acts_detail
  check (detail in ('complexity', 'number', 'uphold', 'reject', 'compelling_grounds', 'legal_claims'));
create unique index objection_acts_once on objection_acts (objection_id, kind)
  where kind in ('acknowledged', 'asked', 'answered', 'advice_asked', 'advised', 'told', 'withdrawn', 'restriction_lifted');
create unique index objection_acts_one_decision on objection_acts (objection_id) where kind in ('upheld', 'rejected');
create table objection_decisions (
  objection_id text not null constraint objection_decisions_key primary key constraint objection_decisions_objection references objections (id),
  demonstration text, deviation text, alternative text,
  public_body boolean,
  remedy_until date not null,
  constraint objection_decisions_whole check ((demonstration is null) <> (alternative is null))
);
create table objection_duties (
  objection_id text not null constraint objection_duties_objection references objections (id),
  duty text not null constraint objection_duties_duty check (duty in ('restrict', 'erase', 'tell_recipients', 'offer_alternative')),
  note text not null,
  by_person text not null, at timestamptz not null,
  constraint objection_duties_key primary key (objection_id, duty)
);
create view objections_restricting as
  select o.tool_id, o.person_id, min(o.lodged_at) as since from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')
  ) group by 1, 2;
`;

const REVIEWS = `
create table objection_reviews (
  id text not null constraint objection_reviews_key primary key,
  tool_id text not null constraint objection_reviews_tool references tools (id),
  quarter date not null,
  reference text not null constraint objection_reviews_reference_unique unique,
  opened_at timestamptz not null,
  constraint objection_reviews_once unique (tool_id, quarter)
);
create table objection_review_acts (
  id text not null constraint objection_review_acts_key primary key,
  written_as bigint generated always as identity,
  review_id text not null constraint objection_review_acts_review references objection_reviews (id),
  kind text not null constraint objection_review_acts_kind check (kind in ('proposal', 'view', 'closed')),
  course text not null constraint objection_review_acts_course check (course in ('keep', 'change', 'stop', 'enough', 'not_enough')),
  text text not null,
  by_person text not null, by_role text not null, at timestamptz not null
);
create index objection_review_acts_review on objection_review_acts (review_id);
create table counted_quarters (
  quarter date not null,
  part text not null constraint counted_quarters_part check (part in ('received', 'outcomes', 'reviews')),
  counted_at timestamptz not null,
  constraint counted_quarters_key primary key (quarter, part)
);
create table published_counts (
  quarter date not null,
  part text not null constraint published_counts_part check (part in ('received', 'outcomes')),
  tool_id text constraint published_counts_tool references tools (id),
  kind text not null constraint published_counts_kind check (kind in ('objection', 'complaint', 'detriment')),
  category text not null,
  outcome text not null,
  cases integer constraint published_counts_cases check (cases >= 5),
  constraint published_counts_once unique nulls not distinct (quarter, part, tool_id, kind, category, outcome)
);
`;

const DETRIMENT = `
create table detriment_reports (
  id text not null constraint detriment_reports_key primary key,
  person_id text constraint detriment_reports_person references persons (id),
  lodged_by text not null constraint detriment_reports_lodged_by references persons (id),
  tool_id text constraint detriment_reports_tool references tools (id),
  receipt text not null,
  what text not null constraint detriment_reports_what check (what in ('dismissal', 'contract_end', 'appraisal', 'transfer', 'pay', 'treatment', 'other')),
  happened_on date not null,
  story text not null,
  reference text not null constraint detriment_reports_reference_unique unique,
  lodged_at timestamptz not null
);
create index detriment_reports_lodged_by on detriment_reports (lodged_by);
create table detriment_acts (
  id text not null constraint detriment_acts_key primary key,
  written_as bigint generated always as identity,
  report_id text not null constraint detriment_acts_report references detriment_reports (id),
  kind text not null constraint detriment_acts_kind check (kind in ('seen', 'message', 'closed')),
  text text not null,
  by_person text not null, by_role text not null, at timestamptz not null
);
create index detriment_acts_report on detriment_acts (report_id);
`;

/** What is counted: rows without a person. Each feature owns the view of its own cases. */
const CELLS = `
drop view objection_counts;
create view objection_cells as
  select o.tool_id, date_trunc('quarter', o.lodged_at at time zone 'Europe/Amsterdam')::date as quarter, 'objection'::text as category,
    coalesce((select a.kind from objection_acts a where a.objection_id = o.id and a.kind in ('upheld', 'rejected', 'withdrawn') order by a.written_as desc limit 1), 'open') as outcome,
    count(*)::int as cases
  from objections o where not o.converted group by 1, 2, 3, 4;
create view complaint_cells as
  select c.tool_id, date_trunc('quarter', c.lodged_at at time zone 'Europe/Amsterdam')::date as quarter, c.category,
    case when exists (select 1 from complaint_messages m where m.complaint_id = c.id and m.kind = 'closed') then 'closed' else 'open' end as outcome,
    count(*)::int as cases
  from complaints c group by 1, 2, 3, 4;
create view detriment_cells as
  select d.tool_id, date_trunc('quarter', d.lodged_at at time zone 'Europe/Amsterdam')::date as quarter, 'detriment'::text as category,
    'received'::text as outcome, count(*)::int as cases
  from detriment_reports d group by 1, 2, 3, 4;
`;

const DOWN = `
drop view detriment_cells;
drop view complaint_cells;
drop view objection_cells;
create view objection_counts as
  select o.tool_id, date_trunc('quarter', o.lodged_at at time zone 'Europe/Amsterdam')::date as quarter,
    case when count(*) >= 5 then count(*)::int end as objections
  from objections o group by 1, 2;
drop table detriment_acts;
drop table detriment_reports;
drop table published_counts;
drop table counted_quarters;
drop table objection_review_acts;
drop table objection_reviews;
drop view objections_restricting;
drop table objection_duties;
drop table objection_decisions;
drop index objection_acts_one_decision;
drop index objection_acts_once;
alter table objection_acts drop column detail;
alter table objection_acts drop constraint objection_acts_kind;
alter table objection_acts add constraint objection_acts_kind
  check (kind in ('acknowledged', 'extended', 'upheld', 'rejected', 'withdrawn', 'note', 'restriction_lifted'));
alter table objections drop column lodged_by;
`;

const APPEND_ONLY: readonly string[] = [
  'objection_decisions',
  'objection_duties',
  'objection_reviews',
  'objection_review_acts',
  'counted_quarters',
  'published_counts',
  'detriment_acts',
];

export class DeepenObjections1795000002400 implements MigrationInterface {
  name = 'DeepenObjections1795000002400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROCEDURE);
    await runner.query(REVIEWS);
    await runner.query(DETRIMENT);
    await runner.query(CELLS);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
