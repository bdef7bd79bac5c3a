import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { keepSample, readySample } from '../../src/commands/sample-store.js';
import { clearEmbedded, startEmbedded } from '../../src/platform/database/embedded/index.js';

const MADE_AT = new Date('2026-03-02T09:00:00Z');
const later = (days: number): Date => new Date(MADE_AT.getTime() + days * 86_400_000);
const PERSON = { role: 'dpo', name: 'Fatima', email: 'fatima@example.nl', password: 'x' };

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows }: pg.QueryResult<Record<string, unknown>> = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
};

describe('the sample organisation that was made ready', () => {
  let folder: string;
  let store: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
    await chmod(folder, 0o711);
    store = join(folder, 'store');
    const own = join(folder, 'own');
    for (const part of ['mail', 'keys']) mkdirSync(join(own, part), { recursive: true });
    writeFileSync(join(own, 'mail', '1.eml'), 'Zie http://localhost:3000/me');
    writeFileSync(join(own, 'keys', 'lease-signing.pem'), 'a key');
    const server = await startEmbedded({ folder: join(folder, 'first'), durable: false });
    await ask(await server.database('sample'), 'create table acts as select 42 as act');
    await server.stop();
    keepSample(
      { madeAt: MADE_AT.toISOString(), baseUrl: 'http://localhost:3000', people: [PERSON] },
      { cluster: server.dataDirectory, own },
      store,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is where a new server begins, twice, and neither changes the other', async () => {
    for (const name of ['one', 'two']) {
      const ready = readySample(later(1), store);
      expect(ready?.made.people).toEqual([PERSON]);
      const server = await startEmbedded({ folder: join(folder, name), durable: false, beginWith: ready?.cluster ?? '' });
      try {
        const url = await server.database('sample');
        expect(await ask(url, 'select act from acts')).toEqual([{ act: 42 }]);
        await ask(url, 'update acts set act = 43');
      } finally {
        await server.stop();
      }
    }
  });

  it('stays what it became when it is started again, until it is cleared', async () => {
    const begin = () =>
      startEmbedded({ folder: join(folder, 'one'), durable: false, beginWith: readySample(later(1), store)?.cluster ?? '' });
    const actOf = async (): Promise<unknown[]> => {
      const server = await begin();
      try {
        return await ask(await server.database('sample'), 'select act from acts');
      } finally {
        await server.stop();
      }
    };
    expect(await actOf()).toEqual([{ act: 43 }]);
    await clearEmbedded(join(folder, 'one'));
    expect(await actOf()).toEqual([{ act: 42 }]);
  });

  it('brings its mail with links to where the demo is now, and its keys', async () => {
    const own = join(folder, 'filled');
    await readySample(later(1), store)?.fill(own, 'http://localhost:3977');
    expect(readFileSync(join(own, 'mail', '1.eml'), 'latin1')).toBe('Zie http://localhost:3977/me');
    expect(readFileSync(join(own, 'keys', 'lease-signing.pem'), 'latin1')).toBe('a key');
    expect(readdirSync(own).sort()).toEqual(['keys', 'mail']);
  });

  it.each([
    ['of 14 days ago', later(14), (text: string) => text],
    ['of tomorrow', later(-1), (text: string) => text],
    ['of another machine', later(1), (text: string) => text.replace(`"${process.platform} `, '"elsewhere ')],
    ['without people', later(1), (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), people: [] })],
    ['that cannot be read', later(1), (text: string) => text.slice(1)],
  ])('is not used when it is one %s', (_, now, change) => {
    const list = join(store, 'sample.json');
    const before = readFileSync(list, 'utf8');
    expect(readySample(later(1), store)).not.toBeNull();
    writeFileSync(list, change(before));
    expect(readySample(now, store)).toBeNull();
    writeFileSync(list, before);
  });
});
