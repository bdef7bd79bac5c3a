import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents that listen hear within seconds that their tool changed. Said when the transaction commits; it carries no more than the tool's id. */
const UP = `
create function say_agent_signal() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', new.tool_id);
  return null;
end $$;
create trigger generations_signal after insert or update on generations for each row execute function say_agent_signal();
`;

const DOWN = `
drop trigger generations_signal on generations;
drop function say_agent_signal();
`;

export class SignalAgents1795000003000 implements MigrationInterface {
  name = 'SignalAgents1795000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
