import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Problem } from '../../kernel/problem.js';

/** One transaction: what repositories take, and all they may write with. */
export type Tx = EntityManager;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 400;

/** The SQLSTATE of a refusal by PostgreSQL, or undefined for any other error. */
export const sqlState = (error: unknown): string | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
};

/** The name of the constraint that refused a row, or undefined. */
export const brokenConstraint = (error: unknown): string | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : undefined;
};

const mayBeRetried = (error: unknown): boolean => [SERIALIZATION_FAILURE, DEADLOCK].includes(sqlState(error) ?? '');

/** What the pool says when every connection stayed in use for as long as it waits for one. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

const pause = (attempt: number): Promise<void> => {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
};

@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** READ COMMITTED: for acts that lock the rows they depend on. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('ISOLATION LEVEL READ COMMITTED', work);
  }

  /** SERIALIZABLE: for acts that decide over the gate, a ballot or a consent. `work` runs again when PostgreSQL asks for it. */
  async serializable<T>(work: (tx: Tx) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        return await this.within('ISOLATION LEVEL SERIALIZABLE', work);
      } catch (error) {
        if (!mayBeRetried(error)) throw error;
        await pause(attempt);
      }
    }
    throw new Problem(503, 'system.busy');
  }

  /** One unchanging picture of the database; a write inside is refused by PostgreSQL. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** Begins with all that it is in one statement, where the library would take two or three. */
  private async within<T>(how: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query(`START TRANSACTION ${how}`);
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error instanceof Error && error.message === NO_CONNECTION ? new Problem(503, 'system.busy') : error;
    } finally {
      await runner.release();
    }
  }
}
