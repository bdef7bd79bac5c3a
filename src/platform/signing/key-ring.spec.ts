import { chmod, copyFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsMistake } from '../config/index.js';
import { dropKey, forgetKeys, makeRing, openRing, planNextKey, publishedKeys, signingKey, stateOfKey } from './index.js';

const AT = new Date('2026-03-02T09:00:00Z');
const after = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000);
const DAY = 86_400;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-ring-'));
  path = join(folder, 'keys', 'lease-signing.pem');
  await makeRing(path);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const signs = async (now: Date): Promise<string | undefined> => signingKey((await openRing(path)).open, now)?.kid;
const believed = async (now: Date): Promise<readonly string[]> => publishedKeys((await openRing(path)).open, now).map(({ kid }) => kid);
const files = async (): Promise<readonly string[]> => (await readdir(join(folder, 'keys'))).filter((name) => !name.endsWith('.ring'));

describe('a planned change of keys', () => {
  it('publishes the next key twice the time that anybody keeps them before it signs', async () => {
    const first = await signs(AT);
    const next = await planNextKey(path, AT);
    expect(await believed(AT)).toEqual([first, next?.kid]);
    expect([await signs(after(599)), await signs(after(600))]).toEqual([first, next?.kid]);
  });
  it('believes the old key for as long as a lease of it can last, the skew, and what agents remember', async () => {
    const first = await signs(AT);
    await planNextKey(path, AT);
    const end = 600 + DAY + 60 + 300;
    expect(await believed(after(end - 1))).toContain(first);
    expect(await believed(after(end))).not.toContain(first);
    expect([await forgetKeys(path, after(end - 1)), await forgetKeys(path, after(end)), await files()]).toEqual([0, 1, expect.any(Array)]);
    expect(await files()).toHaveLength(1);
  });
  it('is not begun by a key that was withdrawn before it ever signed', async () => {
    const first = await signs(AT);
    const waits = await planNextKey(path, AT);
    await dropKey(path, String(waits?.kid), after(300));
    const planned = after(3 * DAY);
    await planNextKey(path, planned);
    const began = after(3 * DAY + 660);
    expect(await signs(began)).not.toBe(first);
    expect(await forgetKeys(path, began)).toBe(0);
    expect(await believed(began)).toContain(first);
  });
  it('waits for one at a time', async () => {
    await planNextKey(path, AT);
    expect(await planNextKey(path, after(599))).toBeNull();
    expect(await planNextKey(path, after(600))).not.toBeNull();
  });
});

describe('in an emergency', () => {
  it('the key that signs is believed no more, its secret half is gone, and a new one signs at once', async () => {
    const first = String(await signs(AT));
    await dropKey(path, first, AT);
    const now = await signs(AT);
    expect([now === first, await believed(AT)]).toEqual([false, [now]]);
    const { open, dropped } = await openRing(path);
    expect(dropped.map(({ kid }) => kid)).toEqual([first]);
    expect(stateOfKey([...open, ...dropped], dropped[0]!, AT)).toBe('dropped');
    expect(await files()).toHaveLength(1);
    expect(await dropKey(path, first, AT)).toBeNull();
  });
  it('an earlier key never signs again', async () => {
    const first = await signs(AT);
    const next = await planNextKey(path, AT);
    await dropKey(path, String(next?.kid), after(700));
    expect([first, next?.kid]).not.toContain(await signs(after(700)));
    expect(await believed(after(700))).toContain(first);
  });
  it('a next key that is withdrawn changes nothing else', async () => {
    const first = await signs(AT);
    const next = await planNextKey(path, AT);
    await dropKey(path, String(next?.kid), after(1));
    expect([await signs(after(700)), await believed(after(1))]).toEqual([first, [first]]);
  });
});

describe('the files of the keys', () => {
  it('are each for their owner alone, and one that others can read stops everything', async () => {
    await planNextKey(path, AT);
    for (const name of await readdir(join(folder, 'keys'))) expect((await stat(join(folder, 'keys', name))).mode & 0o777).toBe(0o600);
    const next = (await files()).find((name) => name !== 'lease-signing.pem')!;
    await chmod(join(folder, 'keys', next), 0o644);
    await expect(openRing(path)).rejects.toThrow('mode 644');
  });
  it.each([
    '{}',
    'not json',
    '[{"kid":"x"}]',
    '[{"kid":"x","suffix":"/../../x","publishedAt":"2026-01-01","signsFrom":"2026-01-01","droppedAt":null}]',
  ])('a list that says %s is refused', async (content) => {
    await writeFile(`${path}.ring`, content, { mode: 0o600 });
    await expect(openRing(path)).rejects.toThrow(SettingsMistake);
  });
  it('a key that was put in the place of another is refused', async () => {
    await planNextKey(path, AT);
    const [next] = (await files()).filter((name) => name !== 'lease-signing.pem');
    await copyFile(join(folder, 'keys', next!), path);
    await expect(openRing(path)).rejects.toThrow('another key');
  });
  it.each(['the one key', 'a key of the list'])('%s that vanished stops everything, and none is made in its place', async (what) => {
    if (what === 'a key of the list') await planNextKey(path, AT);
    await rm(path);
    for (let times = 0; times < 2; times += 1) await expect(openRing(path)).rejects.toThrow('found none');
    expect(await files()).not.toContain('lease-signing.pem');
  });
});
