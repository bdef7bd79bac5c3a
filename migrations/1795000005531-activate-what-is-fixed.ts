import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is switched on is fixed: its material facts move no more. */
const UP = `
create function activation_needs_fixed_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from tool_versions v where v.id = new.version_id and v.fixed_at is not null and v.registered_at is not null) then
    raise exception 'the version is not fixed' using errcode = 'check_violation', constraint = 'activations_version_fixed';
  end if;
  return new;
end $$;
create constraint trigger activations_version_fixed after insert on activations deferrable initially deferred
  for each row execute function activation_needs_fixed_version();
`;

const DOWN = `
drop trigger activations_version_fixed on activations;
drop function activation_needs_fixed_version;
`;

export class ActivateWhatIsFixed1795000005531 implements MigrationInterface {
  name = 'ActivateWhatIsFixed1795000005531';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
