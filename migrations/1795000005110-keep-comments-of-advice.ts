import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table advice_comments (
  id text not null constraint advice_comments_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint advice_comments_request references advice_requests (id),
  attribute text not null, item text not null,
  verdict text not null constraint advice_comments_verdict check (verdict in ('agreed', 'add', 'none')),
  text text not null constraint advice_comments_text check (length(text) <= 2000),
  by_person text not null, at timestamptz not null,
  constraint advice_comments_said check (verdict <> 'add' or text <> '')
);
create index advice_comments_request on advice_comments (request_id, written_as);
create function advice_comment_before_advice() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from advices a where a.request_id = new.request_id) then
    raise exception 'comments stand with the advice that was given' using errcode = 'check_violation', constraint = 'advice_comments_open';
  end if;
  return new;
end $$;
create trigger advice_comments_open before insert on advice_comments for each row execute function advice_comment_before_advice();
`;

const DOWN = `
drop table advice_comments;
drop function advice_comment_before_advice();
`;

/** What the DPO says of single answers while advising. They stand as they are from the advice on. */
export class KeepCommentsOfAdvice1795000005110 implements MigrationInterface {
  name = 'KeepCommentsOfAdvice1795000005110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query('select append_only($1)', ['advice_comments']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
