import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClock } from '../platform/config/demo-clock.js';
import { systemClock, type Settings } from '../platform/config/index.js';
import { startEmbedded } from '../platform/database/embedded/index.js';
import { appUrlOf, migrate } from '../platform/database/index.js';
import { log } from '../platform/log/index.js';
import { DEMO_DATABASE, DemoFolder, type DemoPerson } from './demo-folder.js';
import { keepSample } from './sample-store.js';

const seedIn = async (settings: Settings, folder: DemoFolder, ownerUrl: string, baseUrl: string): Promise<DemoPerson[]> => {
  const [{ buildApp }, { seedDemo }] = await Promise.all([import('../main.js'), import('../demo.js')]);
  const config = { ...settings, baseUrl, databaseUrl: appUrlOf(ownerUrl), mailUrl: null, ...folder.settings() };
  const app = await buildApp({ config, clock: new DemoClock(systemClock, join(folder.own, 'days-ahead')), extra: [] });
  try {
    return await seedDemo(app);
  } finally {
    await app.close();
  }
};

/** Makes the sample organisation beside the build, so that the first start of the demo only copies it. */
export const makeSampleCommand = async (settings: Settings): Promise<void> => {
  log.level = 'warn';
  const madeAt = systemClock.now().toISOString();
  const baseUrl = `http://localhost:${settings.port}`;
  const data = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
  await chmod(data, 0o711);
  const folder = new DemoFolder(data);
  try {
    const postgres = await startEmbedded({ folder: folder.cluster, durable: false });
    const ownerUrl = await postgres.database(DEMO_DATABASE);
    const people = await migrate(ownerUrl)
      .then(() => seedIn(settings, folder, ownerUrl, baseUrl))
      .finally(() => postgres.stop());
    keepSample({ madeAt, baseUrl, people }, { cluster: postgres.dataDirectory, own: folder.own });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};
