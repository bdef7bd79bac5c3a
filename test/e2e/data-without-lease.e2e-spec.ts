import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { SigningKeys } from '../../src/features/agents/index.js';
import { LARGEST_BATCH } from '../../src/platform/http/index.js';
import { newSecret } from '../../src/kernel/ids.js';
import { claimsOf } from '../support/agent.js';
import { BatchSenders, NOON, QUIET, type Sending, started } from '../support/batch-senders.js';

let senders: BatchSenders;

beforeAll(async () => {
  senders = await BatchSenders.on('data_without_lease_e2e');
}, 60_000);
beforeEach(() => senders.app.clock.set(NOON));
afterAll(() => senders.app.close());

const BOMB = gzipSync(Buffer.alloc(LARGEST_BATCH + 1, 97));
const MALFORMED: readonly (readonly [what: string, sending: Sending, status: number, code: string, lines: number])[] = [
  ['a name that is none', { headers: { 'idempotency-key': 'x' } }, 400, 'batch.name-missing', 2],
  ['another kind', { headers: { 'content-type': 'text/csv' }, body: 'logins,1\n' }, 415, 'body.wrong-type', 0],
  ['JSON that cannot be read', { headers: { 'content-type': 'application/json' }, body: '{' }, 415, 'body.wrong-type', 0],
  ['a form in parts', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }, 415, 'body.wrong-type', 0],
  ['a packing that we do not know', { headers: { 'content-encoding': 'br' } }, 415, 'body.wrong-type', 0],
  ['a packing that unpacks beyond the limit', { headers: { 'content-encoding': 'gzip' }, body: BOMB }, 413, 'body.too-large', 0],
  ['a packing that is broken', { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' }, 400, 'body.unreadable', 0],
  ['a body beyond the limit', { body: Buffer.alloc(LARGEST_BATCH + 1, 97) }, 413, 'body.too-large', 0],
  ['a body beyond the limit, in chunks', { body: Buffer.alloc(LARGEST_BATCH + 1, 97), isChunked: true }, 413, 'body.too-large', 0],
  ['more lines than a batch may have', { body: '{}\n'.repeat(10_001) }, 413, 'batch.too-many', 10_001],
];

describe('data that comes without a lease', () => {
  it.each([['nothing wrong with it', {}, 201, '', 2] as const, ...MALFORMED])(
    'with %s: the clock starts, the tool stops, and the answer is about the lease',
    async (_what, sending, _status, _code, lines) => {
      const from = await senders.sender();
      expect(await senders.send(from, null, sending)).toEqual([403, 'lease.missing']);
      const found = await senders.noted(from);
      expect(found).toEqual(started(lines));
      expect(found.mails).toBeGreaterThan(0);
    },
  );

  it.each(MALFORMED)('the control: under a lease, %s is said, and no clock starts', async (_what, sending, status, code) => {
    const from = await senders.sender();
    expect(await senders.send(from, from.lease, sending)).toEqual([status, code]);
    expect(await senders.noted(from)).toEqual(QUIET);
    expect(await senders.send(from, from.lease, {})).toEqual([201, '']);
  });

  it.each(MALFORMED)('under a lease that we never gave: the clock starts, also with %s', async (_what, sending, _status, _code, lines) => {
    const from = await senders.sender();
    const token = senders.signed({ ...claimsOf(from.lease), jti: newSecret(12) });
    expect(await senders.send(from, token, sending)).toEqual([403, 'lease.unknown']);
    expect(await senders.noted(from)).toEqual(started(lines));
  });

  it('twice, of one agent: one clock, one stop', async () => {
    const from = await senders.sender();
    for (const [, sending] of MALFORMED.slice(0, 3)) expect(await senders.send(from, null, sending)).toEqual([403, 'lease.missing']);
    expect(await senders.noted(from)).toMatchObject({ batches: [3], lines: [2], suspensions: 1 });
  });
});

describe('no clock starts', () => {
  it.each(MALFORMED)('while a lease ended a moment ago, and %s; a minute later one does', async (_what, sending, _status, _code, lines) => {
    const from = await senders.sender();
    senders.app.clock.advance({ minutes: 15, seconds: 30 });
    expect(await senders.send(from, from.lease, sending)).toEqual([403, 'lease.exp']);
    expect(await senders.noted(from)).toEqual(QUIET);
    senders.app.clock.advance({ minutes: 1 });
    expect(await senders.send(from, from.lease, sending)).toEqual([403, 'lease.exp']);
    expect(await senders.noted(from)).toEqual(started(lines));
  });

  it.each(MALFORMED)('while the keys cannot be read, and %s', async (_what, sending) => {
    const from = await senders.sender();
    const published = jest.spyOn(senders.app.running.app.get(SigningKeys), 'published').mockReturnValue([]);
    try {
      expect(await senders.send(from, null, sending)).toEqual([503, 'keys.unreadable']);
    } finally {
      published.mockRestore();
    }
    expect(await senders.noted(from)).toEqual(QUIET);
  });

  it('after a stop, whose lease was withdrawn with it', async () => {
    const from = await senders.sender();
    await senders.app.database.asOwner(`update generations set generation = generation + 1 where tool_id = $1`, [from.toolId]);
    for (const [, sending] of [['', {}] as const, ...MALFORMED])
      expect(await senders.send(from, from.lease, sending)).toEqual([403, 'lease.over']);
    expect(await senders.noted(from)).toEqual(QUIET);
  });

  it('when nothing came, or nobody proved who sent it; and a proof holds once', async () => {
    const from = await senders.sender();
    for (const body of ['', '\n\n', gzipSync('')]) {
      const headers: Record<string, string> = Buffer.isBuffer(body) ? { 'content-encoding': 'gzip' } : {};
      expect(await senders.send(from, null, { headers, body })).toEqual([400, 'batch.empty']);
    }
    expect(await senders.send(from, null, { headers: { dpop: 'x' } })).toEqual([403, 'proof.invalid']);
    expect(await senders.noted(from)).toEqual(QUIET);
    const { dpop = '' } = senders.headersOf(from, from.lease);
    expect(await senders.send(from, from.lease, { headers: { dpop, 'idempotency-key': 'x' } })).toEqual([400, 'batch.name-missing']);
    expect(await senders.send(from, from.lease, { headers: { dpop } })).toEqual([403, 'proof.invalid']);
  });
});
