import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How and when somebody was told whom no page of ours reaches: by a letter, or in person. */
const UP = `
alter table individual_view_acts
  add column how text constraint individual_view_acts_how check (how in ('letter', 'in_person')),
  add column done_on date,
  add constraint individual_view_acts_done check ((how is null) = (done_on is null) and (how is null or kind = 'told'));
`;

const DOWN = `
alter table individual_view_acts drop column how, drop column done_on;
`;

export class TellWhoLeft1795000005640 implements MigrationInterface {
  name = 'TellWhoLeft1795000005640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
