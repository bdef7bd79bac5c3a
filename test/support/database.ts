import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions, Transactions, type EntityClass } from '../../src/platform/database/index.js';
import { crockford } from '../../src/kernel/ids.js';

interface TestServer {
  readonly dataDirectory: string;
  readonly maintenanceUrl: string;
  readonly appUrl: string;
  readonly template: string;
  readonly assets: string;
}

export interface TestDatabase {
  /** Connected as the application's role. */
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Runs SQL as the owner: to look, and to do what the application may not. */
  asOwner(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const testServer = (): TestServer => {
  const found = process.env['COUNTERSIGN_TEST_SERVER'];
  if (!found) throw new Error('No test server runs. Expected: the suite belongs to the project db, e2e or browser.');
  return JSON.parse(found) as TestServer;
};

/** The styles, fonts and script, built once for all files of a run. */
export const builtAssets = (): string => testServer().assets;

const on = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

const queryOnce = async (url: string, sql: string, parameters: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult<Record<string, unknown>> = await client.query(sql, [...parameters]);
    return result.rows;
  } finally {
    await client.end();
  }
};

/**
 * The value that `make` gave for this name earlier in the run, in whichever test process; the first one makes it while the others wait.
 * What it makes in the test server stays until the run ends.
 */
export const oncePerRun = async <T>(name: string, make: () => Promise<T>): Promise<T> => {
  const server = testServer();
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`once ${name}`]);
    await client.query('create table if not exists once_per_run (name text primary key, value jsonb not null)');
    const { rows } = await client.query<{ value: T }>('select value from once_per_run where name = $1', [name]);
    if (rows[0]) return rows[0].value;
    const value = await make();
    await client.query('insert into once_per_run values ($1, $2)', [name, JSON.stringify(value)]);
    return value;
  } finally {
    await client.end();
  }
};

/** A fresh clone of the migrated template (or of another database that nobody is connected to), for one test file. Close it in `afterAll`. */
export const databaseFor = async (name = 'test', entities: readonly EntityClass[] = [], template?: string): Promise<TestDatabase> => {
  const server = testServer();
  const database = `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40)}_${crockford(8).toLowerCase()}`;
  const [{ data_directory: found } = {}] = await queryOnce(server.maintenanceUrl, 'show data_directory');
  if (found !== server.dataDirectory) throw new Error(`Expected: the test server in ${server.dataDirectory}. Found: another server.`);
  await queryOnce(server.maintenanceUrl, `create database ${database} template ${template ?? server.template}`);
  const appUrl = on(server.appUrl, database);
  const ownerUrl = on(server.maintenanceUrl, database);
  const dataSource = await new DataSource(databaseOptions(appUrl, entities)).initialize();
  // What is set for a session is set in one of its own; the rest shares a few, and each ends soon after its last question.
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4, idleTimeoutMillis: 2_000, allowExitOnIdle: true });
  owner.on('error', () => undefined);
  return {
    dataSource,
    transactions: new Transactions(dataSource),
    ownerUrl,
    appUrl,
    asOwner: async (sql, parameters = []) => {
      if (/^\s*set\s/i.test(sql)) return queryOnce(ownerUrl, sql, parameters);
      const result: pg.QueryResult<Record<string, unknown>> = await owner.query(sql, [...parameters]);
      return result.rows;
    },
    close: async () => {
      await owner.end();
      if (dataSource.isInitialized) await dataSource.destroy();
      await queryOnce(server.maintenanceUrl, `drop database ${database} with (force)`);
    },
  };
};
