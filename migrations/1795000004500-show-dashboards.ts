import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people each unit had when a period was over: a figure never changes because people come and go later. */
const SIZES = `
create table closed_periods (
  version_id text not null constraint closed_periods_version references tool_versions (id),
  period text not null constraint closed_periods_period check (period in ('week', 'month')),
  period_start date not null,
  unit_id text not null constraint closed_periods_unit references units (id),
  people integer not null constraint closed_periods_people check (people >= 0),
  closed_at timestamptz not null,
  constraint closed_periods_key primary key (version_id, period, period_start, unit_id)
);
`;

/** Every look at figures about people is a processing of their data: the fields of the Logboek Dataverwerkingen, and who looked at which groups. */
const VIEWS = `
create table dashboard_views (
  id text not null constraint dashboard_views_key primary key,
  written_as bigint generated always as identity,
  trace_id text not null constraint dashboard_views_trace check (trace_id ~ '^[0-9a-f]{32}$'),
  operation_id text not null constraint dashboard_views_operation_id check (operation_id ~ '^[0-9a-f]{16}$'),
  operation text not null constraint dashboard_views_operation check (operation in ('view', 'export', 'individual')),
  processing_activity text not null,
  status text not null constraint dashboard_views_status check (status in ('ok', 'error')),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  tool_id text not null constraint dashboard_views_tool references tools (id),
  version_id text not null constraint dashboard_views_version references tool_versions (id),
  dashboard text,
  groups text[] not null,
  units text[] not null,
  person_id text not null,
  role text not null,
  purpose text,
  constraint dashboard_views_export_purpose check (operation <> 'export' or purpose is not null),
  constraint dashboard_views_ends check (ended_at >= started_at)
);
create index dashboard_views_units on dashboard_views using gin (units);
create index dashboard_views_newest on dashboard_views (written_as desc);
`;

const DOWN = `
drop table dashboard_views;
drop table closed_periods;
`;

const APPEND_ONLY: readonly string[] = ['closed_periods', 'dashboard_views'];

export class ShowDashboards1795000004500 implements MigrationInterface {
  name = 'ShowDashboards1795000004500';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SIZES, VIEWS]) await runner.query(part);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
