import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom the council names as the second person is proposed by one officer and confirmed by another. Who was named before that stays named, and is marked so. */
const UP = `
create table individual_second_confirmations (
  second_id text not null constraint individual_second_confirmations_key primary key
    constraint individual_second_confirmations_of references individual_seconds (id),
  by_person text, at timestamptz not null,
  named_before boolean not null default false,
  constraint individual_second_confirmations_by check ((by_person is null) = named_before)
);
insert into individual_second_confirmations (second_id, by_person, at, named_before) select id, null, named_at, true from individual_seconds;
create function another_confirms_the_second() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.named_before or exists (select 1 from individual_seconds s where s.id = new.second_id and s.named_by = new.by_person) then
    raise exception 'a second person is confirmed by another than who proposed them' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select 1 from individual_second_ends e where e.second_id = new.second_id) then
    raise exception 'a second person is not confirmed after the end' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger another_confirms before insert on individual_second_confirmations for each row execute function another_confirms_the_second();
alter table individual_second_confirmations enable always trigger another_confirms;
`;

const DOWN = `
drop table individual_second_confirmations;
drop function another_confirms_the_second();
`;

export class NameByTwo1795000005690 implements MigrationInterface {
  name = 'NameByTwo1795000005690';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query(`select append_only('individual_second_confirmations')`);
  }

  /** A proposal that nobody confirmed would count as named without this table: it ends. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into individual_second_ends (second_id, by_person, at) select s.id, s.named_by, now() from individual_seconds s
       where not exists (select 1 from individual_second_confirmations c where c.second_id = s.id)
         and not exists (select 1 from individual_second_ends e where e.second_id = s.id)`,
    );
    await runner.query(DOWN);
  }
}
