import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A figure as it was told, so that it is told the same as long as it is kept. It goes in the statement in which what it was made of goes. */
const UP = `
create table told_figures (
  version_id text not null constraint told_figures_version references tool_versions (id),
  dashboard text not null,
  group_code text not null,
  period_start date not null,
  metric text not null,
  period text not null constraint told_figures_period check (period in ('week', 'month')),
  told jsonb not null,
  constraint told_figures_key primary key (version_id, dashboard, group_code, period_start)
);
create index told_figures_of on told_figures (version_id, metric, period, period_start);
create function forget_what_was_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from told_figures f using (select distinct version_id, metric, period, period_start from gone) g
    where f.version_id = g.version_id and f.metric = g.metric and f.period = g.period and f.period_start = g.period_start;
  return null;
end $$;
create trigger figures_go after delete on metric_rollups referencing old table as gone for each statement execute function forget_what_was_told();
alter table metric_rollups enable always trigger figures_go;
`;

const DOWN = `
drop trigger figures_go on metric_rollups;
drop function forget_what_was_told();
drop table told_figures;
`;

export class KeepWhatWasTold1795000005650 implements MigrationInterface {
  name = 'KeepWhatWasTold1795000005650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
