import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts for a person may also report that this person suffers detriment. */
const UP = `
alter table mandate_cases drop constraint mandate_cases_kind,
  add constraint mandate_cases_kind check (kind in ('objection', 'right', 'detriment'));
`;

const DOWN = `
delete from mandate_cases where kind = 'detriment';
alter table mandate_cases drop constraint mandate_cases_kind, add constraint mandate_cases_kind check (kind in ('objection', 'right'));
`;

export class ActAgainstDetriment1795000004610 implements MigrationInterface {
  name = 'ActAgainstDetriment1795000004610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
