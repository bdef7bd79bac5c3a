import { join } from 'node:path';
import { DemoClock } from '../platform/config/demo-clock.js';
import { systemClock, type Config, type Settings } from '../platform/config/index.js';
import { clearEmbedded, type EmbeddedServer } from '../platform/database/embedded/index.js';
import { appUrlOf, migrate } from '../platform/database/index.js';
import { JobRegistry, startWorker } from '../platform/jobs/index.js';
import { describeError, log } from '../platform/log/index.js';
import type { DecisionApi } from '../demo/decision-api.js';
import type { Running } from '../main.js';
import { demoClockModule } from './demo-clock.module.js';
import { DEMO_DATABASE, DemoFolder, type DemoPerson } from './demo-folder.js';
import { demoTime } from './demo-time.js';
import { freePort } from './free-port.js';
import { ownServer } from './open-database.js';
import { withQuickCommits } from './quick-commits.js';
import { readySample, type ReadySample } from './sample-store.js';
import { print, say } from './say.js';
import { stopOnSignal, surviveStrayErrors } from './until-stopped.js';

type Address = Pick<Config, 'port' | 'baseUrl'>;

const addressOf = async (settings: Settings): Promise<Address> => {
  const port = settings.portIsFixed && settings.port !== 0 ? settings.port : await freePort(settings.host, settings.port);
  return { port, baseUrl: settings.baseUrl ?? `http://localhost:${port}` };
};

/** What the demo starts with: who is in its sample organisation (null: it must be made), and the cluster that its server copies. */
interface Beginning {
  readonly people: readonly DemoPerson[] | null;
  readonly sample: ReadySample | null;
}

/** An earlier demo that is whole goes on; otherwise everything is cleared, and the sample that was made ready is put in its place. */
const begin = async (folder: DemoFolder, fresh: boolean): Promise<Beginning> => {
  const kept = fresh ? null : folder.people();
  if (kept) return { people: kept, sample: null };
  await clearEmbedded(folder.cluster);
  folder.clear();
  const sample = readySample(systemClock.now());
  return { people: sample?.made.people ?? null, sample };
};

/** Its database is lost while its list of people is there: everything is made afresh. */
const orNone = async (postgres: EmbeddedServer, folder: DemoFolder, beginning: Beginning): Promise<readonly DemoPerson[] | null> => {
  if (beginning.people && (await postgres.has(DEMO_DATABASE))) return beginning.people;
  await postgres.drop(DEMO_DATABASE);
  folder.clearOwn();
  return null;
};

const introduce = (people: readonly DemoPerson[], config: Config, folder: DemoFolder, url: string): void => {
  for (const { role, email, password } of people) print(`${role}  ${email}  ${password}`);
  print('Whoever handles complaints opens the key for them with the same password.');
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

const loadApplication = () => Promise.all([import('../main.js'), import('../demo.js')]);

const serve = async (
  asked: Omit<Config, 'databaseUrl'>,
  postgres: EmbeddedServer,
  folder: DemoFolder,
  beginning: Beginning,
): Promise<void> => {
  const [{ startServer }, { decisionApiOf, showDemoCodes }] = await loadApplication();
  showDemoCodes();
  const kept = await orNone(postgres, folder, beginning);
  const ownerUrl = await postgres.database(DEMO_DATABASE);
  await migrate(ownerUrl);
  const config: Config = { ...asked, databaseUrl: appUrlOf(ownerUrl) };
  const clock = new DemoClock(systemClock, join(folder.own, 'days-ahead'));
  const demo = demoTime(clock, config.databaseUrl, () => server.app.get(JobRegistry));
  const server: Running = await startServer({ config, clock, extra: [demoClockModule(demo)] });
  const people = kept ?? (await withQuickCommits(ownerUrl, () => seed(server)));
  const worker = await startWorker({ databaseUrl: config.databaseUrl, registry: server.app.get(JobRegistry), clock });
  const earlier = kept ? folder.decisionApi() : null;
  const list = (decisionApi: DecisionApi | null) => folder.write({ url: server.url, people, decisionApi });
  list(earlier ?? (await decisionApiOf(server.app, people, null)));
  stopOnSignal(async () => {
    await Promise.all([server.close(), worker.stop()]);
    await postgres.stop();
  });
  introduce(people, config, folder, server.url);
  // The demo's days go by: what was permitted at an earlier start may be denied by now. Nobody has to wait for it.
  if (earlier)
    decisionApiOf(server.app, people, earlier.key).then(list, (error: unknown) =>
      log.warn({ error: describeError(error) }, 'questions of the decision API not renewed'),
    );
};

/** The sample organisation on a server of its own, with a clock that can be moved on. */
export const demo = async (settings: Settings, fresh: boolean): Promise<void> => {
  surviveStrayErrors();
  if (!process.env['LOG_LEVEL']) log.level = 'warn';
  if (settings.ownerUrl) say('The demo leaves the database of DATABASE_URL alone and uses its own server.');
  const folder = new DemoFolder(settings.dataFolder);
  const address = await addressOf(settings);
  const beginning = await begin(folder, fresh);
  const [postgres] = await Promise.all([
    ownServer(folder.cluster, beginning.sample?.cluster),
    beginning.sample?.fill(folder.own, address.baseUrl),
    loadApplication(),
  ]);
  try {
    await serve({ ...settings, ...address, ...folder.settings() }, postgres, folder, beginning);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};
