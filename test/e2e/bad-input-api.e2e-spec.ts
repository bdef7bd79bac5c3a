import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { routesOf } from '../support/routes.js';
import { RowWatch, writtenBetween } from '../support/row-marks.js';
import { type ApiEndpoint, apiEndpoints } from '../support/api-endpoints.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import { wide } from '../support/long.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(300_000);

const DEEP = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

/** Doors with a form of their own, tried by the tests of their features. */
const TRIED_ELSEWHERE = /^\/access\/|^\/api\/v1\/(measurements|inventory)$/;

interface Wrong {
  readonly kind: string;
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The field that a 422 must name. */
  readonly field?: string;
}

const WRONG_VALUES: readonly unknown[] = [
  ['x'],
  { a: { b: { c: [] } } },
  true,
  'a'.repeat(900_000),
  'een\0twee',
  -1.5,
  '<script>alert(1)</script>'.repeat(200),
];
/** One kind of each, for doors that are tried with all of them in the long run. */
const ENOUGH = /^(?:no \w+|\w+ is (?:"een|\{)|unknown field|a list|nothing|cut off|deep|plain text|another site)/;

const wrongBodies = (endpoint: ApiEndpoint): Wrong[] =>
  everyWrong(endpoint).filter(({ kind }) => wide(true, !endpoint.brief) || ENOUGH.test(kind));

const everyWrong = ({ good, optional }: ApiEndpoint): Wrong[] => {
  const fields = Object.keys(good);
  const withField = (field: string, value: unknown): string => JSON.stringify({ ...good, [field]: value });
  const without = (field: string): string => JSON.stringify(Object.fromEntries(Object.entries(good).filter(([name]) => name !== field)));
  const right = JSON.stringify(good);
  return [
    ...fields.filter((field) => !optional.includes(field)).map((field) => ({ kind: `no ${field}`, body: without(field), field })),
    ...fields.flatMap((field) =>
      WRONG_VALUES.filter((value) => typeof value !== 'boolean' || typeof good[field] !== 'boolean').map((value) => ({
        kind: `${field} is ${JSON.stringify(value).slice(0, 30)}`,
        body: withField(field, value),
        field,
      })),
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
  let all: Readonly<Record<string, ApiEndpoint>>;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    sample = await sampleOrganisation('bad_input_api');
    watch = await RowWatch.over(sample.database);
    const [row] = await sample.database.asOwner(
      `select a.tool_id as tool, a.version_id as version, (select id from agents limit 1) as agent, r.id as request
       from activations a join consent_requests r on r.tool_id = a.tool_id order by a.activated_at desc limit 1`,
    );
    const [tool, version] = [String(row?.['tool']), String(row?.['version'])];
    all = apiEndpoints({ tool, version, agent: String(row?.['agent']), request: String(row?.['request']) });
    for (const role of ['it_admin', 'director', 'hr_registrar', 'privacy_officer', 'dpo', 'or_chair'])
      visitors.set(role, await sample.signIn(sample.personOf(role)));
  });
  afterAll(async () => {
    await watch.close();
    await sample.close();
  });

  const send = async (endpoint: ApiEndpoint, { body, type, headers }: Omit<Wrong, 'kind'>) => {
    const key = { 'idempotency-key': `"${Math.floor(performance.now() * 1000)}"` };
    const init = {
      method: endpoint.method,
      body,
      headers: { accept: 'application/json', 'content-type': type ?? 'application/json', ...key, ...headers },
    };
    const response = await (visitors.get(endpoint.role) as Visitor).fetch(endpoint.path, init);
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };

  it('are all of them tried', () => {
    const doors = routesOf([...FEATURES, HttpModule]).filter(
      ({ api, method, path }) => api && method !== 'GET' && !TRIED_ELSEWHERE.test(path),
    );
    expect(doors.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(all).sort());
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
        const say = (fault: string): number =>
          faults.push(`${endpoint.method} ${endpoint.path.replace(/[0-9A-Z]{16}/g, 'ID')} ${wrong.kind}: ${fault}`);
        if (status < 400 || status >= 500) say(`answers ${status}`);
        if (!type.startsWith('application/problem+json')) say(`answers with ${type}`);
        if (written.length > 0) say(`writes ${written.join(', ')}`);
        if (status === 422 && wrong.field && !text.includes(`"field":"${wrong.field}`)) say(`names no field: ${text.slice(0, 120)}`);
        if (/script>|aaaaaaaaaa/.test(text)) say('repeats what was sent');
      }
    expect(faults).toEqual([]);
  });

  it('ask for a key that makes an act happen once', async () => {
    const stops = all['POST /api/v1/tools/:toolId/stops'] as ApiEndpoint;
    for (const key of ['', 'x'.repeat(200)])
      expect([key.length, (await send(stops, { body: JSON.stringify(stops.good), headers: { 'idempotency-key': key } })).status]).toEqual([
        key.length,
        400,
      ]);
  });

  it('answer a guest with 401, and somebody else with 404', async () => {
    const stops = all['POST /api/v1/tools/:toolId/stops'] as ApiEndpoint;
    const guest = sample.visitor();
    const manager = await sample.signIn(sample.personOf('manager'));
    expect((await guest.json(stops.path, { method: 'POST', body: stops.good })).status).toBe(401);
    expect((await manager.json(stops.path, { method: 'POST', body: stops.good })).status).toBe(404);
    expect((await guest.json(stops.path.replace('stops', 'gate'))).status).toBe(401);
  });

  it('do what is asked when nothing is wrong', async () => {
    const before = await watch.marks();
    const stops = all['POST /api/v1/tools/:toolId/stops'] as ApiEndpoint;
    expect((await send(stops, { body: JSON.stringify(stops.good) })).status).toBe(201);
    expect(writtenBetween(before, await watch.marks())).toEqual(expect.arrayContaining(['public.evidence_entries', 'public.suspensions']));
  });
});
