import pg from 'pg';
import type { TestDatabase } from './database.js';

/** Rows that come and go without anybody's act: sessions, throttles, keys against doing twice; and the log's index, given a moment after the act. */
const PASSING = [
  'sessions',
  'sign_in_attempts',
  'sign_in_steps',
  'idempotency_keys',
  'schema_migrations',
  'evidence_sequence',
  'evidence_pending',
];

/** For each table how often a row of it was written since the watch began: two marks are equal when nothing was written between them. */
export type RowMarks = Readonly<Record<string, number>>;

const NOTE = `create schema watch;
  create table watch.written (name text not null);
  create function watch.note() returns trigger language plpgsql security definer as
    $$ begin insert into watch.written values (tg_table_schema || '.' || tg_table_name); return null; end $$`;

/** Notes each row that is written, in the transaction that writes it. */
export class RowWatch {
  private constructor(
    private readonly client: pg.Client,
    readonly tables: readonly string[],
  ) {}

  static async over(database: TestDatabase): Promise<RowWatch> {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and (n.nspname = 'public' or c.relname = '_private_jobs') and not c.relname = any ($1) order by 1`,
      [PASSING],
    );
    const tables = rows.map(({ name }) => name);
    await client.query(NOTE);
    for (const table of tables)
      await client.query(`create trigger watched after insert or update or delete on ${table} for each row execute function watch.note()`);
    return new RowWatch(client, tables);
  }

  async marks(): Promise<RowMarks> {
    const { rows } = await this.client.query<{ name: string; written: number }>(
      'select name, count(*)::int as written from watch.written group by name',
    );
    return Object.fromEntries(rows.map(({ name, written }) => [name, written]));
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** The tables that were written. */
export const writtenBetween = (before: RowMarks, after: RowMarks): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
