import { decrypt, encrypt, lockKey, newKeyPair, openWith, sealTo, unlockKey } from './index.js';

const CHEAP = { memoryKib: 1024, passes: 1 };
const plain = Buffer.from('Zij kijkt elke dag mee.');
const at = { place: 'k_1 text', step: 4096 };

describe('a sealed box', () => {
  it('opens with the secret half only', async () => {
    const [own, other] = [await newKeyPair(), await newKeyPair()];
    const sealed = await sealTo(own.publicKey, plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(await openWith(own, sealed)).toEqual(plain);
    expect(await openWith(other, sealed)).toBeNull();
    expect(await openWith({ ...own, secretKey: other.secretKey }, sealed)).toBeNull();
  });
  it('shows each changed bit', async () => {
    const own = await newKeyPair();
    const sealed = await sealTo(own.publicKey, plain);
    for (let byte = 0; byte < sealed.length; byte += 7) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte);
      expect(await openWith(own, changed)).toBeNull();
    }
  });
});

describe('sealed content', () => {
  const key = Buffer.alloc(32, 7);
  it('opens under its own key, in its own place', async () => {
    const sealed = await encrypt(key, { plain, ...at });
    expect(await decrypt(key, sealed, at)).toEqual(plain);
    expect(await decrypt(Buffer.alloc(32, 8), sealed, at)).toBeNull();
    expect(await decrypt(key, sealed, { ...at, place: 'k_2 text' })).toBeNull();
    expect(await decrypt(key, sealed.subarray(0, 10), at)).toBeNull();
  });
  it('has one size for one word and for a page of text', async () => {
    const sizes = await Promise.all(
      ['', 'x', 'x'.repeat(4_000)].map(async (text) => (await encrypt(key, { plain: Buffer.from(text), ...at })).length),
    );
    expect(new Set(sizes).size).toBe(1);
    expect((await encrypt(key, { plain: Buffer.alloc(4_096), ...at })).length).toBeGreaterThan(sizes[0] ?? 0);
  });
  it('is never the same twice', async () => expect(await encrypt(key, { plain, ...at })).not.toEqual(await encrypt(key, { plain, ...at })));
});

describe('a locked key', () => {
  it('opens with its owner’s secret, also when that is typed in another form of Unicode', async () => {
    const pair = await newKeyPair();
    const locked = await lockKey(pair, 'één lange zin', CHEAP);
    const opened = await unlockKey(locked, 'één lange zin'.normalize('NFD'));
    expect(opened && Buffer.from(opened.secretKey)).toEqual(Buffer.from(pair.secretKey));
    expect(Buffer.from(locked.locked).includes(Buffer.from(pair.secretKey))).toBe(false);
  });
  it('stays shut for another secret, or beside another public half', async () => {
    const locked = await lockKey(await newKeyPair(), 'een lange zin', CHEAP);
    expect(await unlockKey(locked, 'een lange zin ')).toBeNull();
    expect(await unlockKey({ ...locked, publicKey: (await newKeyPair()).publicKey }, 'een lange zin')).toBeNull();
  });
});
