import { Logger, type Task, type TaskList } from 'graphile-worker';
import type { Json } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { describeError, log } from '../log/index.js';
import type { Job, JobRegistry } from './job-registry.js';

/** The queue's own messages quote payloads; ours say which job failed, and where in the code. */
export const silentLogger = new Logger(() => () => undefined);

const taskOf =
  (job: Job, clock: Clock, onFailure?: (error: unknown) => void): Task =>
  async (payload, helpers) => {
    try {
      await job.run(payload as Json, clock.now());
    } catch (error) {
      log.error({ job: job.name, attempt: helpers.job.attempts, error: describeError(error) }, 'job failed');
      onFailure?.(error);
      throw new Error(`${job.name} failed`);
    }
  };

/** Failures are stored beside the job; the stored text names the job only, since an error's message may quote personal data. */
export const tasksOf = (registry: JobRegistry, clock: Clock, onFailure?: (error: unknown) => void): TaskList =>
  Object.fromEntries(registry.jobs().map((job) => [job.name, taskOf(job, clock, onFailure)]));
