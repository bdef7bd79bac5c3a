import { configOf } from './commands/config-of.js';
import { migrateWhenReady, openDatabase } from './commands/open-database.js';
import { print } from './commands/say.js';
import { stopOnSignal, surviveStrayErrors } from './commands/until-stopped.js';
import { systemClock, type Settings } from './platform/config/index.js';
import { JobRegistry, startWorker } from './platform/jobs/index.js';

/** The job process: the same modules, no listener. Without DATABASE_URL it joins the server that `start` keeps. */
export const work = async (settings: Settings): Promise<void> => {
  surviveStrayErrors();
  const { buildApp } = await import('./main.js');
  const database = await openDatabase(settings, true);
  try {
    await migrateWhenReady(database);
    const app = await buildApp({ config: configOf(settings, database.appUrl), clock: systemClock });
    const worker = await startWorker({ databaseUrl: database.appUrl, registry: app.get(JobRegistry), clock: systemClock });
    stopOnSignal(async () => {
      await worker.stop();
      await app.close();
      await database.stop();
    });
    print('Ready: jobs');
  } catch (error) {
    await database.stop();
    throw error;
  }
};
