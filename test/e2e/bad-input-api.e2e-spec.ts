import { generateKeyPairSync } from 'node:crypto';
import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { routesOf } from '../support/routes.js';
import { RowWatch, writtenBetween } from '../support/row-marks.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(300_000);

const { publicKey } = generateKeyPairSync('ed25519');
const jwk = publicKey.export({ format: 'jwk' });
const DEEP = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

/** A request that would be right, but for one of its fields. */
interface Endpoint {
  readonly path: string;
  readonly role: string;
  readonly good: Readonly<Record<string, unknown>>;
  /** Fields that may be left out. */
  readonly optional: readonly string[];
}
const endpoints = (ids: {
  readonly tool: string;
  readonly version: string;
  readonly agent: string;
}): Readonly<Record<string, Endpoint>> => ({
  '/api/v1/agent-enrolments': {
    path: '/api/v1/agent-enrolments',
    role: 'it_admin',
    good: { code: '0'.repeat(26), publicKey: { kty: jwk.kty, crv: jwk.crv, x: jwk.x } },
    optional: [],
  },
  '/api/v1/agents/:agentId/leases': {
    path: `/api/v1/agents/${ids.agent}/leases`,
    role: 'it_admin',
    good: { person: 'p_1', settings: { sampling: 'off' } },
    optional: [],
  },
  '/api/v1/agents/:agentId/stop-receipts': {
    path: `/api/v1/agents/${ids.agent}/stop-receipts`,
    role: 'it_admin',
    good: { stoppedAt: '2026-03-02T08:00:00Z', discardedRecords: 0, reason: 'stopped' },
    optional: [],
  },
  '/api/v1/tools/:toolId/activations': {
    path: `/api/v1/tools/${ids.tool}/activations`,
    role: 'it_admin',
    good: { versionId: ids.version },
    optional: [],
  },
  '/api/v1/tools/:toolId/stops': {
    path: `/api/v1/tools/${ids.tool}/stops`,
    role: 'director',
    good: { reason: 'Een reden' },
    optional: ['reason'],
  },
});

interface Wrong {
  readonly kind: string;
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The field that a 422 must name. */
  readonly field?: string;
}

const wrongBodies = ({ good, optional }: Endpoint): Wrong[] => {
  const fields = Object.keys(good);
  const withField = (field: string, value: unknown): string => JSON.stringify({ ...good, [field]: value });
  const without = (field: string): string => JSON.stringify(Object.fromEntries(Object.entries(good).filter(([name]) => name !== field)));
  const right = JSON.stringify(good);
  return [
    ...fields.filter((field) => !optional.includes(field)).map((field) => ({ kind: `no ${field}`, body: without(field), field })),
    ...fields.flatMap((field) =>
      [['x'], { a: { b: { c: [] } } }, true, 'a'.repeat(900_000), 'een\0twee', -1.5, '<script>alert(1)</script>'.repeat(200)].map(
        (value) => ({
          kind: `${field} is ${JSON.stringify(value).slice(0, 30)}`,
          body: withField(field, value),
          field,
        }),
      ),
    ),
    { kind: 'unknown field', body: withField('surprise', 1), field: 'surprise' },
    { kind: '__proto__', body: right.replace('{', '{"__proto__":{"admin":true},') },
    { kind: 'constructor', body: right.replace('{', '{"constructor":1,') },
    { kind: 'a list', body: `[${right}]` },
    { kind: 'a text', body: '"x"' },
    { kind: 'null', body: 'null' },
    { kind: 'nothing', body: '' },
    { kind: 'cut off', body: right.slice(0, -3) },
    { kind: 'deep', body: DEEP },
    { kind: 'deep inside', body: withField(fields[0] ?? '', 0).replace(/:0([,}])/, `:${DEEP}$1`) },
    { kind: 'too large', body: `{"a":"${'x'.repeat(1_100_000)}"}` },
    { kind: 'plain text', body: right, type: 'text/plain' },
    { kind: 'a form', body: 'versionId=1&reason=x', type: 'application/x-www-form-urlencoded' },
    { kind: 'XML', body: '<a/>', type: 'application/xml' },
    { kind: 'another site', body: right, headers: { 'sec-fetch-site': 'cross-site' } },
    { kind: 'a foreign origin', body: right, headers: { origin: 'https://elsewhere.test' } },
  ];
};

const wrote = /public\.(?!officer_account)/;

describe('the programs’ doors with bad input', () => {
  let sample: Sample;
  let watch: RowWatch;
  let all: Readonly<Record<string, Endpoint>>;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    sample = await sampleOrganisation('bad_input_api');
    watch = await RowWatch.over(sample.database);
    const [row] = await sample.database.asOwner(
      `select a.tool_id as tool, a.version_id as version, (select id from agents limit 1) as agent from activations a order by a.activated_at desc limit 1`,
    );
    all = endpoints({ tool: String(row?.['tool']), version: String(row?.['version']), agent: String(row?.['agent']) });
    for (const role of ['it_admin', 'director']) visitors.set(role, await sample.signIn(sample.personOf(role)));
  });
  afterAll(async () => {
    await watch.close();
    await sample.close();
  });

  const send = async (endpoint: Endpoint, { body, type, headers }: Omit<Wrong, 'kind'>) => {
    const key = { 'idempotency-key': `"${Math.floor(performance.now() * 1000)}"` };
    const init = {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'content-type': type ?? 'application/json', ...key, ...headers },
    };
    const response = await (visitors.get(endpoint.role) as Visitor).fetch(endpoint.path, init);
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };

  it('are all of them tried', () => {
    const doors = routesOf([...FEATURES, HttpModule]).filter(({ api, method }) => api && method !== 'GET');
    expect(doors.map(({ path }) => path).sort()).toEqual(Object.keys(all).sort());
  });

  it('refuse it as a problem, name the field, and write nothing', async () => {
    const faults: string[] = [];
    let marks = await watch.marks();
    for (const endpoint of Object.values(all))
      for (const wrong of wrongBodies(endpoint)) {
        const { status, type, text } = await send(endpoint, wrong);
        const after = await watch.marks();
        const written = writtenBetween(marks, after).filter((name) => wrote.test(name));
        marks = after;
        const say = (fault: string): number => faults.push(`${endpoint.path.replace(/[0-9A-Z]{16}/g, 'ID')} ${wrong.kind}: ${fault}`);
        if (status < 400 || status >= 500) say(`answers ${status}`);
        if (!type.startsWith('application/problem+json')) say(`answers with ${type}`);
        if (written.length > 0) say(`writes ${written.join(', ')}`);
        if (status === 422 && wrong.field && !text.includes(`"field":"${wrong.field}`)) say(`names no field: ${text.slice(0, 120)}`);
        if (/script>|aaaaaaaaaa/.test(text)) say('repeats what was sent');
      }
    expect(faults).toEqual([]);
  });

  it('ask for a key that makes an act happen once', async () => {
    const stops = all['/api/v1/tools/:toolId/stops'] as Endpoint;
    for (const key of ['', 'x'.repeat(200)])
      expect([key.length, (await send(stops, { body: JSON.stringify(stops.good), headers: { 'idempotency-key': key } })).status]).toEqual([
        key.length,
        400,
      ]);
  });

  it('answer a guest with 401, and somebody else with 404', async () => {
    const stops = all['/api/v1/tools/:toolId/stops'] as Endpoint;
    const guest = sample.visitor();
    const manager = await sample.signIn(sample.personOf('manager'));
    expect((await guest.json(stops.path, { method: 'POST', body: stops.good })).status).toBe(401);
    expect((await manager.json(stops.path, { method: 'POST', body: stops.good })).status).toBe(404);
    expect((await guest.json(stops.path.replace('stops', 'gate'))).status).toBe(401);
  });

  it('do what is asked when nothing is wrong', async () => {
    const before = await watch.marks();
    const stops = all['/api/v1/tools/:toolId/stops'] as Endpoint;
    expect((await send(stops, { body: JSON.stringify(stops.good) })).status).toBe(201);
    expect(writtenBetween(before, await watch.marks())).toEqual(expect.arrayContaining(['public.evidence_entries', 'public.suspensions']));
  });
});
