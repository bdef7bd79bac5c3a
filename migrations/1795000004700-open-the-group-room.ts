import type { MigrationInterface, QueryRunner } from 'typeorm';

const bodies = (names: string, unless = ''): string =>
  ['room_notes', 'guest_links']
    .map(
      (table) => `alter table ${table} drop constraint ${table}_body;
        alter table ${table} add constraint ${table}_body check (body in (${names})) ${unless};`,
    )
    .join('');

/** The council of several enterprises has a room and guests of its own. */
export class OpenTheGroupRoom1795000004700 implements MigrationInterface {
  name = 'OpenTheGroupRoom1795000004700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(bodies(`'or', 'pvt', 'group'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(bodies(`'or', 'pvt'`, 'not valid'));
  }
}
