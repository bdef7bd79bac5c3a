import type pg from 'pg';
import { QueryFailedError } from 'typeorm';
import type { Tx } from './transactions.js';

/** What of the library's connection a COPY needs; its published types leave these out. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** `COPY ... FROM STDIN` as the library runs a query: the server says when it takes rows. */
class CopyIn {
  callback: ((error: Error | null) => void) | undefined;
  private failed: Error | null = null;

  constructor(
    private readonly sql: string,
    private readonly isReady: (connection: CopyConnection) => void,
  ) {}

  submit(connection: unknown): void {
    (connection as CopyConnection).query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.isReady(connection);
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

/**
 * Adds rows by COPY, in the transaction: many times faster than INSERT. PostgreSQL works on the rows that it has while the next are made. Until `end` or
 * `giveUp` nothing else can be asked of the transaction.
 */
export class CopyRows {
  private constructor(
    private readonly connection: CopyConnection,
    private readonly done: Promise<void>,
  ) {}

  static async begin(tx: Tx, table: string, columns: readonly string[]): Promise<CopyRows> {
    if (!tx.queryRunner) throw new Error('Expected: a transaction. Found: a connection pool.');
    const client = (await tx.queryRunner.connect()) as pg.PoolClient;
    return new Promise((resolve, reject) => {
      const done = new Promise<void>((fulfil, fail) => {
        const sql = `copy ${table} (${columns.join(', ')}) from stdin`;
        // Rows come after the answer to the statement: the library refuses it on a connection that does not wait for answers.
        Object.assign(client, { pipeline: false });
        const copy = new CopyIn(sql, (connection) => resolve(new CopyRows(connection, done)));
        copy.callback = (error) => {
          Object.assign(client, { pipeline: true });
          if (error) fail(new QueryFailedError(sql, [], error));
          else fulfil();
        };
        client.query(copy);
      });
      done.catch(reject);
    });
  }

  /** Rows in PostgreSQL's text format, a line each. */
  write(rows: string): void {
    this.connection.sendCopyFromChunk(Buffer.from(rows));
  }

  /** Fails when a row did. */
  end(): Promise<void> {
    this.connection.endCopyFrom();
    return this.done;
  }

  /** None of the rows is added, and the transaction can only be rolled back. */
  async giveUp(): Promise<void> {
    this.connection.sendCopyFail('given up');
    await this.done.catch(() => undefined);
  }
}
