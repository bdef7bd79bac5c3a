import { CopyRows, migrate, sqlState, together, type Tx, undoMigration } from '../../src/platform/database/index.js';
import { migrations } from '../../migrations/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';

describe('the foundation of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await databaseFor('foundation');
    await database.asOwner('create table act (id int primary key, word text)');
    await database.asOwner("select append_only('act')");
    await database.asOwner('create table note (id int primary key, word text, n int)');
  });
  afterAll(() => database.close());

  const asApplication = (sql: string) =>
    database.dataSource.query(sql).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    );

  it('works as the application, which owns nothing', async () => {
    const rows: unknown = await database.dataSource.query('select current_user as who');
    expect(rows).toEqual([{ who: 'countersign_app' }]);
    expect(await asApplication('create table mine (id int)')).toBe('42501');
    expect(await asApplication('alter table act disable trigger all')).toBe('42501');
    expect(await asApplication("set session_replication_role = 'replica'")).toBe('42501');
    expect(await asApplication('delete from schema_migrations')).toBe('42501');
  });

  it('lets the application write an ordinary table', async () => {
    expect(await asApplication("insert into note values (1, 'a', 0)")).toBe('done');
    expect(await asApplication("update note set word = 'b'")).toBe('done');
    expect(await asApplication('delete from note where id = 2')).toBe('done');
  });

  it('lets rows of an append-only table be added, and nothing else', async () => {
    expect(await asApplication("insert into act values (1, 'a')")).toBe('done');
    for (const sql of ["update act set word = 'b'", 'delete from act', 'truncate act']) expect(await asApplication(sql)).toBe('42501');
  });

  it('refuses a change of an append-only row to the owner as well', async () => {
    for (const sql of ["update act set word = 'b'", 'delete from act', 'truncate act'])
      await expect(database.asOwner(sql)).rejects.toThrow('rows of act are only ever added');
    await expect(database.asOwner("set session_replication_role = 'replica'; delete from act")).rejects.toThrow('only ever added');
  });

  it('loses no update in a serializable transaction, and loses some without one', async () => {
    const addOne = (run: 'run' | 'serializable') =>
      database.transactions[run](async (tx) => {
        const rows: { n: number }[] = await tx.query('select n from note where id = 9');
        await tx.query('update note set n = $1 where id = 9', [(rows[0]?.n ?? 0) + 1]);
      });
    const total = async (run: 'run' | 'serializable'): Promise<unknown> => {
      await database.asOwner("insert into note values (9, '', 0) on conflict (id) do update set n = 0");
      await Promise.all(Array.from({ length: 8 }, () => addOne(run)));
      return (await database.asOwner('select n from note where id = 9'))[0]?.['n'];
    };
    expect(await total('serializable')).toBe(8);
    expect(await total('run')).not.toBe(8);
  });

  it('plans a statement once that is asked again, until its table changes', async () => {
    const sql = 'select * from note where id = $1';
    const ask = (tx: Tx): Promise<unknown> => tx.query(sql, [7]);
    const keptIn = (tx: Tx) =>
      tx.query<{ n: number }[]>('select count(*)::int as n from pg_prepared_statements where statement = $1', [sql]);
    await database.transactions.run(async (tx) => {
      await tx.query("insert into note values (7, 'a', 0)");
      await ask(tx);
      expect(await keptIn(tx)).toEqual([{ n: 0 }]);
      await ask(tx);
      await ask(tx);
      expect(await keptIn(tx)).toEqual([{ n: 1 }]);
    });
    await database.asOwner('alter table note add column more text');
    const columns = () => database.transactions.read((tx) => tx.query<object[]>(sql, [7])).then(([row]) => Object.keys(row ?? {}));
    await expect(columns()).rejects.toThrow('cached plan must not change result type');
    expect(await columns()).toEqual(['id', 'word', 'n', 'more']);
  });

  it('hands over lists as they are, whatever stands in them', async () => {
    const lists = [
      [],
      ['a_1', '2027-01-15T08:00:00.000Z', null],
      ['null', 'NULL', '', ' ', 'a,b', '{x}', '"', '\\\\', 'é\n', null],
      ['a', '-'],
    ];
    for (const list of [...lists, ...lists]) {
      const [row] = await database.transactions.read((tx) => tx.query<{ list: unknown }[]>('select $1::text[] as list', [list]));
      expect(row?.list).toEqual(list);
    }
  });

  it('answers in turn what is asked without waiting', async () => {
    const asked = (tx: Tx, n: number): Promise<{ n: number }[]> => tx.query('select $1::int as n', [n]);
    const found = await database.transactions.read((tx) => Promise.all(Array.from({ length: 50 }, (_, n) => asked(tx, n))));
    expect(found.map(([row]) => row?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('says which of the things failed that were asked together, undoes all of them, and goes on', async () => {
    const all = (tx: Tx) =>
      together({
        first: tx.query('insert into note values (40, $1, 0)', ['a']),
        within: together({ after: tx.query('select 1'), bad: tx.query(`select 'x'::int`) }),
        last: tx.query('select 2'),
      });
    await expect(database.transactions.run(all).catch(sqlState)).resolves.toBe('22P02');
    expect(await database.dataSource.query('select * from note where id = 40')).toEqual([]);
    expect(await database.transactions.run((tx) => tx.query('select 3 as n'))).toEqual([{ n: 3 }]);
  });

  it('asks the first questions within the transaction that they begin with, and writes nothing when it did not begin', async () => {
    const isolation = async (tx: Tx): Promise<string> => {
      const [row]: { transaction_isolation: string }[] = await tx.query('show transaction_isolation');
      return row?.transaction_isolation ?? '';
    };
    const held = async (tx: Tx): Promise<string> => {
      const [row]: { id: string }[] = await tx.query('select pg_current_xact_id()::text as id');
      return row?.id ?? '';
    };
    const both = async (tx: Tx, found: string): Promise<boolean> => (await held(tx)) === found;
    for (let n = 0; n < 20; n += 1) {
      expect(await database.transactions.serializableFrom(isolation, async (_tx, found) => found)).toBe('serializable');
      expect(await database.transactions.runFrom(isolation, async (_tx, found) => found)).toBe('read committed');
      expect(await database.transactions.runFrom(held, both)).toBe(true);
    }
    const bad = (tx: Tx): Promise<unknown> => tx.query(`select 'x'::int`);
    let isAsked = false;
    const work = async (): Promise<void> => void (isAsked = true);
    await expect(database.transactions.runFrom(bad, work).catch(sqlState)).resolves.toBe('22P02');
    expect(isAsked).toBe(false);
  });

  it('takes rows by COPY between other questions, also after one that failed', async () => {
    const copied = (rows: string) =>
      database.transactions.run(async (tx) => {
        await Promise.all([tx.query('select 1'), tx.query('select 2')]);
        const copy = await CopyRows.begin(tx, 'note', ['id', 'word', 'n']);
        copy.write(rows);
        await copy.end();
        const [counted, [sum]] = await Promise.all([
          tx.query('select 1'),
          tx.query<{ n: number }[]>('select sum(n)::int as n from note where id >= 50'),
        ]);
        return [counted, sum?.n];
      });
    await expect(copied('50\tx\tno number\n').catch(sqlState)).resolves.toBe('22P02');
    expect(await copied('50\ta\t1\n51\tb\t2\n')).toEqual([[{ '?column?': 1 }], 3]);
  });

  it('says that it is busy when PostgreSQL has no connection left to give, and goes on with those it has', async () => {
    const [{ name } = {}] = await database.asOwner('select quote_ident(current_database()) as name');
    const limit = (most: number) => database.asOwner(`alter database ${String(name)} connection limit ${most}`);
    const asked = () => database.transactions.read((tx) => tx.query<{ n: number }[]>('select 3 as n, pg_sleep(0.2)'));
    await limit(1);
    try {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          asked().then(
            ([row]) => row?.n,
            (error: unknown) => error,
          ),
        ),
      );
      const refused = answers.filter((answer) => answer !== 3);
      expect(refused.length).toBeGreaterThan(0);
      expect(answers).toContain(3);
      for (const answer of refused) expect(answer).toMatchObject({ status: 503, code: 'system.busy' });
    } finally {
      await limit(-1);
    }
    expect(await Promise.all([asked(), asked()])).toMatchObject([[{ n: 3 }], [{ n: 3 }]]);
  });

  it('refuses a write while it reads', async () => {
    const write = database.transactions.read((tx) => tx.query("insert into note values (5, 'a', 0)"));
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('bounds every session', async () => {
    const shown: unknown = await database.dataSource.query(
      "select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name",
    );
    expect(shown).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '60000' },
      { name: 'lock_timeout', setting: '10000' },
      { name: 'statement_timeout', setting: '30000' },
    ]);
  });
});

describe('the migrations', () => {
  it('go down one by one and up again, also when two processes start at once', async () => {
    const database = await databaseFor('migrations');
    await database.dataSource.destroy();
    try {
      for (const migration of [...migrations].reverse()) expect(await undoMigration(database.ownerUrl)).toBe(migration.name);
      expect(await undoMigration(database.ownerUrl)).toBeNull();
      const ran = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
      expect(ran.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, migrations.length]);
    } finally {
      await database.close();
    }
  });
});
