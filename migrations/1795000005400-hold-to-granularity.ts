import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which intervals an agent filled with a value, as hashes and for two days: a version may allow one value in so many seconds. */
const UP = `
create table measured_slots (
  agent_id text not null constraint measured_slots_agent references agents (id),
  mark text not null,
  filled_at timestamptz not null,
  constraint measured_slots_key primary key (agent_id, mark)
);
create index measured_slots_filled on measured_slots (filled_at);
`;

export class HoldToGranularity1795000005400 implements MigrationInterface {
  name = 'HoldToGranularity1795000005400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table measured_slots`);
  }
}
