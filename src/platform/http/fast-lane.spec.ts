import fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { FastLane } from './fast-lane.js';

const PATH = '/asked';
let server: FastifyInstance;
let url: string;
let handled: string[];
let fast: (body: string) => string | null | Promise<string>;

beforeEach(async () => {
  handled = [];
  fast = (body) => (body.startsWith('{"fast"') ? `{"answer":${body.length}}` : null);
  server = fastify({ genReqId: () => 'q_1' });
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.headers['x-request-id'] ?? request.id));
  server.post(PATH, (request, reply) => {
    handled.push(JSON.stringify(request.body));
    void reply
      .header('x-own', 'yes')
      .status((request.body as { status?: number }).status ?? 200)
      .send({ answer: JSON.stringify(request.body).length });
  });
  new FastLane({ status: 200, takes: (url) => url === PATH, answer: (_headers, body) => fast(body.toString('utf8')) }).open(server);
  url = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

const ask = async (body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + PATH, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return {
    status: answer.status,
    text: await answer.text(),
    headers: Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date')),
  };
};

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 100 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the lane past the framework', () => {
  it('opens with the handler’s first answer, and then answers with the same headers and bytes', async () => {
    const slow = await ask('{"fast":1}', { 'x-request-id': 'mine' });
    expect(handled).toHaveLength(1);
    expect(await ask('{"fast":1}', { 'x-request-id': 'mine' })).toEqual(slow);
    expect(handled).toHaveLength(1);
    expect((await ask('{"fast":1}', { 'x-request-id': 'other' })).headers['x-request-id']).toBe('other');
  });

  it('leaves to the handler, whole, what it does not answer', async () => {
    await ask('{"fast":1}');
    const long = `{"slow":"${'é'.repeat(20_000)}"}`;
    expect((await ask(long)).text).toBe(`{"answer":${long.length}}`);
    expect((await ask('{"slow":2,"status":403}')).status).toBe(403);
    expect(handled.slice(1).map(({ length }) => length)).toEqual([long.length, '{"slow":2,"status":403}'.length]);
    expect((await ask('{"slow"')).status).toBe(400);
    expect((await fetch(url + PATH)).status).toBe(404);
    expect((await ask(`{"fast":"${'x'.repeat(70_000)}"}`)).headers['x-own']).toBe('yes');
    expect(handled).toHaveLength(4);
  });

  it('answers in whatever letters it is given', async () => {
    await ask('{"fast":1}');
    for (const answer of ['{"a":"b"}', '{"a":"één €"}', '{"a":"\u{1F512}"}', `{"a":"${'ë'.repeat(9000)}"}`]) {
      fast = () => answer;
      expect(await ask('{"fast":1}')).toMatchObject({ text: answer, headers: { 'content-length': String(Buffer.byteLength(answer)) } });
    }
    expect(handled).toHaveLength(1);
  });

  it('never opens with a refusal', async () => {
    await ask('{"fast":1,"status":403}');
    await ask('{"fast":1}');
    expect(handled).toHaveLength(2);
  });

  it('reads a body that comes in pieces, and request after request on one connection', async () => {
    await ask('{"fast":1}');
    const body = '{"fast":"in pieces"}';
    const head = `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let got = '';
    socket.on('data', (data) => (got += data.toString('latin1')));
    for (const piece of [head, body.slice(0, 5), body.slice(5), head + body.replace('fast', 'slow'), head + body]) {
      socket.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await until(() => got.match(/HTTP\/1\.1 200/g)?.length === 3);
    socket.destroy();
    expect(got.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
    expect(handled).toHaveLength(2);
  });

  it('waits for an answer that takes a while, and lets the handlers tell a refusal', async () => {
    await ask('{"fast":1}');
    fast = async (body) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (body.includes('no')) throw Object.assign(new Error('not now'), { statusCode: 409 });
      return `{"answer":${body.length}}`;
    };
    const [late, refused] = await Promise.all([ask('{"later":1}'), ask('{"later":"no"}')]);
    expect([late.status, late.text, late.headers['x-own']]).toEqual([200, '{"answer":11}', 'yes']);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([409, { message: 'not now' }]);
    expect(handled).toHaveLength(1);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let got = '';
    socket.on('data', (data) => (got += data.toString('latin1')));
    for (const body of ['{"later":1}', '{"later":"no"}', '{"later":2}']) {
      socket.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await until(() => got.match(/HTTP\/1\.1/g)?.length === 3);
    socket.destroy();
    expect(got.match(/HTTP\/1\.1 (200|409)/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 409', 'HTTP/1.1 200']);
  });
});
