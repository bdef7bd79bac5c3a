import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { LeaseJudge } from '../../src/features/measurements/lease-judge.service.js';
import { LARGEST_BATCH } from '../../src/platform/http/index.js';
import { lineOf } from '../support/given-measurements.js';
import { BatchSenders, NOON, QUIET, type Sender, started } from '../support/batch-senders.js';

let senders: BatchSenders;

beforeAll(async () => {
  senders = await BatchSenders.on('data_on_the_way_e2e');
}, 60_000);
beforeEach(() => senders.app.clock.set(NOON));
afterAll(() => senders.app.close());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Until something was noted; the sender is gone, and hears nothing. */
const startedFor = async (from: Sender): Promise<unknown> => {
  for (let tries = 0; tries < 60 && (await senders.noted(from)).batches.length === 0; tries += 1) await pause(50);
  return senders.noted(from);
};
const ELSEWHERE: Record<string, string> = { origin: 'https://elsewhere.example' };
const COOKIE: Record<string, string> = { cookie: 'a=b' };
const lengthOr = (length: string | null): Record<string, string> =>
  length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': length };
const CHUNK = `10000\r\n${'a'.repeat(65_536)}\r\n`;

describe('data without a lease', () => {
  it('that breaks off: the clock starts, with the lines that came', async () => {
    const from = await senders.sender();
    const { socket } = senders.begin(from, null, { 'content-length': '1000' });
    socket.write('{}\n{}\n{}\n');
    await pause(300);
    expect(await senders.noted(from)).toEqual(QUIET);
    socket.destroy();
    expect(await startedFor(from)).toEqual(started(3));
  });

  it('of whom does not wait for an answer: the clock starts, with the lines that came', async () => {
    const from = await senders.sender();
    const judge = senders.app.running.app.get(LeaseJudge);
    const real = judge.judge.bind(judge);
    const slow = jest.spyOn(judge, 'judge').mockImplementation(async (sent) => {
      await pause(300);
      return real(sent);
    });
    try {
      const { socket } = senders.begin(from, null, { 'content-length': '9' });
      socket.write('{}\n{}\n{}\n');
      await pause(100);
      socket.resetAndDestroy();
      expect(await startedFor(from)).toEqual(started(3));
    } finally {
      slow.mockRestore();
    }
  });

  it('that never ends: it is answered all the same, and its connection is over', async () => {
    const from = await senders.sender();
    const { socket, answer } = senders.begin(from, null, { 'transfer-encoding': 'chunked' });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    const writes = setInterval(() => socket.writable && socket.write(CHUNK), 1);
    try {
      expect(await answer).toMatch(/^HTTP\/1.1 403 .*connection: close.*lease\.missing/s);
      await closed;
    } finally {
      clearInterval(writes);
    }
    expect(await senders.noted(from)).toEqual(started(0));
  });

  it('that comes as from a page elsewhere: the clock starts; under a lease, that is what is said', async () => {
    const from = await senders.sender();
    for (const headers of [ELSEWHERE, COOKIE]) expect(await senders.send(from, from.lease, { headers })).toEqual([403, 'origin.foreign']);
    expect(await senders.noted(from)).toEqual(QUIET);
    expect(await senders.send(from, null, { headers: ELSEWHERE })).toEqual([403, 'lease.missing']);
    expect(await senders.noted(from)).toEqual(started(2));
  });

  it('more often than an agent may ask: refused unread, on the clock that runs', async () => {
    const from = await senders.sender();
    let times = 0;
    while (times < 80 && (await senders.send(from, null, {}))[0] === 403) times += 1;
    expect(times).toBeGreaterThan(50);
    expect(await senders.send(from, null, {})).toEqual([429, 'rate.exceeded']);
    expect(await senders.noted(from)).toMatchObject({ batches: [times], lines: [2 * times], suspensions: 1 });
  });
});

describe('no clock starts', () => {
  it.each([String(LARGEST_BATCH), String(2 * LARGEST_BATCH), null])(
    'by whom nobody knows, who is answered before a byte of the body came: of %s bytes',
    async (length) => {
      const from = await senders.sender();
      const { socket, answer } = senders.begin(from, null, { ...lengthOr(length), dpop: 'x' });
      expect(await answer).toMatch(/^HTTP\/1.1 403 .*application\/problem\+json.*proof\.invalid/s);
      expect(/connection: close/i.test(await answer)).toBe(length !== String(LARGEST_BATCH));
      socket.destroy();
      expect(await senders.noted(from)).toEqual(QUIET);
    },
  );

  it('when the lease ends while the batch is on its way: nothing of it is taken in', async () => {
    const from = await senders.sender();
    const line = `${lineOf({}, senders.app.clock.now())}\n`;
    const { socket, answer } = senders.begin(from, from.lease, { 'content-length': String(line.length) });
    await pause(300);
    senders.app.clock.advance({ minutes: 15 });
    socket.write(line);
    expect(await answer).toMatch(/^HTTP\/1.1 403 .*lease\.exp/s);
    socket.destroy();
    expect(await senders.noted(from)).toEqual(QUIET);
  });

  it('under a lease: nothing in it, or in chunks; the connection stays', async () => {
    const from = await senders.sender();
    for (const body of ['', '\n\n']) expect(await senders.send(from, from.lease, { body })).toEqual([400, 'batch.empty']);
    expect(await senders.send(from, from.lease, { headers: { 'content-encoding': 'gzip' }, body: gzipSync('') })).toEqual([
      400,
      'batch.empty',
    ]);
    const line = `${lineOf({}, senders.app.clock.now())}\n`;
    const { socket, answer } = senders.begin(from, from.lease, { 'transfer-encoding': 'chunked' });
    socket.write(`${line.length.toString(16)}\r\n${line}\r\n0\r\n\r\n`);
    expect(await answer).toMatch(/^HTTP\/1.1 201 (?!.*connection: close)/s);
    socket.destroy();
    expect(await senders.noted(from)).toEqual(QUIET);
  });
});
