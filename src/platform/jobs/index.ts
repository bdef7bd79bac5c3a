export { enqueue, type EnqueueOptions } from './enqueue.js';
export { JobRegistry, type Cron, type Job } from './job-registry.js';
export { JobsModule } from './jobs.module.js';
export { runJobsOnce } from './run-jobs-once.js';
export { startWorker, type Worker } from './worker.js';
