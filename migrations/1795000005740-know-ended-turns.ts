import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody was left out by lot, as long as anything measured then can still be sent: it is refused as what was measured during an objection is. */
const UP = `
create table cover_ended (
  tool_id text not null constraint cover_ended_tool references tools (id),
  person_id text not null constraint cover_ended_person references persons (id),
  from_at timestamptz not null,
  until_at timestamptz not null constraint cover_ended_order check (until_at >= from_at),
  constraint cover_ended_key primary key (tool_id, person_id, from_at)
);
create index cover_ended_of_person on cover_ended (person_id);
create index cover_ended_until on cover_ended (until_at);
`;

const DOWN = `
drop table cover_ended;
`;

export class KnowEndedTurns1795000005740 implements MigrationInterface {
  name = 'KnowEndedTurns1795000005740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
