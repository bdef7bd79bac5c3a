import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weeks and months in which the criterion of a metric happened: nothing is added to them any more, so that nobody can tell from their deletion when anything came in. */
const UP = `
create table ended_periods (
  version_id text not null constraint ended_periods_version references tool_versions (id),
  metric text not null,
  period text not null constraint ended_periods_period check (period in ('week', 'month')),
  period_start date not null,
  constraint ended_periods_key primary key (version_id, metric, period, period_start)
);
`;

export class EndPeriodsOnce1795000005698 implements MigrationInterface {
  name = 'EndPeriodsOnce1795000005698';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ended_periods');
  }
}
