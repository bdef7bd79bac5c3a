import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSON = (above: string): string => `
create or replace function say_decision_person() returns trigger language plpgsql as $$
begin
  perform pg_notify('decision_fact', 'p:' || new.id);
  perform pg_notify('decision_fact', 'a:' || b.agent_id) from agent_persons b where b.person_id = new.id;
${above}
  return null;
end $$;
`;

/** Whoever has somebody below them, however far, may see the dashboards of that unit: all of them are told when somebody moves, leaves or gets another manager. */
const UP = PERSON(`  perform pg_notify('decision_fact', 'p:' || m.id) from (
    with recursive above as (
      select m.id from unnest(array[old.manager_id, new.manager_id]) as m(id) where m.id is not null
      union select p.manager_id from above join persons p on p.id = above.id where p.manager_id is not null)
    select id from above) m;`);

const DOWN = PERSON(`  perform pg_notify('decision_fact', 'p:' || m.id) from unnest(array[old.manager_id, new.manager_id]) as m(id)
    where m.id is not null and old.manager_id is distinct from new.manager_id;`);

export class TellAllAbove1795000005750 implements MigrationInterface {
  name = 'TellAllAbove1795000005750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
