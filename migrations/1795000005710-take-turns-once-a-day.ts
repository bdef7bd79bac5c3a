import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which day the criteria of a tool were carried out last, whether or not anything went: a proof of deletion does not tell at what hour something came in. */
const UP = `
create table criterion_turns (
  tool_id text not null constraint criterion_turns_key primary key constraint criterion_turns_tool references tools (id),
  on_day date not null
);
`;

export class TakeTurnsOnceADay1795000005710 implements MigrationInterface {
  name = 'TakeTurnsOnceADay1795000005710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table criterion_turns');
  }
}
