import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSealKey, seal, unseal } from './index.js';

const KEY = Buffer.alloc(32, 7);
const PLAIN = Buffer.from('wat erin zit');

describe('a sealed value', () => {
  it('opens with its key and purpose, and with no other', () => {
    const sealed = seal(KEY, 'ballot b1', PLAIN);
    expect(unseal(KEY, 'ballot b1', sealed)).toEqual(PLAIN);
    expect(unseal(KEY, 'ballot b2', sealed)).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), 'ballot b1', sealed)).toBeNull();
  });
  it('does not open once a bit was changed or bytes are missing', () => {
    const sealed = seal(KEY, 'ballot b1', PLAIN);
    const changed = Buffer.from(sealed);
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(unseal(KEY, 'ballot b1', changed)).toBeNull();
    expect(unseal(KEY, 'ballot b1', sealed.subarray(0, 20))).toBeNull();
  });
  it('looks other each time, and is as long as what is in it and no more', () => {
    const twice = [seal(KEY, 'ballot b1', PLAIN), seal(KEY, 'ballot b1', PLAIN)];
    expect(twice[0]).not.toEqual(twice[1]);
    expect(twice.map(({ length }) => length)).toEqual([PLAIN.length + 28, PLAIN.length + 28]);
  });
});

describe('the key that seals', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'countersign-seal-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and stays the same', async () => {
    const path = join(folder, 'keys', 'ballot-seal.key');
    const first = await openSealKey(path);
    expect(first).toHaveLength(32);
    expect(await openSealKey(path)).toEqual(first);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
