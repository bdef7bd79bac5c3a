import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agent that asks for a lease looks up whose device it is on: by an index, however many people work here. */
export class FindDevices1795000004110 implements MigrationInterface {
  name = 'FindDevices1795000004110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index persons_device on persons (lower(device)) where device is not null`);
    await runner.query(`create index incidents_agent_kind on incidents (agent_id, kind) where agent_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index incidents_agent_kind`);
    await runner.query(`drop index persons_device`);
  }
}
