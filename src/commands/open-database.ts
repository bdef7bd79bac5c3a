import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../platform/config/index.js';
import { attachEmbedded, startEmbedded, type EmbeddedServer } from '../platform/database/embedded/index.js';
import { appUrlOf, migrate } from '../platform/database/index.js';
import { log } from '../platform/log/index.js';
import { say } from './say.js';

const DATABASE = 'countersign';
const PATIENCE_S = 30;
const NOT_YET = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ENOENT', '57P03'];

export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** Our own server in a folder; a new one begins as a copy of the stopped cluster in `beginWith`, when that is given. */
export const ownServer = async (folder: string, beginWith?: string): Promise<EmbeddedServer> => {
  const server = await startEmbedded({
    folder,
    durable: true,
    ...(beginWith ? { beginWith } : {}),
    onRestart: () => log.error('PostgreSQL died and is started again'),
  });
  for (const note of server.notes) say(note);
  return server;
};

/** The database of DATABASE_URL, or one in our own server. A server that another process of ours keeps is joined when `join` is asked. */
export const openDatabase = async (settings: Settings, joining = false): Promise<OpenDatabase> => {
  const nothing = async (): Promise<void> => undefined;
  if (settings.ownerUrl) return { ownerUrl: settings.ownerUrl, appUrl: settings.appUrl ?? appUrlOf(settings.ownerUrl), stop: nothing };
  const shared = joining ? attachEmbedded(join(settings.dataFolder, 'postgres'), DATABASE) : null;
  if (shared) return { ownerUrl: shared, appUrl: appUrlOf(shared), stop: nothing };
  const server = await ownServer(join(settings.dataFolder, 'postgres'));
  const ownerUrl = await server.database(DATABASE);
  return { ownerUrl, appUrl: appUrlOf(ownerUrl), stop: () => server.stop() };
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Brings the schema up. A database server that is just starting gets half a minute. */
export const migrateWhenReady = async (database: OpenDatabase): Promise<readonly string[]> => {
  for (let second = 0; ; second += 1) {
    try {
      return await migrate(database.ownerUrl, database.appUrl);
    } catch (error) {
      const code = codeOf(error);
      if (!NOT_YET.includes(code)) throw error;
      if (second >= PATIENCE_S)
        throw new Error(`The database does not answer (${code}). Expected: the server of DATABASE_URL runs and can be reached.`);
      if (second === 0) say(`The database does not answer yet (${code}); trying for ${PATIENCE_S} seconds.`);
      await sleep(1000);
    }
  }
};
