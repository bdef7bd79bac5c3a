import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { jwkOf } from './jwk.js';
import { signingThread } from './signing-thread.js';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey, x: jwkOf(privateKey).x };
};
const signatureOf = (text: string, { privateKey }: ReturnType<typeof pair>): string =>
  sign(null, Buffer.from(text), privateKey).toString('base64url');
const zeros = (bytes: number): string => Buffer.alloc(bytes).toString('base64url');

describe('the thread that signs', () => {
  it('answers each of those who ask at once for their own text and key, and for nobody else’s', async () => {
    const keys = Array.from({ length: 40 }, pair);
    const texts = keys.map((_, at) => `text ${at} é`);
    const good = keys.map((key, at) => signingThread.check(key.x, texts[at]!, signatureOf(texts[at]!, key)));
    const anothers = keys.map((key, at) => signingThread.check(keys[(at + 1) % keys.length]!.x, texts[at]!, signatureOf(texts[at]!, key)));
    const changed = keys.map((key, at) => signingThread.check(key.x, `${texts[at]!}.`, signatureOf(texts[at]!, key)));
    expect(new Set(await Promise.all(good))).toEqual(new Set([true]));
    expect(new Set(await Promise.all([...anothers, ...changed]))).toEqual(new Set([false]));
  });

  it('finds nothing in what is no signature and no key, and goes on for the others', async () => {
    const key = pair();
    const [none, long, noKey, good] = await Promise.all([
      signingThread.check(key.x, 'a', zeros(0)),
      signingThread.check(key.x, 'a', zeros(6400)),
      signingThread.check('AAAA', 'a', signatureOf('a', key)),
      signingThread.check(key.x, 'a', signatureOf('a', key)),
    ]);
    expect([none, long, noKey, good]).toEqual([false, false, false, true]);
  });

  it('signs with the key that each asks for, the beginning and the end of a text as one', async () => {
    const [one, other] = [pair(), pair()];
    const asked = Array.from({ length: 60 }, (_, at) => ({
      key: at % 2 ? one : other,
      begun: `begun ${at % 3} `,
      end: createHash('sha256').update(String(at)).digest('hex'),
    }));
    const signatures = await Promise.all(asked.map(({ key, begun, end }) => signingThread.sign(key.privateKey, begun, end)));
    const holds = asked.map(({ key, begun, end }, at) =>
      verify(null, Buffer.from(begun + end), key.publicKey, Buffer.from(signatures[at]!, 'base64url')),
    );
    expect(new Set(holds)).toEqual(new Set([true]));
  });

  it('gives an error to all who wait when it ends, and starts anew for who comes next', async () => {
    const { publicKey, ...key } = pair();
    const waiting = [signingThread.check(key.x, 'a', zeros(64)), signingThread.sign(publicKey, 'a', 'b')];
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await signingThread.check(key.x, 'a', signatureOf('a', { publicKey, ...key }))).toBe(true);
  });

  it('takes no answer from a thread that it has given up for what it asked of the next', async () => {
    const key = pair();
    const send = (): void => Reflect.get(signingThread, 'send').call(signingThread) as void;
    const first = signingThread.check(key.x, 'a', signatureOf('a', key));
    send();
    for (const until = performance.now() + 300; performance.now() < until;);
    const unsendable = signingThread.sign((() => 0) as never, 'a', 'b');
    send();
    const forged = signingThread.check(key.x, 'a', zeros(64));
    send();
    expect((await Promise.allSettled([first, unsendable])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await forged).toBe(false);
  });
});
