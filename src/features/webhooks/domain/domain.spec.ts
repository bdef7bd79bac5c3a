import { bodyOf } from './event.js';
import { scopeParts } from './scope.js';
import { shownSecret, signatureHeaders } from './signature.js';
import { changeOf, type Facts, type Told } from './standing.js';
import { nextAttempt } from './term.js';

const NEVER: Told = { state: null, activationId: null };
const told = (state: Told['state'], activationId: string | null = 'act_1'): Told => ({ state, activationId });
const facts = (wishes: Partial<Facts> = {}): Facts => ({
  activationId: 'act_1',
  causes: [],
  ...wishes,
});

describe('what receivers hear of a tool', () => {
  it.each<[string, Told, Facts, string | null, readonly string[]]>([
    ['switched on', NEVER, facts(), 'activated', []],
    ['on as it was', told('active'), facts(), null, []],
    ['on with another version', told('active'), facts({ activationId: 'act_2' }), 'changed', []],
    ['suspended', told('active'), facts({ causes: ['nullity'] }), 'suspended', ['nullity']],
    ['suspended once more', told('suspended'), facts({ causes: ['nullity', 'drift'] }), null, []],
    ['on again', told('suspended'), facts(), 'activated', []],
    ['stopped', told('active'), facts({ activationId: null, causes: ['stopped'] }), 'stopped', ['stopped']],
    [
      'stopped while suspended',
      told('suspended'),
      facts({ activationId: null, causes: ['drift', 'stopped'] }),
      'stopped',
      ['drift', 'stopped'],
    ],
    ['no longer on, without a word', told('active'), facts({ activationId: null }), 'stopped', []],
    ['after its stop was lifted', told('stopped'), facts({ activationId: null }), null, []],
    ['never on', NEVER, facts({ activationId: null }), null, []],
  ])('%s', (_name, before, now, kind, causes) => {
    const change = changeOf(before, now);
    expect(change?.kind ?? null).toBe(kind);
    if (change) expect(change.causes).toEqual(causes);
  });
});

describe('the next attempt', () => {
  const termFrom = new Date('2026-03-02T09:00:00Z');
  const after = (attempts: number, now = termFrom, chance = 0.5, retryAfterS?: number) =>
    nextAttempt({ attempts, termFrom, now, chance, retryAfterS });
  const seconds = (at: Date | null) => at && (at.getTime() - termFrom.getTime()) / 1000;

  it('is twice as far away each time, and at most three hours', () =>
    expect([1, 2, 3, 4, 11, 12, 40, 2000].map((attempts) => seconds(after(attempts)))).toEqual([
      10, 20, 40, 80, 10240, 10800, 10800, 10800,
    ]));
  it('is spread by a fifth', () => expect([0, 1].map((chance) => seconds(after(1, termFrom, chance)))).toEqual([8, 12]));
  it('waits as the receiver asks', () =>
    expect([seconds(after(1, termFrom, 0.5, 3600)), seconds(after(9, termFrom, 0.5, 5))]).toEqual([3600, 2560]));
  it('is the last one at the end of three days, and then none', () => {
    expect(after(40, new Date('2026-03-05T08:59:00Z'))?.toISOString()).toBe('2026-03-05T09:00:00.000Z');
    expect(after(41, new Date('2026-03-05T09:00:00Z'))).toBeNull();
    expect(after(1, new Date('2026-03-09T09:00:00Z'))).toBeNull();
  });
});

describe('the signature', () => {
  it('is that of Standard Webhooks', () => {
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const headers = signatureHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', new Date(1_614_265_330_000), [secret]);
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
    expect(shownSecret(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  });
  it('is made with each secret that counts', () =>
    expect(signatureHeaders('x', '', new Date(0), [Buffer.alloc(24), Buffer.alloc(24, 1)])['webhook-signature']).toMatch(
      /^v1,\S{44} v1,\S{44}$/,
    ));
});

describe('devices that came or went', () => {
  it('are told as a difference, sorted, in parts, those that went first', () => {
    expect(scopeParts(['d_2', 'd_9', 'd_1'], new Set(['d_9', 'd_4', 'd_3']), 3)).toEqual([
      { in: ['d_3'], out: ['d_1', 'd_2'] },
      { in: ['d_4'], out: [] },
    ]);
  });
  it('are nothing where nothing changed', () => expect(scopeParts(['d_1'], new Set(['d_1']))).toEqual([]));
});

it('an event is a CloudEvent 1.0', () => {
  const event = {
    id: 'ev_1',
    kind: 'stopped',
    toolId: 't_1',
    sequence: 7,
    at: new Date('2026-03-02T09:00:00.4Z'),
    data: { causes: [] },
  } as const;
  expect(JSON.parse(bodyOf(event, 'https://countersign.test'))).toEqual({
    specversion: '1.0',
    id: 'ev_1',
    source: 'https://countersign.test',
    type: 'countersign.tool.stopped',
    subject: 't_1',
    time: '2026-03-02T09:00:00Z',
    datacontenttype: 'application/json',
    sequence: '0000000007',
    data: { causes: [] },
  });
});
