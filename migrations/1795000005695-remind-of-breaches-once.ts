import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the officers were reminded of the end of the 72 hours. Until now nobody wrote that down: what is open is reminded of once more. */
const UP = `
alter table breaches add column reminded_at timestamptz;
`;

const DOWN = `
alter table breaches drop column reminded_at;
`;

export class RemindOfBreachesOnce1795000005695 implements MigrationInterface {
  name = 'RemindOfBreachesOnce1795000005695';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
