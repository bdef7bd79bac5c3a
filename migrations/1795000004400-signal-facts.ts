import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Transactions that change what a decision rests on say so when they commit: `t:` a tool, `a:` an agent, `p:` a person, `o:` the organisation, each with
 * no more than the id. Who keeps such facts in memory reads them again before answering.
 */
const UP = `
create function say_decision_fact() returns trigger language plpgsql as $$
declare
  fact jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  for at in 0 .. tg_nargs - 2 by 2 loop
    if fact ->> tg_argv[at + 1] is not null then
      perform pg_notify('decision_fact', tg_argv[at] || ':' || (fact ->> tg_argv[at + 1]));
    end if;
  end loop;
  return null;
end $$;

create function say_decision_act() returns trigger language plpgsql as $$
begin
  perform pg_notify('decision_fact', case when new.tool_id is null then 'o:' else 't:' || new.tool_id end);
  return null;
end $$;

create function say_decision_person() returns trigger language plpgsql as $$
begin
  perform pg_notify('decision_fact', 'p:' || new.id);
  perform pg_notify('decision_fact', 'a:' || b.agent_id) from agent_persons b where b.person_id = new.id;
  perform pg_notify('decision_fact', 'p:' || m.id) from unnest(array[old.manager_id, new.manager_id]) as m(id)
    where m.id is not null and old.manager_id is distinct from new.manager_id;
  return null;
end $$;

create function say_decision_objection() returns trigger language plpgsql as $$
begin
  perform pg_notify('decision_fact', 'p:' || o.person_id) from objections o where o.id = new.objection_id;
  return null;
end $$;

create function say_decision_incident_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('decision_fact', 'a:' || i.agent_id) from incidents i where i.id = new.incident_id and i.agent_id is not null;
  return null;
end $$;

create trigger evidence_entries_decisions after insert on evidence_entries for each row execute function say_decision_act();
create trigger generations_decisions after insert or update on generations for each row execute function say_decision_fact('t', 'tool_id');
create trigger settings_reports_decisions after insert or update on settings_reports for each row
  execute function say_decision_fact('t', 'tool_id', 'a', 'source_id');
create trigger agents_decisions after insert or update of blocked_at, retired_at on agents for each row execute function say_decision_fact('a', 'id');
create trigger incidents_decisions after insert on incidents for each row execute function say_decision_fact('a', 'agent_id');
create trigger incident_ends_decisions after insert on incident_ends for each row execute function say_decision_incident_end();
create trigger agent_persons_decisions after insert or update on agent_persons for each row execute function say_decision_fact('a', 'agent_id');
create trigger role_grants_decisions after insert or update on role_grants for each row execute function say_decision_fact('p', 'person_id');
create trigger persons_decisions after update on persons for each row when (
    (old.unit_id, old.manager_id, old.starts_on, old.ends_on, old.left_at, old.erased_at, old.device)
    is distinct from (new.unit_id, new.manager_id, new.starts_on, new.ends_on, new.left_at, new.erased_at, new.device))
  execute function say_decision_person();
create trigger notice_deliveries_decisions after update of opened_at on notice_deliveries for each row
  when (old.opened_at is distinct from new.opened_at) execute function say_decision_fact('p', 'person_id');
create trigger hand_overs_decisions after insert or update on hand_overs for each row execute function say_decision_fact('p', 'person_id');
create trigger objections_decisions after insert or update on objections for each row execute function say_decision_fact('p', 'person_id');
create trigger objection_acts_decisions after insert on objection_acts for each row execute function say_decision_objection();
create trigger rights_requests_decisions after insert or update on rights_requests for each row execute function say_decision_fact('p', 'person_id');
create trigger cover_people_decisions after insert or update or delete on cover_people for each row execute function say_decision_fact('p', 'person_id');
create trigger always_off_people_decisions after insert or delete on always_off_people for each row execute function say_decision_fact('p', 'person_id');
`;

const SPEAKERS = [
  'evidence_entries',
  'generations',
  'settings_reports',
  'agents',
  'incidents',
  'incident_ends',
  'agent_persons',
  'role_grants',
  'persons',
  'notice_deliveries',
  'hand_overs',
  'objections',
  'objection_acts',
  'rights_requests',
  'cover_people',
  'always_off_people',
];

const DOWN = `
${SPEAKERS.map((table) => `drop trigger ${table}_decisions on ${table};`).join('\n')}
drop function say_decision_incident_end();
drop function say_decision_objection();
drop function say_decision_person();
drop function say_decision_act();
drop function say_decision_fact();
`;

export class SignalFacts1795000004400 implements MigrationInterface {
  name = 'SignalFacts1795000004400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
