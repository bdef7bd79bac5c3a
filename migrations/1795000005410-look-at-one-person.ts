import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looking at one person: asked by one, opened by another whom the council named, for hours, logged, and told to the person afterwards. */
const UP = `
create table individual_seconds (
  id text not null constraint individual_seconds_key primary key,
  named_person text not null,
  named_by text not null, named_at timestamptz not null
);
create table individual_second_ends (
  second_id text not null constraint individual_second_ends_key primary key constraint individual_second_ends_of references individual_seconds (id),
  by_person text not null, at timestamptz not null
);
create table individual_views (
  id text not null constraint individual_views_key primary key,
  tool_id text not null constraint individual_views_tool references tools (id),
  version_id text not null constraint individual_views_version references tool_versions (id),
  activation_id text not null constraint individual_views_activation references activations (id),
  person_id text not null constraint individual_views_person references persons (id),
  purpose text not null,
  grounds text not null constraint individual_views_grounds check (grounds in ('security', 'single_investigation')),
  hours integer not null constraint individual_views_hours check (hours > 0),
  reason text not null,
  asked_by text not null, asked_at timestamptz not null,
  reference text not null,
  constraint individual_views_another check (asked_by <> person_id)
);
create index individual_views_of_person on individual_views (person_id, tool_id);
create index individual_views_asked on individual_views (asked_at desc);
create table individual_view_acts (
  view_id text not null constraint individual_view_acts_view references individual_views (id),
  kind text not null constraint individual_view_acts_kind check (kind in ('opened', 'refused', 'ended', 'told')),
  text text not null,
  by_person text, by_role text not null,
  at timestamptz not null,
  constraint individual_view_acts_key primary key (view_id, kind)
);
create table individual_looks (
  look_id text not null constraint individual_looks_key primary key constraint individual_looks_look references dashboard_views (id),
  view_id text not null constraint individual_looks_view references individual_views (id)
);
create index individual_looks_of_view on individual_looks (view_id);
create function another_opens_the_view() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.kind = 'opened' and exists (select 1 from individual_views v where v.id = new.view_id and new.by_person in (v.asked_by, v.person_id)) then
    raise exception 'a view of one person is opened by another than who asked' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger another_opens before insert on individual_view_acts for each row execute function another_opens_the_view();
alter table individual_view_acts enable always trigger another_opens;
create view individual_view_courses as
  select v.*, opened.at as opened_at, opened.by_person as opened_by, refused.at as refused_at, ended.at as ended_at, told.at as told_at, told.text as told_text,
    (select min(s.at) from (
       select x.at from suspensions x where x.tool_id = v.tool_id and x.at >= v.asked_at
       union all select e.at from activation_ends e where e.activation_id = v.activation_id) s) as stopped_at
  from individual_views v
  left join individual_view_acts opened on opened.view_id = v.id and opened.kind = 'opened'
  left join individual_view_acts refused on refused.view_id = v.id and refused.kind = 'refused'
  left join individual_view_acts ended on ended.view_id = v.id and ended.kind = 'ended'
  left join individual_view_acts told on told.view_id = v.id and told.kind = 'told';
create view individual_views_told as
  select c.id, c.person_id, c.tool_id, t.name as tool_name, c.purpose, c.grounds, c.reason, c.told_text, c.reference, c.asked_by, c.opened_by, c.opened_at,
    least(c.opened_at + make_interval(hours => c.hours), c.ended_at, c.stopped_at) as closed_at, c.told_at,
    array(select d.started_at from individual_looks l join dashboard_views d on d.id = l.look_id where l.view_id = c.id order by d.started_at) as looked_at
  from individual_view_courses c join tools t on t.id = c.tool_id where c.told_at is not null;
grant select on individual_view_courses, individual_views_told to countersign_app;
`;

const DOWN = `
drop view individual_views_told;
drop view individual_view_courses;
drop table individual_looks;
drop table individual_view_acts;
drop function another_opens_the_view();
drop table individual_views;
drop table individual_second_ends;
drop table individual_seconds;
`;

const APPEND_ONLY: readonly string[] = [
  'individual_seconds',
  'individual_second_ends',
  'individual_views',
  'individual_view_acts',
  'individual_looks',
];

export class LookAtOnePerson1795000005410 implements MigrationInterface {
  name = 'LookAtOnePerson1795000005410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
    await runner.query(`select let_words_go('individual_views', 'individual_views', 'id', 'reason')`);
    await runner.query(`select let_words_go('individual_view_acts', 'individual_views', 'view_id', 'text')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
