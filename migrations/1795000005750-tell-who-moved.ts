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

/**
 * Whoever has somebody below them, however far, may see the dashboards of that unit. Who that is of somebody who moves, leaves or gets another manager would take a
 * walk for each of the people of an import: `m:` says once that what is known of everybody's people is over.
 */
const UP = PERSON(`  perform pg_notify('decision_fact', 'm:');`);

const DOWN = PERSON(`  perform pg_notify('decision_fact', 'p:' || m.id) from unnest(array[old.manager_id, new.manager_id]) as m(id)
    where m.id is not null and old.manager_id is distinct from new.manager_id;`);

export class TellWhoMoved1795000005750 implements MigrationInterface {
  name = 'TellWhoMoved1795000005750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
