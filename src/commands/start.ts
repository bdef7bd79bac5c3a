import { FirstRun, systemClock, type Settings } from '../platform/config/index.js';
import { JobRegistry, startWorker } from '../platform/jobs/index.js';
import { log } from '../platform/log/index.js';
import { configOf } from './config-of.js';
import { migrateWhenReady, openDatabase } from './open-database.js';
import { print } from './say.js';
import { stopOnSignal, surviveStrayErrors } from './until-stopped.js';

/** Production: the database, the schema, the pages and API, and the jobs unless they run apart. */
export const start = async (settings: Settings): Promise<void> => {
  surviveStrayErrors();
  const { startServer } = await import('../main.js');
  const database = await openDatabase(settings);
  try {
    await migrateWhenReady(database);
    const config = configOf(settings, database.appUrl);
    const server = await startServer({ config, clock: systemClock });
    const worker = settings.workerApart
      ? null
      : await startWorker({ databaseUrl: database.appUrl, registry: server.app.get(JobRegistry), clock: systemClock });
    stopOnSignal(async () => {
      log.info('stopping');
      await Promise.all([server.close(), worker?.stop()]);
      await database.stop();
    });
    const link = await server.app.get(FirstRun, { strict: false }).setupLink();
    if (link) print(`Set up your organisation, once: ${link}`);
    print(`Ready: ${server.url}`);
  } catch (error) {
    await database.stop();
    throw error;
  }
};
