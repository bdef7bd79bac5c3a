import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DemoClock } from '../platform/config/demo-clock.js';
import type { DemoControls } from '../platform/config/index.js';
import { runJobsOnce, type JobRegistry } from '../platform/jobs/index.js';
import { describeError, log } from '../platform/log/index.js';

const LONGEST_WAIT_MS = 5000;
const BUSY = 'select from graphile_worker._private_jobs where locked_at is not null or (attempts = 0 and run_at <= now()) limit 1';

/** Jobs may be in the hands of the worker beside us: wait until it has done them. */
const untilQuiet = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += 50) {
      if (!(await client.query(BUSY)).rowCount) return;
      await sleep(50);
    }
  } finally {
    await client.end();
  }
};

/** Moves the demo's clock a day at a time, so that reminders and terms come in their order. */
export const demoTime = (clock: DemoClock, databaseUrl: string, registry: () => JobRegistry): DemoControls => {
  const oneDay = async (): Promise<void> => {
    clock.advance(1);
    await runJobsOnce({ databaseUrl, registry: registry(), clock, regular: true }).catch((error: unknown) =>
      log.warn({ error: describeError(error) }, 'a job of the demo failed'),
    );
    await untilQuiet(databaseUrl);
  };
  let last = Promise.resolve();
  return {
    advance: (days) => {
      const turn = last.then(async () => {
        for (let day = 0; day < days; day += 1) await oneDay();
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};
