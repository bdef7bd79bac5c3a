import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is switched on is fixed: its material facts move no more. */
const FIXED = `if not exists (select 1 from tool_versions v where v.id = new.version_id and v.fixed_at is not null) then
    raise exception 'the version is not fixed' using errcode = 'check_violation', constraint = 'activations_version_fixed';
  end if;
  `;
const provesItsGate = (extra: string): string => `
create or replace function activation_proves_its_gate() returns trigger language plpgsql as $$
declare
  e evaluations%rowtype;
begin
  select * into e from evaluations where id = new.evaluation_id;
  if e.transaction_id is distinct from pg_current_xact_id()::text::bigint or e.tool_id <> new.tool_id or e.version_id <> new.version_id or e.fingerprint <> new.fingerprint then
    raise exception 'the evaluation is of another version, fingerprint or transaction' using errcode = 'check_violation', constraint = 'activations_own_evaluation';
  end if;
  if not exists (select 1 from tool_versions v where v.id = new.version_id and v.fingerprint = new.fingerprint) then
    raise exception 'the version has another fingerprint' using errcode = 'check_violation', constraint = 'activations_fingerprint';
  end if;
  ${extra}if e.verdict not in ('OPEN', 'OPEN_WITH_WARNINGS') then
    raise exception 'the verdict is closed' using errcode = 'check_violation', constraint = 'activations_open';
  end if;
  if (select count(*) from evaluation_requirements r where r.evaluation_id = e.id and requirement_is_proven(r, new.tool_id, new.fingerprint)) <> 16 then
    raise exception 'a requirement lacks its proof' using errcode = 'check_violation', constraint = 'activations_requirements';
  end if;
  if exists (select 1 from suspensions s where s.tool_id = new.tool_id and not exists (select 1 from suspension_ends x where x.suspension_id = s.id)) then
    raise exception 'the tool is suspended' using errcode = 'check_violation', constraint = 'activations_not_suspended';
  end if;
  return new;
end $$;
`;
const UP = provesItsGate(FIXED);
const DOWN = provesItsGate('');

export class ActivateWhatIsFixed1795000005531 implements MigrationInterface {
  name = 'ActivateWhatIsFixed1795000005531';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
