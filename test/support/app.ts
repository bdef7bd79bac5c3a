import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { startServer, type Running } from '../../src/main.js';
import { readSettings } from '../../src/platform/config/index.js';
import { JobRegistry, runJobsOnce } from '../../src/platform/jobs/index.js';
import { TestClock } from './clock.js';
import { builtAssets, databaseFor, type TestDatabase } from './database.js';
import { Visitor } from './visitor.js';

export interface TestApp {
  readonly url: string;
  /** Where the application keeps its mail and keys. */
  readonly folder: string;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly running: Running;
  visitor(): Visitor;
  /** Runs every job that is due, until none is left. */
  runJobs(): Promise<void>;
  /** The same, and the jobs that run by themselves at their hours. */
  runAllJobs(): Promise<void>;
  /** What was mailed so far, oldest first. */
  mails(): Promise<readonly Email[]>;
  close(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

/** What an application begins with: a database to clone, and the folder with its keys and what was mailed. */
export interface Origin {
  readonly template: string;
  readonly folder?: string;
}

/** The whole application on a database of its own, with a clock that the test moves and mail in a folder. */
export const appFor = async (name: string, start = '2026-03-02T09:00:00Z', from?: Origin): Promise<TestApp> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-app-'));
  if (from?.folder) await cp(from.folder, folder, { recursive: true, preserveTimestamps: true });
  const database = await databaseFor(name, [], from?.template);
  const clock = new TestClock(start);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = readSettings({
    COUNTERSIGN_DATA: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    ARGON2_MEMORY_KIB: '1024',
    ARGON2_PASSES: '1',
    WEBHOOK_PRIVATE_NETWORKS: '127.0.0.1',
  });
  const config = { ...settings, baseUrl: url, databaseUrl: database.appUrl, mailFolder: join(folder, 'mail') };
  const running = await startServer({ config, clock }, builtAssets());
  const jobs = () => ({ databaseUrl: database.appUrl, registry: running.app.get(JobRegistry), clock });
  return {
    url,
    folder,
    database,
    clock,
    running,
    visitor: () => new Visitor(url),
    runJobs: () => runJobsOnce(jobs()),
    runAllJobs: () => runJobsOnce({ ...jobs(), regular: true }),
    mails: () => readMails(join(folder, 'mail')),
    close: async () => {
      await running.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const readMails = async (folder: string): Promise<readonly Email[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
};
