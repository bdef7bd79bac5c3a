import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Column, Entity, PrimaryColumn, type EntityMetadata } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate, sqlState, undoMigration, type EntityClass } from '../../src/platform/database/index.js';
import { appendOnlyTables, catalogueOf } from '../support/catalogue.js';
import { databaseFor, type TestDatabase } from '../support/database.js';

/** `table.column type` and, where it may be empty, `null`. */
type ColumnLine = string;

const TYPES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer', varchar: 'character varying' };

const columnsOfEntities = (entities: readonly EntityMetadata[]): ColumnLine[] =>
  entities.flatMap((entity) =>
    entity.columns.map((column) => {
      const type = typeof column.type === 'string' ? column.type : column.type.name.toLowerCase();
      return `${entity.tableName}.${column.databaseName} ${TYPES[type] ?? type}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}`;
    }),
  );

const columnsOfSchema = async (database: TestDatabase): Promise<ColumnLine[]> => {
  const rows = await database.asOwner(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and c.relname <> 'schema_migrations'`);
  return rows.map(({ line }) => String(line));
};

const driftBetween = (entities: readonly ColumnLine[], schema: readonly ColumnLine[]): string[] =>
  [
    ...entities.filter((line) => !schema.includes(line)).map((line) => `only the entity: ${line}`),
    ...schema.filter((line) => !entities.includes(line)).map((line) => `only the schema: ${line}`),
  ].sort();

const allEntities = async (): Promise<EntityClass[]> => {
  const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.entity.ts'));
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(process.cwd(), 'src/features', file)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module)).filter((found): found is EntityClass => typeof found === 'function');
};

@Entity({ name: 'planted' })
class Planted {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'named_otherwise', type: 'text' }) name!: string;
  @Column({ name: 'counted', type: 'bigint' }) counted!: string;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  @Column({ name: 'words', type: 'text', array: true }) words!: string[];
}

describe('the entities and the schema', () => {
  let entities: EntityClass[];
  let database: TestDatabase;
  beforeAll(async () => {
    entities = await allEntities();
    database = await databaseFor('drift', [...entities, Planted]);
  });
  afterAll(() => database.close());

  const ours = (planted: boolean): EntityMetadata[] =>
    database.dataSource.entityMetadatas.filter(({ tableName }) => (tableName === 'planted') === planted);

  it('name the same tables and columns, with the same types, as empty as each other', async () => {
    expect(entities.length).toBeGreaterThan(20);
    expect(driftBetween(columnsOfEntities(ours(false)), await columnsOfSchema(database))).toEqual([]);
  });

  it('each table has one entity', () => {
    const names = ours(false).map(({ tableName }) => tableName);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('a column that differs is found, and so is a table that no entity knows', async () => {
    await database.asOwner(
      'create table planted (id text primary key, name text not null, counted integer not null, ended_at timestamptz, words text[] not null)',
    );
    await database.asOwner('create table unknown_table (id text primary key)');
    try {
      const schema = (await columnsOfSchema(database)).filter((line) => /^(planted|unknown_table)\./.test(line));
      expect(driftBetween(columnsOfEntities(ours(true)), schema)).toEqual([
        'only the entity: planted.counted bigint',
        'only the entity: planted.ended_at timestamp with time zone',
        'only the entity: planted.named_otherwise text',
        'only the schema: planted.counted integer',
        'only the schema: planted.ended_at timestamp with time zone null',
        'only the schema: planted.name text',
        'only the schema: unknown_table.id text',
      ]);
    } finally {
      await database.asOwner('drop table planted, unknown_table');
    }
  });
});

describe('the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await databaseFor('up_down_up');
    await database.dataSource.destroy();
  });
  afterAll(() => database.close());

  it('leave nothing when they are taken back, and the same schema when they run again', async () => {
    const before = await catalogueOf(database);
    for (const _migration of migrations) await undoMigration(database.ownerUrl);
    expect(await catalogueOf(database)).toEqual([]);
    await migrate(database.ownerUrl);
    expect(await catalogueOf(database)).toEqual(before);
    expect(before.length).toBeGreaterThan(500);
  });

  it('a schema that differs in one default, right or trigger reads otherwise', async () => {
    const before = await catalogueOf(database);
    for (const [change, back] of [
      ['alter table units alter name set default $$x$$', 'alter table units alter name drop default'],
      ['revoke insert on units from countersign_app', 'grant insert on units to countersign_app'],
      ['alter table evidence_entries disable trigger forbid_change', 'alter table evidence_entries enable always trigger forbid_change'],
    ] as const) {
      await database.asOwner(change);
      expect(await catalogueOf(database)).not.toEqual(before);
      await database.asOwner(back);
    }
  });
});

describe('the role of the application', () => {
  let database: TestDatabase;
  let appendOnly: string[];
  beforeAll(async () => {
    database = await databaseFor('app_role');
    appendOnly = await appendOnlyTables(database);
  });
  afterAll(() => database.close());

  const asApplication = (sql: string): Promise<string | undefined> =>
    database.dataSource.query(sql).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    );
  const firstColumn = async (table: string): Promise<string> => {
    const [row] = await database.asOwner(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`, [table]);
    return String(row?.['name']);
  };

  it('cannot change, delete or empty what is only ever added', async () => {
    expect(appendOnly).toEqual(expect.arrayContaining(['activations', 'decision_confirmations', 'evidence_entries', 'stop_receipts']));
    const allowed: string[] = [];
    for (const table of appendOnly) {
      const column = await firstColumn(table);
      for (const sql of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`])
        if ((await asApplication(sql)) !== '42501') allowed.push(sql);
    }
    expect(allowed).toEqual([]);
  });

  it('cannot take the protection away, for any table', async () => {
    const tables = await database.asOwner(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const allowed: string[] = [];
    for (const { name } of tables)
      for (const sql of [`alter table ${name} disable trigger all`, `drop table ${name}`, `alter table ${name} rename to other`])
        if ((await asApplication(sql)) !== '42501') allowed.push(sql);
    expect(allowed).toEqual([]);
  });

  it('cannot make tables, functions or triggers of its own, nor take on another role', async () => {
    const [owner] = await database.asOwner('select current_user as name');
    for (const sql of [
      'create table mine (id text)',
      'create view mine as select 1',
      'create function mine() returns int language sql as $$ select 1 $$',
      'create trigger mine before insert on units for each row execute function forbid_change()',
      'create schema mine',
      "set session_replication_role = 'replica'",
      "select append_only('units')",
      `set role ${String(owner?.['name'])}`,
    ])
      expect([sql, await asApplication(sql)]).toEqual([sql, '42501']);
  });

  it('can change an ordinary table, so that the refusals above mean something', async () => {
    expect(await asApplication(`insert into units (id, name, created_at) values ('u_1', 'Staf', '2026-01-01T00:00:00Z')`)).toBe('done');
    expect(await asApplication(`update units set name = 'Bestuur' where id = 'u_1'`)).toBe('done');
    expect(await database.asOwner(`select name from units where id = 'u_1'`)).toEqual([{ name: 'Bestuur' }]);
  });

  it('keeps each protection switched on for whoever replays or restores', async () => {
    const rows = await database.asOwner(
      `select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname in ('forbid_change', 'forbid_truncate') and t.tgenabled <> 'A'`,
    );
    expect(rows).toEqual([]);
  });
});
