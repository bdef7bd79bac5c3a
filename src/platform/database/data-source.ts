import type { DataSourceOptions } from 'typeorm';
import { PreparingClient } from './prepared.js';

const SECOND = 1000;

/** Bounds on every session of the application: no statement, lock or forgotten transaction holds others up for long. */
const SESSION_LIMITS = {
  statement_timeout: 30 * SECOND,
  lock_timeout: 10 * SECOND,
  idle_in_transaction_session_timeout: 60 * SECOND,
} as const;

/** An entity class, listed by name: globs do not survive a test runner or a bundler. */
export type EntityClass = abstract new (...args: never[]) => object;

interface Pool {
  readonly poolSize?: number;
  /** Told when an idle connection breaks; the pool opens a new one by itself. */
  readonly onLost?: (error: unknown) => void;
}

/** The one way in which a connection pool of the application is set up. */
export const databaseOptions = (url: string, entities: readonly EntityClass[], pool: Pool = {}): DataSourceOptions => ({
  type: 'postgres',
  entities: [...entities],
  synchronize: false,
  logging: false,
  poolSize: pool.poolSize ?? 12,
  poolErrorHandler: pool.onLost ?? (() => undefined),
  extra: {
    connectionString: url,
    Client: PreparingClient,
    application_name: 'countersign',
    connectionTimeoutMillis: 10 * SECOND,
    ...SESSION_LIMITS,
  },
});
