import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's lines are asked for all at once: to be shown, copied, set aside or erased. To keep them sorted by tool and time, too, cost as much as all the
 * rest of writing them.
 */
export class FindLinesByPerson1795000005610 implements MigrationInterface {
  name = 'FindLinesByPerson1795000005610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index measurements_person`);
    await runner.query(`create index measurements_person on measurements (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index measurements_person`);
    await runner.query(`create index measurements_person on measurements (person_id, tool_id, at)`);
  }
}
