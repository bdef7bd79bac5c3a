import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request about data gets an outcome, one extension and a way back; a request for restriction keeps its person out of the tool at once. */
const RIGHTS = `
alter table rights_requests
  add wanted text not null default '',
  add extended_at timestamptz,
  add extension_reason text,
  add outcome text constraint rights_requests_outcome check (outcome in ('granted', 'partly', 'refused')),
  add recipients text constraint rights_requests_recipients check (recipients in ('told', 'none', 'impossible')),
  add withdrawn_at timestamptz,
  add lift_told_at timestamptz,
  add lift_reason text,
  add lifts_on date,
  add lifted_at timestamptz,
  add constraint rights_requests_outcome_answered check (outcome is null or answer is not null),
  add constraint rights_requests_extension_whole check ((extended_at is null) = (extension_reason is null)),
  add constraint rights_requests_lift_whole check ((lift_told_at is null) = (lifts_on is null)),
  add constraint rights_requests_told_first check (lifted_at is null or lift_told_at is not null),
  add constraint rights_requests_restriction_of_tool check (kind <> 'restriction' or tool_id is not null) not valid;
create index rights_requests_open on rights_requests (due_on) where answered_at is null and withdrawn_at is null;
create index rights_requests_restricted on rights_requests (tool_id, person_id) where kind = 'restriction' and withdrawn_at is null and lifted_at is null;
create or replace view people_paused as
  select o.tool_id, o.person_id from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')
  )
  union
  select r.tool_id, r.person_id from rights_requests r
  where r.kind = 'restriction' and r.tool_id is not null and r.withdrawn_at is null and r.lifted_at is null;
`;

const DOWN = `
create or replace view people_paused as
  select o.tool_id, o.person_id from objections o
  where not o.converted and not exists (
    select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted')
  );
drop index rights_requests_restricted;
drop index rights_requests_open;
alter table rights_requests
  drop constraint rights_requests_restriction_of_tool, drop constraint rights_requests_told_first, drop constraint rights_requests_lift_whole,
  drop constraint rights_requests_extension_whole, drop constraint rights_requests_outcome_answered,
  drop lifted_at, drop lifts_on, drop lift_reason, drop lift_told_at, drop withdrawn_at, drop recipients, drop outcome,
  drop extension_reason, drop extended_at, drop wanted;
`;

export class DeepenRights1795000002200 implements MigrationInterface {
  name = 'DeepenRights1795000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
