import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a version declares beside its facts: what is measured, what is shown of it, how it is held, and whether one person may be looked at. */
const UP = `
alter table tool_versions drop constraint tool_versions_enforcement;
alter table tool_versions add constraint tool_versions_enforcement
  check (enforcement in ('native', 'supervised', 'managed', 'vendor_api', 'attested'));
alter table tool_versions drop constraint tool_versions_fingerprint_scheme;
alter table tool_versions add constraint tool_versions_fingerprint_scheme check (fingerprint_scheme in (1, 2, 3));
create table version_metrics (
  version_id text not null constraint version_metrics_version references tool_versions (id),
  code text not null constraint version_metrics_code check (code ~ '^[a-z0-9_]{1,40}$'),
  category text not null,
  kind text not null constraint version_metrics_kind check (kind in ('count', 'sum', 'people')),
  unit text not null,
  level text not null constraint version_metrics_level check (level in ('group', 'person')),
  min_value double precision not null,
  max_value double precision not null,
  title_nl text not null,
  title_en text not null,
  constraint version_metrics_key primary key (version_id, code),
  constraint version_metrics_range check (min_value <= max_value),
  constraint version_metrics_people_as_group check (kind <> 'people' or level = 'group')
);
create table version_dashboards (
  version_id text not null constraint version_dashboards_version references tool_versions (id),
  code text not null constraint version_dashboards_code check (code ~ '^[a-z0-9_]{1,40}$'),
  metric text not null,
  shown text not null constraint version_dashboards_shown check (shown in ('share', 'total')),
  period text not null constraint version_dashboards_period check (period in ('week', 'month')),
  smallest_group integer not null constraint version_dashboards_smallest_group check (smallest_group >= 5),
  viewers text[] not null constraint version_dashboards_viewers check (cardinality(viewers) > 0),
  title_nl text not null,
  title_en text not null,
  question_nl text not null,
  question_en text not null,
  constraint version_dashboards_key primary key (version_id, code),
  constraint version_dashboards_metric foreign key (version_id, metric) references version_metrics (version_id, code) deferrable initially deferred
);
create table version_dashboard_groups (
  version_id text not null,
  dashboard text not null,
  code text not null constraint version_dashboard_groups_code check (code ~ '^[a-z0-9_]{1,40}$'),
  title_nl text not null,
  title_en text not null,
  units text[] not null constraint version_dashboard_groups_units check (cardinality(units) > 0),
  constraint version_dashboard_groups_key primary key (version_id, dashboard, code),
  constraint version_dashboard_groups_dashboard foreign key (version_id, dashboard) references version_dashboards (version_id, code)
    deferrable initially deferred
);
create table version_grades (
  version_id text not null constraint version_grades_key primary key constraint version_grades_version references tool_versions (id),
  grade text not null constraint version_grades_grade check (grade in ('native', 'supervised', 'managed', 'vendor_api', 'attested')),
  stops_how text not null,
  stops_within_minutes integer not null constraint version_grades_minutes check (stops_within_minutes >= 0),
  cannot_stop text not null,
  evidence text not null,
  evidence_file_id text constraint version_grades_evidence_file references files (id),
  tested_on date not null
);
create table version_individual_view (
  version_id text not null constraint version_individual_view_key primary key constraint version_individual_view_version references tool_versions (id),
  purpose text not null,
  grounds text not null constraint version_individual_view_grounds check (grounds in ('security', 'single_investigation')),
  max_hours integer not null constraint version_individual_view_hours check (max_hours > 0)
);
create trigger version_metrics_fixed before insert or update or delete on version_metrics for each row execute function version_is_fixed();
create trigger version_dashboards_fixed before insert or update or delete on version_dashboards for each row execute function version_is_fixed();
create trigger version_dashboard_groups_fixed before insert or update or delete on version_dashboard_groups
  for each row execute function version_is_fixed();
create trigger version_grades_fixed before insert or update or delete on version_grades for each row execute function version_is_fixed();
create trigger version_individual_view_fixed before insert or update or delete on version_individual_view
  for each row execute function version_is_fixed();
`;

const DOWN = `
drop table version_individual_view;
drop table version_grades;
drop table version_dashboard_groups;
drop table version_dashboards;
drop table version_metrics;
alter table tool_versions drop constraint tool_versions_fingerprint_scheme;
alter table tool_versions add constraint tool_versions_fingerprint_scheme check (fingerprint_scheme in (1, 2)) not valid;
alter table tool_versions drop constraint tool_versions_enforcement;
alter table tool_versions add constraint tool_versions_enforcement check (enforcement in ('native', 'attested')) not valid;
`;

export class DeclareMeasuring1795000004000 implements MigrationInterface {
  name = 'DeclareMeasuring1795000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
