import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { appUrlOf, createAppRole, openAppRole } from './app-role.js';
import { migrateJobs } from './job-schema.js';

const OLDEST_SERVER = 15;
const MIGRATION_LOCK = "hashtextextended('countersign.migrations', 0)";

const checkVersion = async (owner: pg.Client): Promise<void> => {
  const { rows } = await owner.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < OLDEST_SERVER) throw new Error(`The database is PostgreSQL ${major}. Expected: PostgreSQL ${OLDEST_SERVER} or newer.`);
};

/** Runs `work` as the owner while no other process migrates the same database. */
const alone = async <T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> => {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'countersign migrations', connectionTimeoutMillis: 10_000 });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await checkVersion(owner);
    await owner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    return await work(owner);
  } finally {
    await owner.end();
  }
};

const withSchema = async <T>(ownerUrl: string, work: (schema: DataSource) => Promise<T>): Promise<T> => {
  const schema = new DataSource({
    type: 'postgres',
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    extra: { connectionString: ownerUrl },
  });
  await schema.initialize();
  try {
    return await work(schema);
  } finally {
    await schema.destroy();
  }
};

/**
 * Brings the schema, the job queue and the application's role up to date. Safe to run at every start and by several processes at once.
 * Answers the names of the migrations that ran.
 */
export const migrate = (ownerUrl: string, appUrl = appUrlOf(ownerUrl)): Promise<readonly string[]> =>
  alone(ownerUrl, async (owner) => {
    await createAppRole(owner);
    await openAppRole(owner, appUrl);
    await migrateJobs(owner, ownerUrl);
    const ran = await withSchema(ownerUrl, (schema) => schema.runMigrations());
    return ran.map((migration) => migration.name);
  });

/** Takes the newest migration back. Answers its name, or null when there was none left. */
export const undoMigration = (ownerUrl: string): Promise<string | null> =>
  alone(ownerUrl, () =>
    withSchema(ownerUrl, async (schema) => {
      const newest = async (): Promise<string | null> => {
        const rows: { name: string }[] = await schema.query('select name from schema_migrations order by id desc limit 1');
        return rows[0]?.name ?? null;
      };
      await schema.showMigrations();
      const name = await newest();
      if (name) await schema.undoLastMigration();
      return name;
    }),
  );
