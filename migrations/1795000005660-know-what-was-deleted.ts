import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which weeks and months figures were deleted or taken away: what was counted and is gone is not the same as nothing measured. */
const UP = `
create table emptied_periods (
  version_id text not null constraint emptied_periods_version references tool_versions (id),
  metric text not null,
  period text not null constraint emptied_periods_period check (period in ('week', 'month')),
  period_start date not null,
  constraint emptied_periods_key primary key (version_id, metric, period, period_start)
);
create or replace function forget_what_was_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from told_figures f using (select distinct version_id, metric, period, period_start from gone) g
    where f.version_id = g.version_id and f.metric = g.metric and f.period = g.period and f.period_start = g.period_start;
  insert into emptied_periods (version_id, metric, period, period_start) select distinct version_id, metric, period, period_start from gone
    order by 1, 2, 3, 4 on conflict on constraint emptied_periods_key do nothing;
  return null;
end $$;
`;

const DOWN = `
create or replace function forget_what_was_told() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from told_figures f using (select distinct version_id, metric, period, period_start from gone) g
    where f.version_id = g.version_id and f.metric = g.metric and f.period = g.period and f.period_start = g.period_start;
  return null;
end $$;
drop table emptied_periods;
`;

export class KnowWhatWasDeleted1795000005660 implements MigrationInterface {
  name = 'KnowWhatWasDeleted1795000005660';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
