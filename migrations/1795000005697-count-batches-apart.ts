import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a proof came with measurements: they have a budget of their own, so that whoever sends much still hears that it must stop. */
export class CountBatchesApart1795000005697 implements MigrationInterface {
  name = 'CountBatchesApart1795000005697';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table used_proofs add column for_measurements boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table used_proofs drop column for_measurements');
  }
}
