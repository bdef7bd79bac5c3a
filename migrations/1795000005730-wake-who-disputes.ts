import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever says that a notice never reached them was not told: the agents of that tool that measure them ask again at once. */
const UP = `
create function say_agents_of_disputer() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', a.tool_id || ' ' || a.id) from notices n join agents a on a.tool_id = n.tool_id join agent_persons b on b.agent_id = a.id
    where n.id = new.notice_id and b.person_id = new.person_id and b.ended_at is null and a.retired_at is null;
  return null;
end $$;
create trigger hand_overs_agents after update of disputed_at, settled_as on hand_overs for each row execute function say_agents_of_disputer();
`;

const DOWN = `
drop trigger hand_overs_agents on hand_overs;
drop function say_agents_of_disputer();
`;

export class WakeWhoDisputes1795000005730 implements MigrationInterface {
  name = 'WakeWhoDisputes1795000005730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
