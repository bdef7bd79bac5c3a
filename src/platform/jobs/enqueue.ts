import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../database/index.js';

export interface EnqueueOptions {
  /** Not before this instant of the application's clock. */
  readonly runAt?: Date;
  /** A waiting job with the same key is replaced. */
  readonly key?: string;
}

/** Queues a job in the same transaction: it runs after the commit, and not at all without one. */
export const enqueue = async (tx: Tx, name: string, payload: Json, options: EnqueueOptions = {}): Promise<void> => {
  await tx.query('select from graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4)', [
    name,
    JSON.stringify(payload),
    options.runAt?.toISOString() ?? null,
    options.key ?? null,
  ]);
};
