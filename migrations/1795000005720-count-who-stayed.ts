import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = (since: string): string => `
create or replace view people_in_scope as
  select vu.version_id, p.id as person_id, p.unit_id, p.starts_on, p.ends_on${since}
  from version_units vu join persons p on p.unit_id = vu.unit_id where p.erased_at is null
  union
  select vp.version_id, p.id, p.unit_id, p.starts_on, p.ends_on${since}
  from version_persons vp join persons p on p.id = vp.person_id where p.erased_at is null;
`;

/**
 * Since when somebody is in the unit, as far as we know: empty, from before anybody wrote it down. And how many people a unit had from the first day of a period
 * to its last: whoever came to it later, or only in the register, hides nobody in it. And the smallest group that held when a period closed: what was hidden
 * then beside what was seen stays hidden under a larger one.
 */
const UP = `
alter table persons add column unit_since date;
alter table closed_periods add column throughout integer constraint closed_periods_throughout check (throughout between 0 and people);
alter table closed_periods add column smallest integer constraint closed_periods_smallest check (smallest > 0);
${SCOPE(', p.unit_since')}`;

const DOWN = `
drop view people_in_scope;
${SCOPE('')}
alter table closed_periods drop column smallest;
alter table closed_periods drop column throughout;
alter table persons drop column unit_since;
`;

export class CountWhoStayed1795000005720 implements MigrationInterface {
  name = 'CountWhoStayed1795000005720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
