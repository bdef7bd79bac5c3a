import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `people_in_scope`, without looking for doubles: a question whether there are so many can stop at so many. */
const UP = `
create view scope_entries as
  select vu.version_id, p.id as person_id, p.starts_on, p.ends_on
  from version_units vu join persons p on p.unit_id = vu.unit_id where p.erased_at is null
  union all
  select vp.version_id, p.id, p.starts_on, p.ends_on
  from version_persons vp join persons p on p.id = vp.person_id where p.erased_at is null;
`;

const DOWN = `drop view scope_entries;`;

export class ListScope1795000002650 implements MigrationInterface {
  name = 'ListScope1795000002650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
