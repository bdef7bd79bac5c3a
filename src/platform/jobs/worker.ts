import { parseCronItems, run, type ParsedCronItem } from 'graphile-worker';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Clock } from '../../kernel/clock.js';
import { describeError, log } from '../log/index.js';
import { holdPresence } from './presence.js';
import type { JobRegistry } from './job-registry.js';
import { silentLogger, tasksOf } from './tasks.js';

const DAY_MS = 86_400_000;
const AGAIN_AFTER_MS = 1000;

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

interface Shift {
  /** Resolves when the queue's runner has ended, as it does by itself when the database goes away. */
  readonly over: Promise<void>;
  end(): Promise<void>;
}

const startShift = async (options: WorkerOptions, pgPool: pg.Pool, concurrency: number): Promise<Shift> => {
  const presence = await holdPresence(options.databaseUrl);
  try {
    const runner = await run({
      pgPool,
      taskList: tasksOf(options.registry, options.clock),
      parsedCronItems: scheduleOf(options.registry),
      noHandleSignals: true,
      concurrency,
      logger: silentLogger,
    });
    const over = runner.promise.catch(() => undefined).then(() => presence.leave());
    return { over, end: () => runner.stop().catch(() => undefined) };
  } catch (error) {
    await presence.leave();
    throw error;
  }
};

/** Runs jobs until it is stopped, and starts again when the database was away. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const concurrency = options.concurrency ?? 3;
  const pgPool = jobPool(options.databaseUrl, concurrency + 2);
  const state = { stopping: false, shift: await startShift(options, pgPool, concurrency) };
  const keepOn = async (): Promise<void> => {
    for (;;) {
      await state.shift.over;
      if (state.stopping) return;
      log.warn('the job worker lost its database and starts again');
      await sleep(AGAIN_AFTER_MS);
      await startShift(options, pgPool, concurrency).then(
        (shift) => (state.shift = shift),
        (error: unknown) => log.warn({ error: describeError(error) }, 'the job worker could not start yet'),
      );
    }
  };
  const kept = keepOn();
  return {
    stop: async () => {
      state.stopping = true;
      await state.shift.end();
      await kept;
      await state.shift.end();
      await pgPool.end();
    },
  };
};
