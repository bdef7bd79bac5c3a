import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Problem } from '../../kernel/problem.js';
import { sqlState } from './sql-state.js';
import { together } from './together.js';

/** One transaction: what repositories take, and all they may write with. */
export type Tx = EntityManager;

const READ_COMMITTED = 'ISOLATION LEVEL READ COMMITTED';
const SERIALIZABLE = 'ISOLATION LEVEL SERIALIZABLE';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 400;

/** The name of the constraint that refused a row, or undefined. */
export const brokenConstraint = (error: unknown): string | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : undefined;
};

const mayBeRetried = (error: unknown): boolean => [SERIALIZATION_FAILURE, DEADLOCK].includes(sqlState(error) ?? '');

/** What the pool says when every connection stayed in use for as long as it waits for one, and PostgreSQL when it has none left to give. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';
const TOO_MANY_CONNECTIONS = '53300';
const isWithoutConnection = (error: unknown): boolean =>
  error instanceof Error && (error.message === NO_CONNECTION || ('code' in error && error.code === TOO_MANY_CONNECTIONS));

const pause = (attempt: number): Promise<void> => {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
};

/** What is done in a transaction whose beginning may not be answered yet. Nothing is written before it is. */
type Work<T> = (tx: Tx, begun: Promise<unknown>) => Promise<T>;
const begunFirst =
  <T>(work: (tx: Tx) => Promise<T>): Work<T> =>
  async (tx, begun) => {
    await begun;
    return work(tx);
  };
const withBeginning =
  <F, T>(first: (tx: Tx) => Promise<F>, work: (tx: Tx, found: F) => Promise<T>): Work<T> =>
  async (tx, begun) => {
    const { found } = await together({ begun, found: first(tx) });
    return work(tx, found);
  };

@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** READ COMMITTED: for acts that lock the rows they depend on. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(READ_COMMITTED, begunFirst(work));
  }

  /** The same for work that can meet a deadlock and may run again after one. */
  runAgain<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.retried(READ_COMMITTED, begunFirst(work), ATTEMPTS);
  }

  /** The same, where the first questions need no answer before them: they go out with the beginning. `first` reads and may hold rows, and writes nothing. */
  runFrom<F, T>(first: (tx: Tx) => Promise<F>, work: (tx: Tx, found: F) => Promise<T>): Promise<T> {
    return this.within(READ_COMMITTED, withBeginning(first, work));
  }

  /** SERIALIZABLE: for acts that decide over the gate, a ballot or a consent. `work` runs again when PostgreSQL asks for it. */
  serializable<T>(work: (tx: Tx) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    return this.retried(SERIALIZABLE, begunFirst(work), attempts);
  }

  /** SERIALIZABLE, as `runFrom` begins. */
  serializableFrom<F, T>(first: (tx: Tx) => Promise<F>, work: (tx: Tx, found: F) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    return this.retried(SERIALIZABLE, withBeginning(first, work), attempts);
  }

  /** One unchanging picture of the database; a write inside is refused by PostgreSQL. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('ISOLATION LEVEL REPEATABLE READ READ ONLY', begunFirst(work));
  }

  private async retried<T>(how: string, work: Work<T>, attempts: number): Promise<T> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        return await this.within(how, work);
      } catch (error) {
        if (!mayBeRetried(error)) throw error;
        await pause(attempt);
      }
    }
    throw new Problem(503, 'system.busy');
  }

  /** Begins with all that it is in one statement, where the library would take two or three. */
  private async within<T>(how: string, work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      // Given to the connection before anything else is asked of it: what goes out with it is answered within the transaction.
      const begun = client.query(`START TRANSACTION ${how}`);
      begun.catch(() => undefined);
      const result = await work(runner.manager, begun);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw isWithoutConnection(error) ? new Problem(503, 'system.busy') : error;
    } finally {
      await runner.release();
    }
  }
}
