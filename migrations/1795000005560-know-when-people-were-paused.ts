import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody was paused, from and until: what was measured of them in that time is refused, also when it is sent afterwards. */
const UP = `
create view pause_times as
  select o.tool_id, o.person_id, o.lodged_at as from_at,
    (select min(a.at) from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')) as until_at
  from objections o where not o.converted
  union all
  select r.tool_id, r.person_id, r.lodged_at, least(r.withdrawn_at, r.lifted_at)
  from rights_requests r where r.kind = 'restriction' and r.tool_id is not null;
grant select on pause_times to countersign_app;
`;

const DOWN = `
drop view pause_times;
`;

export class KnowWhenPeopleWerePaused1795000005560 implements MigrationInterface {
  name = 'KnowWhenPeopleWerePaused1795000005560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
