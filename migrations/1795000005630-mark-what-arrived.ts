import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filled intervals are marks under a key outside the database, without the agent and by the hour. What was marked without a key goes. */
const UP = `
drop table measured_slots;
create table measured_slots (
  mark text not null constraint measured_slots_key primary key,
  filled_in timestamptz not null
);
create index measured_slots_filled on measured_slots (filled_in);
`;

const DOWN = `
drop table measured_slots;
create table measured_slots (
  agent_id text not null constraint measured_slots_agent references agents (id),
  mark text not null,
  filled_at timestamptz not null,
  constraint measured_slots_key primary key (agent_id, mark)
);
create index measured_slots_filled on measured_slots (filled_at);
`;

export class MarkWhatArrived1795000005630 implements MigrationInterface {
  name = 'MarkWhatArrived1795000005630';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
