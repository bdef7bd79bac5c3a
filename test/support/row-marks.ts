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

/** For each table how many rows it has and the newest transaction that wrote one: two marks are equal when nothing was written between them. */
export type RowMarks = Readonly<Record<string, string>>;

export class RowWatch {
  private constructor(
    private readonly client: pg.Client,
    private readonly sql: string,
  ) {}

  static async over(database: TestDatabase): Promise<RowWatch> {
    const tables = await database.asOwner(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and (n.nspname = 'public' or c.relname = '_private_jobs') and not c.relname = any ($1) order by 1`,
      [PASSING],
    );
    const parts = tables.map(
      ({ name }) =>
        `select '${String(name)}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as mark from ${String(name)}`,
    );
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    return new RowWatch(client, parts.join(' union all '));
  }

  async marks(): Promise<RowMarks> {
    const { rows } = await this.client.query<{ name: string; mark: string }>(this.sql);
    return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** The tables that were written. */
export const writtenBetween = (before: RowMarks, after: RowMarks): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
