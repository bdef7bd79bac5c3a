import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every later table builds on. The application's role may read and write rows in the tables of later migrations, and change no table.
 * `select append_only('<table>')` takes back update, delete and truncate on one table, from the application and from whoever types the SQL.
 */
export class LayFoundation1763750000000 implements MigrationInterface {
  readonly name = 'LayFoundation1763750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema public to countersign_app;
      revoke create on schema public from public, countersign_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to countersign_app;
      alter default privileges in schema public grant usage, select on sequences to countersign_app;
      revoke all on schema_migrations from countersign_app;
      grant select on schema_migrations to countersign_app;

      create function forbid_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'rows of % are only ever added', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;

      create function append_only(target regclass) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        execute format('revoke update, delete, truncate on %s from countersign_app', target);
        execute format('create trigger forbid_change before update or delete on %s for each row execute function forbid_change()', target);
        execute format('create trigger forbid_truncate before truncate on %s for each statement execute function forbid_change()', target);
        execute format('alter table %s enable always trigger forbid_change', target);
        execute format('alter table %s enable always trigger forbid_truncate', target);
      end $$;
      revoke execute on function append_only(regclass) from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function append_only(regclass);
      drop function forbid_change();
      alter default privileges in schema public revoke usage, select on sequences from countersign_app;
      alter default privileges in schema public revoke select, insert, update, delete on tables from countersign_app;
    `);
  }
}
