import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes count when the other side has confirmed them, whichever side wrote them. */
export class LetEitherSideKeepMinutes1795000001900 implements MigrationInterface {
  name = 'LetEitherSideKeepMinutes1795000001900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table meetings add column side text not null default 'council' constraint meetings_side check (side in ('council', 'employer'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table meetings drop column side`);
  }
}
