import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people work here, by the language they are told in: kept by the database itself, so that no verdict counts everyone. */
const UP = `
create table workforce (
  language text not null constraint workforce_key primary key,
  people integer not null
);
insert into workforce (language, people)
  select coalesce(other_language, language), count(*)::int from persons where left_at is null group by 1;

create function count_in_workforce(moves jsonb) returns void language sql set search_path = public, pg_temp as $$
  insert into workforce (language, people)
  select language, sum(people)::int from jsonb_to_recordset(moves) as m(language text, people int)
  group by language having sum(people) <> 0 order by language
  on conflict (language) do update set people = workforce.people + excluded.people
$$;
create function workforce_came() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform count_in_workforce(coalesce((select jsonb_agg(m) from (
    select coalesce(other_language, language) as language, count(*) as people from came where left_at is null group by 1) m), '[]'));
  return null;
end $$;
create function workforce_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform count_in_workforce(coalesce((select jsonb_agg(m) from (
    select coalesce(other_language, language) as language, count(*) as people from came where left_at is null group by 1
    union all select coalesce(other_language, language), -count(*) from went where left_at is null group by 1) m), '[]'));
  return null;
end $$;
create function workforce_went() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform count_in_workforce(coalesce((select jsonb_agg(m) from (
    select coalesce(other_language, language) as language, -count(*) as people from went where left_at is null group by 1) m), '[]'));
  return null;
end $$;
create trigger workforce_came after insert on persons referencing new table as came for each statement execute function workforce_came();
create trigger workforce_moved after update on persons referencing old table as went new table as came
  for each statement execute function workforce_moved();
create trigger workforce_went after delete on persons referencing old table as went for each statement execute function workforce_went();
revoke execute on function count_in_workforce(jsonb) from public;
revoke insert, update, delete on workforce from countersign_app;
create index persons_at_home on persons (unit_id) where works_at_home and erased_at is null;
`;

const DOWN = `
drop index persons_at_home;
drop trigger workforce_went on persons;
drop trigger workforce_moved on persons;
drop trigger workforce_came on persons;
drop function workforce_went;
drop function workforce_moved;
drop function workforce_came;
drop function count_in_workforce;
drop table workforce;
`;

export class CountTheWorkforce1795000000950 implements MigrationInterface {
  name = 'CountTheWorkforce1795000000950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
