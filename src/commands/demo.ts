import { join } from 'node:path';
import { DemoClock } from '../platform/config/demo-clock.js';
import { systemClock, type Config, type Settings } from '../platform/config/index.js';
import type { EmbeddedServer } from '../platform/database/embedded/index.js';
import { appUrlOf, migrate } from '../platform/database/index.js';
import { JobRegistry, startWorker } from '../platform/jobs/index.js';
import { log } from '../platform/log/index.js';
import type { Running } from '../main.js';
import { demoClockModule } from './demo-clock.module.js';
import { DemoFolder, type DemoPerson } from './demo-folder.js';
import { demoTime } from './demo-time.js';
import { freePort } from './free-port.js';
import { ownServer } from './open-database.js';
import { withQuickCommits } from './quick-commits.js';
import { print, say } from './say.js';
import { stopOnSignal, surviveStrayErrors } from './until-stopped.js';

/** Its own database beside the real one: the sample organisation never mixes with an organisation. */
const DATABASE = 'countersign_demo';

const demoConfig = async (settings: Settings, folder: DemoFolder, databaseUrl: string): Promise<Config> => {
  const port = settings.portIsFixed && settings.port !== 0 ? settings.port : await freePort(settings.host, settings.port);
  const own = { mailFolder: join(folder.own, 'mail'), keyFile: join(folder.own, 'keys', 'lease-signing.pem') };
  return { ...settings, port, baseUrl: settings.baseUrl ?? `http://localhost:${port}`, databaseUrl, ...own };
};

/** The people of the sample organisation when it is there and whole; otherwise everything is cleared for a new one. */
const keepOrClear = async (server: EmbeddedServer, folder: DemoFolder, fresh: boolean): Promise<readonly DemoPerson[] | null> => {
  const people = folder.people();
  if (people && !fresh && (await server.has(DATABASE))) return people;
  await server.drop(DATABASE);
  folder.clear();
  return null;
};

const introduce = (people: readonly DemoPerson[], config: Config, folder: DemoFolder, url: string): void => {
  for (const { role, email, password } of people) print(`${role}  ${email}  ${password}`);
  print(
    `Data: ${folder.dataFolder}. Mail: ${config.mailUrl ? 'to the server of MAIL_URL' : config.mailFolder}. Start over: npm run demo -- --fresh`,
  );
  print(`Ready: ${url}`);
};

const seed = async (server: Running): Promise<readonly DemoPerson[]> => {
  say('Making the sample organisation.');
  const { seedDemo } = await import('../demo.js');
  return seedDemo(server.app);
};

const serve = async (settings: Settings, postgres: EmbeddedServer, fresh: boolean): Promise<void> => {
  const { startServer } = await import('../main.js');
  (await import('../demo.js')).showDemoCodes();
  const folder = new DemoFolder(settings.dataFolder);
  const kept = await keepOrClear(postgres, folder, fresh);
  const ownerUrl = await postgres.database(DATABASE);
  await migrate(ownerUrl);
  const config = await demoConfig(settings, folder, appUrlOf(ownerUrl));
  const clock = new DemoClock(systemClock, join(folder.own, 'days-ahead'));
  const demo = demoTime(clock, config.databaseUrl, () => server.app.get(JobRegistry));
  const server: Running = await startServer({ config, clock, extra: [demoClockModule(demo)] });
  const people = kept ?? (await withQuickCommits(ownerUrl, () => seed(server)));
  const worker = await startWorker({ databaseUrl: config.databaseUrl, registry: server.app.get(JobRegistry), clock });
  folder.write({ url: server.url, people });
  stopOnSignal(async () => {
    await Promise.all([server.close(), worker.stop()]);
    await postgres.stop();
  });
  introduce(people, config, folder, server.url);
};

/** The sample organisation on our own server, with a clock that can be moved on. */
export const demo = async (settings: Settings, fresh: boolean): Promise<void> => {
  surviveStrayErrors();
  if (!process.env['LOG_LEVEL']) log.level = 'warn';
  if (settings.ownerUrl) say('The demo leaves the database of DATABASE_URL alone and uses its own server.');
  const postgres = await ownServer(settings);
  try {
    await serve(settings, postgres, fresh);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};
