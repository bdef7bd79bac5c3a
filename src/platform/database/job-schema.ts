import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { APP_ROLE } from './app-role.js';

const silent = new Logger(() => () => undefined);

/** Row security is on for the queue's tables, without a policy; the application's role gets one, so that it can queue and run jobs. */
const GRANTS = `
  grant usage on schema graphile_worker to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
  revoke insert, update, delete on graphile_worker.migrations from ${APP_ROLE};
  grant usage on all sequences in schema graphile_worker to ${APP_ROLE};
  grant execute on all functions in schema graphile_worker to ${APP_ROLE};
  do $$
  declare queue_table record;
  begin
    for queue_table in
      select c.oid::regclass as name from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'application')
    loop
      execute format('create policy application on %s to ${APP_ROLE} using (true) with check (true)', queue_table.name);
    end loop;
  end $$;`;

/** Brings the job queue's own schema up, and opens it to the application's role. */
export const migrateJobs = async (owner: pg.Client, ownerUrl: string): Promise<void> => {
  await runMigrations({
    connectionString: ownerUrl,
    logger: silent,
    taskList: {},
    parsedCronItems: [],
    noHandleSignals: true,
    maxPoolSize: 2,
  });
  await owner.query(GRANTS);
};
