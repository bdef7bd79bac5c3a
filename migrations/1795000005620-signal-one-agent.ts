import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What ends one agent's lease is said to that agent alone, as `tool agent`: an objection or a request of its person, a block, the end of a binding. Other
 * agents of the tool hear nothing of it.
 */
const UP = `
create function say_agent_itself() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', new.tool_id || ' ' || new.id);
  return null;
end $$;

create function say_agent_unbound() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', a.tool_id || ' ' || a.id) from agents a where a.id = new.agent_id;
  return null;
end $$;

create function say_agents_of_person() returns trigger language plpgsql as $$
begin
  perform pg_notify('agent_signal', a.tool_id || ' ' || a.id) from agent_persons b join agents a on a.id = b.agent_id
    where b.person_id = new.person_id and b.ended_at is null and a.retired_at is null and (new.tool_id is null or a.tool_id = new.tool_id);
  return null;
end $$;

create trigger agents_itself after update of blocked_at, retired_at on agents for each row execute function say_agent_itself();
create trigger agent_persons_unbound after update of ended_at on agent_persons for each row execute function say_agent_unbound();
create trigger objections_agents after insert on objections for each row execute function say_agents_of_person();
create trigger rights_requests_agents after insert on rights_requests for each row execute function say_agents_of_person();
`;

const DOWN = `
drop trigger rights_requests_agents on rights_requests;
drop trigger objections_agents on objections;
drop trigger agent_persons_unbound on agent_persons;
drop trigger agents_itself on agents;
drop function say_agents_of_person();
drop function say_agent_unbound();
drop function say_agent_itself();
`;

export class SignalOneAgent1795000005620 implements MigrationInterface {
  name = 'SignalOneAgent1795000005620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
