import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are only ever added keep their place when a person is erased; the words in them that are about that person can be emptied, and only then. */
const UP = `
create table erasures (
  id text not null constraint erasures_key primary key,
  person_id text not null constraint erasures_once unique constraint erasures_person references persons (id),
  reason text not null constraint erasures_reason check (reason in ('left', 'asked')),
  by_person text not null, at timestamptz not null,
  constraint erasures_another check (by_person <> person_id)
);
create function words_go_with_the_person() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  words text[] := tg_argv[2:];
  word text;
  erased boolean;
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - words) is distinct from (to_jsonb(old) - words) then
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  foreach word in array words loop
    if coalesce(to_jsonb(new)->>word, '') <> '' then
      raise exception 'words in % are only ever emptied', tg_table_name using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  execute format('select exists (select 1 from %I c join erasures e on e.person_id = c.person_id where c.id = $1)', tg_argv[0])
    into erased using to_jsonb(old)->>tg_argv[1];
  if not erased then
    raise exception 'words in % are emptied only when their person is erased', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create function let_words_go(target regclass, parent text, key text, variadic words text[]) returns void language plpgsql
  set search_path = public, pg_temp as $$
begin
  execute format('drop trigger forbid_change on %s', target);
  execute format('create trigger forbid_change before update or delete on %s for each row execute function words_go_with_the_person(%L, %L, %s)',
    target, parent, key, (select string_agg(quote_literal(w), ', ') from unnest(words) w));
  execute format('alter table %s enable always trigger forbid_change', target);
  execute format('grant update (%s) on %s to countersign_app', (select string_agg(quote_ident(w), ', ') from unnest(words) w), target);
end $$;
revoke execute on function let_words_go(regclass, text, text, text[]) from public;
select let_words_go('objection_acts', 'objections', 'objection_id', 'text');
select let_words_go('objection_decisions', 'objections', 'objection_id', 'demonstration', 'deviation', 'alternative');
select let_words_go('objection_duties', 'objections', 'objection_id', 'note');
select let_words_go('detriment_acts', 'detriment_reports', 'report_id', 'text');
`;

const KEEP = (table: string, words: string): string => `
drop trigger forbid_change on ${table};
create trigger forbid_change before update or delete on ${table} for each row execute function forbid_change();
alter table ${table} enable always trigger forbid_change;
revoke update (${words}) on ${table} from countersign_app;
`;

const DOWN = `
${KEEP('detriment_acts', 'text')}
${KEEP('objection_duties', 'note')}
${KEEP('objection_decisions', 'demonstration, deviation, alternative')}
${KEEP('objection_acts', 'text')}
drop function let_words_go(regclass, text, text, text[]);
drop function words_go_with_the_person();
drop table erasures;
`;

export class EraseAPerson1795000003100 implements MigrationInterface {
  name = 'EraseAPerson1795000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query('select append_only($1)', ['erasures']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
