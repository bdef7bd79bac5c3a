import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { readNetwork } from './networks.js';
import { faultOfTarget, type Post, type Posted, postTo } from './post.js';

const HERE = [readNetwork('127.0.0.1'), readNetwork('::1')].filter((network) => network !== null);
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.host}`);
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  asked.length = 0;
  answer = (_request, response) => void response.writeHead(204).end();
});
afterAll(() => (server.closeAllConnections(), server.close()));

const port = (): number => (server.address() as AddressInfo).port;
const at = (path = '/', host = '127.0.0.1'): string => `http://${host}:${port()}${path}`;
const post = (url: string, permitted = HERE, more: Partial<Post> = {}): Promise<Posted> =>
  postTo({ url, body: '{}', headers: { 'content-type': 'application/json' }, timeoutMs: 2000, ...more }, permitted);

describe('posting to an address that somebody typed', () => {
  it('answers the status', async () => {
    expect(await post(at('/hooks?x=1'))).toEqual({ status: 204, retryAfter: null });
    expect(asked).toEqual([`POST /hooks?x=1 127.0.0.1:${port()}`]);
  });

  it('goes nowhere that is not public, unless it is named', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '0x7f.1', '2130706433', '169.254.169.254'])
      expect([host, await post(at('/', host), [])]).toEqual([host, { fault: 'address' }]);
    expect(asked).toEqual([]);
    expect(await post(at('/', 'localhost'))).toMatchObject({ status: 204 });
    expect(await faultOfTarget(at(), [], 1000)).toBe('address');
    expect(await faultOfTarget(at(), HERE, 1000)).toBeNull();
  });

  it('is never plain over the internet', async () => expect(await faultOfTarget('http://93.184.215.14/', HERE, 1000)).toBe('scheme'));
  it('knows a name that is none', async () => expect(await post('https://no-such-name.invalid/')).toEqual({ fault: 'unknown_host' }));

  it('follows no redirect', async () => {
    answer = (_request, response) => void response.writeHead(307, { location: at('/elsewhere') }).end();
    expect(await post(at())).toMatchObject({ status: 307 });
    expect(asked).toHaveLength(1);
  });

  it('waits no longer than it was told, for a silence and for drops', async () => {
    answer = () => undefined;
    expect(await post(at(), HERE, { timeoutMs: 100 })).toEqual({ fault: 'timeout' });
    const drops = createTcp((socket) => {
      const timer = setInterval(() => socket.write('H'), 20);
      socket.on('error', () => undefined).on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => drops.listen(0, '127.0.0.1', resolve));
    const dripping = `http://127.0.0.1:${(drops.address() as AddressInfo).port}/`;
    expect('fault' in (await post(dripping, HERE, { timeoutMs: 150 }))).toBe(true);
    drops.close();
  });

  it('reads nothing of a large answer', async () => {
    let sent = 0;
    answer = (_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 100_000;
          if (!response.write('x'.repeat(100_000))) return void response.once('drain', more);
        }
      };
      more();
    };
    expect(await post(at())).toMatchObject({ status: 200 });
    expect(sent).toBeLessThan(20_000_000);
    answer = (_request, response) => void response.writeHead(200, { 'x-large': 'x'.repeat(12_000) }).end();
    expect(await post(at())).toEqual({ fault: 'broken' });
  });

  it('reads how long it should wait, up to an hour', async () => {
    answer = (_request, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
    expect(await post(at())).toEqual({ status: 429, retryAfter: 3600 });
    answer = (_request, response) => void response.writeHead(503, { 'retry-after': 'tomorrow' }).end();
    expect(await post(at())).toEqual({ status: 503, retryAfter: null });
  });

  it('says that nothing listens, and that a certificate is none', async () => {
    const gone = createTcp();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port: free } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    expect(await post(`http://127.0.0.1:${free}/`)).toEqual({ fault: 'refused' });
    expect(await post(`https://127.0.0.1:${port()}/`)).toEqual({ fault: 'certificate' });
  });
});
