import { parseCronItems, run, type ParsedCronItem } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../../kernel/clock.js';
import { describeError, log } from '../log/index.js';
import { holdPresence } from './presence.js';
import type { JobRegistry } from './job-registry.js';
import { silentLogger, tasksOf } from './tasks.js';

const DAY_MS = 86_400_000;

export interface Worker {
  /** Takes no new job, and waits for those that run. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly registry: JobRegistry;
  readonly clock: Clock;
  readonly concurrency?: number;
}

const scheduleOf = (registry: JobRegistry): ParsedCronItem[] =>
  parseCronItems(
    registry
      .regular()
      .map(({ name, pattern }) => ({ task: name, match: pattern, options: { backfillPeriod: DAY_MS, jobKey: `regular:${name}` } })),
  );

/** A pool whose broken connections are logged and replaced; an unheard `error` would end the process. */
export const jobPool = (databaseUrl: string, size: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: size, application_name: 'countersign jobs' });
  const onLost = (error: unknown): void => log.warn({ error: describeError(error) }, 'job connection lost');
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
};

/** Runs jobs until it is stopped. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const concurrency = options.concurrency ?? 3;
  const presence = await holdPresence(options.databaseUrl);
  const pgPool = jobPool(options.databaseUrl, concurrency + 2);
  const runner = await run({
    pgPool,
    taskList: tasksOf(options.registry, options.clock),
    parsedCronItems: scheduleOf(options.registry),
    noHandleSignals: true,
    concurrency,
    logger: silentLogger,
  });
  runner.promise.catch((error: unknown) => log.error({ error: describeError(error) }, 'job worker stopped'));
  return {
    stop: async () => {
      await runner.stop().catch(() => undefined);
      await pgPool.end();
      await presence.leave();
    },
  };
};
