import type pg from 'pg';
import type { Tx } from './transactions.js';

/** What of the library's connection a COPY needs; its published types leave these out. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `COPY ... FROM STDIN` as the library runs a query: it sends its rows when the server asks for them. */
class CopyIn {
  callback: ((error: Error | null) => void) | undefined;
  private failed: Error | null = null;

  constructor(
    private readonly sql: string,
    private readonly rows: Buffer,
  ) {}

  submit(connection: unknown): void {
    (connection as CopyConnection).query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.rows);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.failed = error;
    this.callback?.(error);
    this.callback = undefined;
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.callback?.(null);
  }
}

/** Adds rows by COPY, in the transaction: `rows` in PostgreSQL's text format, a line each. Many times faster than INSERT. */
export const copyIn = async (tx: Tx, table: string, columns: readonly string[], rows: string): Promise<void> => {
  if (!tx.queryRunner) throw new Error('Expected: a transaction. Found: a connection pool.');
  const client = (await tx.queryRunner.connect()) as pg.PoolClient;
  await new Promise<void>((resolve, reject) => {
    const copy = new CopyIn(`copy ${table} (${columns.join(', ')}) from stdin`, Buffer.from(rows));
    copy.callback = (error) => (error ? reject(error) : resolve());
    client.query(copy);
  });
};
