import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table staff_rules (
  id text not null constraint staff_rules_key primary key,
  written_as bigint generated always as identity,
  quorum_kind text not null constraint staff_rules_quorum check (quorum_kind in ('more_than_half', 'two_thirds', 'seats')),
  quorum_seats integer constraint staff_rules_quorum_seats check (quorum_seats between 1 and 25),
  majority text not null constraint staff_rules_majority check (majority in ('simple', 'absolute', 'two_thirds')),
  ballot text not null constraint staff_rules_ballot check (ballot in ('open', 'secret')),
  proposed_by text not null, proposed_at timestamptz not null,
  constraint staff_rules_seats_said check ((quorum_kind = 'seats') = (quorum_seats is not null))
);
create table staff_rule_ends (
  rules_id text not null constraint staff_rule_ends_key primary key constraint staff_rule_ends_rules references staff_rules (id),
  outcome text not null constraint staff_rule_ends_outcome check (outcome in ('applied', 'withdrawn')),
  by_person text not null, at timestamptz not null
);
create function staff_rules_take_two() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.outcome = 'applied' and exists (select 1 from staff_rules r where r.id = new.rules_id and r.proposed_by = new.by_person) then
    raise exception 'another member confirms' using errcode = 'check_violation', constraint = 'staff_rules_two_persons';
  end if;
  return new;
end $$;
create trigger staff_rules_take_two before insert on staff_rule_ends for each row execute function staff_rules_take_two();
alter table ballots add column body text not null default 'or' constraint ballots_body check (body in ('or', 'pvt'));
`;

const DOWN = `
alter table ballots drop column body;
drop table staff_rule_ends;
drop table staff_rules;
drop function staff_rules_take_two();
`;

/** A staff representation with extra powers votes here, by rules that two of its members agree on. */
export class LetStaffRepresentationVote1795000004710 implements MigrationInterface {
  name = 'LetStaffRepresentationVote1795000004710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of ['staff_rules', 'staff_rule_ends']) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
