import type { MigrationInterface, QueryRunner } from 'typeorm';

/** HR's list ends leases, too: a device that is somebody else's now, somebody who left, or who moved to another unit. It is said to the agents of that person alone. */
const UP = `
create function say_agents_of_moved() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', a.tool_id || ' ' || a.id) from agent_persons b join agents a on a.id = b.agent_id
    where b.person_id = new.id and b.ended_at is null and a.retired_at is null;
  return null;
end $$;
create trigger persons_agents after update of device, unit_id, ends_on, left_at, erased_at on persons for each row
  when (old.device is distinct from new.device or old.unit_id is distinct from new.unit_id or old.ends_on is distinct from new.ends_on
    or old.left_at is distinct from new.left_at or old.erased_at is distinct from new.erased_at)
  execute function say_agents_of_moved();
`;

const DOWN = `
drop trigger persons_agents on persons;
drop function say_agents_of_moved();
`;

export class SignalWhoMoved1795000005670 implements MigrationInterface {
  name = 'SignalWhoMoved1795000005670';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
