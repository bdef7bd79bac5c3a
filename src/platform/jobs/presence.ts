import pg from 'pg';

const PRESENCE = "hashtextextended('countersign.workers', 0)";

const FREE_JOBS = `
  update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now()) where locked_at is not null;
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null;`;

export interface Presence {
  leave(): Promise<void>;
}

/**
 * Each worker process holds one shared lock while it lives. Who finds nobody else there frees the jobs of workers that were killed,
 * which would otherwise wait for four hours.
 */
export const holdPresence = async (databaseUrl: string): Promise<Presence> => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'countersign worker' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${PRESENCE}) as alone`);
  if (rows[0]?.alone) await client.query(FREE_JOBS);
  await client.query(`select pg_advisory_lock_shared(${PRESENCE})`);
  if (rows[0]?.alone) await client.query(`select pg_advisory_unlock(${PRESENCE})`);
  return { leave: () => client.end().catch(() => undefined) };
};
