import { runOnce } from 'graphile-worker';
import type pg from 'pg';
import type { Clock } from '../../kernel/clock.js';
import type { JobRegistry } from './job-registry.js';
import { silentLogger, tasksOf } from './tasks.js';
import { jobPool } from './worker.js';

/** The queue waits by the server's clock. A job with an hour of its own is due by the application's clock, which may be another one. */
const PULL_DUE =
  'update graphile_worker._private_jobs set run_at = now(), updated_at = now() where locked_at is null and attempts = 0 and run_at <> updated_at and run_at <= $1';
const PUT_ASIDE = `update graphile_worker._private_jobs set run_at = run_at + interval '1000 years'
  where locked_at is null and attempts = 0 and run_at <> updated_at and run_at > $1 and run_at <= now()`;
const PUT_BACK = `update graphile_worker._private_jobs set run_at = run_at - interval '1000 years' where run_at > now() + interval '500 years'`;

interface Once {
  readonly databaseUrl: string;
  readonly registry: JobRegistry;
  readonly clock: Clock;
  /** Also the jobs that run by themselves, whatever the hour. */
  readonly regular?: boolean;
}

const addRegular = async (pool: pg.Pool, registry: JobRegistry): Promise<void> => {
  for (const { name } of registry.regular())
    await pool.query('select from graphile_worker.add_job($1, job_key => $2)', [name, `regular:${name}`]);
};

/** Makes the jobs due that the application's clock says are due. */
const pullDue = async (pool: pg.Pool, now: Date): Promise<void> => {
  await pool.query(PULL_DUE, [now.toISOString()]);
};

/** Runs every job that is due, and those that they queue, until none is left. Throws what a job threw. */
export const runJobsOnce = async ({ databaseUrl, registry, clock, regular }: Once): Promise<void> => {
  const pgPool = jobPool(databaseUrl, 3);
  const failures: unknown[] = [];
  try {
    if (regular) await addRegular(pgPool, registry);
    await pullDue(pgPool, clock.now());
    await pgPool.query(PUT_ASIDE, [clock.now().toISOString()]);
    const taskList = tasksOf(registry, clock, (error) => failures.push(error));
    await runOnce({ pgPool, taskList, parsedCronItems: [], noHandleSignals: true, logger: silentLogger });
    await pgPool.query(PUT_BACK);
  } finally {
    await pgPool.end();
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length) throw new AggregateError(failures, `${failures.length} jobs failed`);
};
