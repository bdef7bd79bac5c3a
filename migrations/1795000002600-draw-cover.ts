import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table cover_people (
  tool_id text not null constraint cover_people_tool references tools (id),
  person_id text not null constraint cover_people_person references persons (id),
  turn_days integer not null constraint cover_people_turn check (turn_days > 0),
  drawn_at timestamptz not null,
  until_at timestamptz not null,
  constraint cover_people_key primary key (tool_id, person_id),
  constraint cover_people_ends check (until_at > drawn_at)
);
create index cover_people_of_person on cover_people (person_id);
create index lease_batches_tool_until on lease_batches (tool_id, until);
`;

const DOWN = `
drop index lease_batches_tool_until;
drop table cover_people;
`;

export class DrawCover1795000002600 implements MigrationInterface {
  name = 'DrawCover1795000002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
