import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A zero wherever nothing was counted in a period that is closed, as periods that close from now on get it: what came in cannot be told from what did not. */
const UP = `
insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)
  select distinct v.tool_id, c.version_id, d.metric, c.unit_id, c.period, c.period_start, 0, 0, 0
  from closed_periods c join tool_versions v on v.id = c.version_id join version_dashboards d on d.version_id = c.version_id and d.period = c.period
  where not exists (select 1 from emptied_periods e where (e.version_id, e.metric, e.period, e.period_start) = (c.version_id, d.metric, c.period, c.period_start))
  on conflict on constraint metric_rollups_key do nothing;
`;

export class CountNothing1795000005680 implements MigrationInterface {
  name = 'CountNothing1795000005680';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(): Promise<void> {
    // A zero that stays is no other figure than none.
  }
}
