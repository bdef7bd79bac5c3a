import type { MigrationInterface, QueryRunner } from 'typeorm';

const only = (outcomes: string): string => `
alter table objection_erasures drop constraint objection_erasures_outcome;
alter table objection_erasures add constraint objection_erasures_outcome check (outcome in (${outcomes}));
`;

/** An upheld objection erases nothing that its person asked to keep (GDPR 18(1)). */
export class LetAPersonKeep1795000005010 implements MigrationInterface {
  name = 'LetAPersonKeep1795000005010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(only(`'erased', 'nothing', 'held', 'asked'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(only(`'erased', 'nothing', 'held'`));
  }
}
