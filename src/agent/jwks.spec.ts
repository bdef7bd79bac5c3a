import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KeySet } from './jwks.js';

let server: Server;
let published: string[];
let asked: number;
let isAway: boolean;
let now: number;
let set: KeySet;

beforeEach(async () => {
  [published, asked, isAway, now] = [['one'], 0, false, 0];
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(isAway ? 503 : 200).end(JSON.stringify({ keys: published.map((kid) => ({ kid })) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  set = new KeySet(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => now);
});
afterEach(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))));

const kidsFor = async (kid: string): Promise<readonly string[]> => (await set.with(kid)).map((key) => key.kid);

describe('the keys that an agent believes', () => {
  it('are asked once, and again for one that it does not know, at most every 30 seconds', async () => {
    expect([await kidsFor('one'), await kidsFor('one'), asked]).toEqual([['one'], ['one'], 1]);
    published = ['one', 'two'];
    now = 29_999;
    expect([await kidsFor('two'), asked]).toEqual([['one'], 1]);
    now = 30_000;
    expect([await kidsFor('two'), asked]).toEqual([['one', 'two'], 2]);
  });
  it('do not hold one that the server withdrew longer than five minutes', async () => {
    await kidsFor('one');
    published = ['two'];
    now = 299_999;
    expect(await kidsFor('one')).toEqual(['one']);
    now = 300_000;
    expect(await kidsFor('one')).toEqual(['two']);
  });
  it('stand while the server is away, and none does that was never there', async () => {
    isAway = true;
    await expect(set.with('one')).rejects.toThrow('503');
    isAway = false;
    expect(await kidsFor('one')).toEqual(['one']);
    [isAway, now] = [true, 300_000];
    expect(await kidsFor('one')).toEqual(['one']);
    expect([await kidsFor('one'), asked]).toEqual([['one'], 3]);
  });
});
