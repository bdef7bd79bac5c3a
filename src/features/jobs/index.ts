export { jobPaths } from './jobs.paths.js';
export { LongJobsModule } from './jobs.module.js';
export { type LongWork, registerLongWork, startLongJob, stepDone, stepOf } from './long-jobs.js';
export { type LongJob, longJobOn } from './long-jobs.repository.js';
