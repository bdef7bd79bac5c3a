import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was measured is kept line by line, and taken in once because its batch is (`measurement_batches_key`). A key of its own for each line guarded
 * against nothing else, and took a third of what taking it in cost.
 */
export class CountBatchesOnce1795000005600 implements MigrationInterface {
  name = 'CountBatchesOnce1795000005600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table measurements drop constraint measurements_key`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table measurements add constraint measurements_key primary key (batch_id, line, delete_on)`);
  }
}
