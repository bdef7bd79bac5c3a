import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create view tools_stopped as
  select s.tool_id, min(s.at) as since from suspensions s
  where s.cause in ('stopped', 'nullity') and not exists (select 1 from suspension_ends x where x.suspension_id = s.id)
  group by s.tool_id;
`;

const DOWN = `
drop view tools_stopped;
`;

export class DeepenCase1795000001400 implements MigrationInterface {
  name = 'DeepenCase1795000001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
