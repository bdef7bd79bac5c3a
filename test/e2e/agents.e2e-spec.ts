import { randomUUID } from 'node:crypto';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { instant } from '../../src/kernel/clock.js';
import type { Tx } from '../../src/platform/database/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { claimsOf, newAgentKey, proofFor, TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { APPROVED, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import type { Visitor } from '../support/visitor.js';

let app: TestApp;
let staff: Staff;
let version: Version;
let it_: Visitor;
let employee: Visitor;

beforeAll(async () => {
  app = await appFor('agents_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await switchOn(await given(true));
  version = await given(false);
  it_ = await signIn('it');
  employee = await signIn('employee');
}, 60_000);
afterAll(() => app.close());

const given = (isPlatform: boolean): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const name = isPlatform ? 'Countersign' : 'Aanmeldregistratie';
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    await sign(tx, made);
    return made;
  });
/** The director's signature, which the running application withdraws from a text that nobody signed. */
const sign = (tx: Tx, { id }: Version): Promise<unknown> =>
  tx.query(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
     values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
     on conflict (version_id, attribute, item) do update set value = excluded.value`,
    [id, staff.director.id, app.clock.now()],
  );
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());

const signIn = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};

const enrolled = async (device: string): Promise<TestAgent> => {
  const page = await it_.post('/agents/new', { tool: version.toolId, device }, '/agents/new');
  const code = /data-copy="([0-9A-Z]{26})"/.exec(page.html)?.[1] ?? '';
  const agent = new TestAgent(app.url, app.clock);
  await agent.enrol(code);
  return agent;
};

describe('an agent, from its code to its stop', () => {
  let agent: TestAgent;
  beforeEach(() => app.clock.advance({ seconds: 1 }));
  const ask = (settings = APPROVED) => {
    app.clock.advance({ seconds: 1 });
    return agent.lease(staff.employee.id, { settings });
  };
  const codes = async (settings = APPROVED) => (await ask(settings)).body.reasons?.map(({ code }) => code);

  it('is enrolled with a code that IT sees once', async () => {
    agent = await enrolled('LAPTOP-0417');
    expect([agent.agentId.slice(0, 2), agent.toolId]).toEqual(['a_', version.toolId]);
    const list = await it_.get('/agents');
    expect(list.html).toContain('LAPTOP-0417');
    expect(list.html).toContain('Wacht op medewerker');
  });

  it('gets no lease before the tool is on, and IT sees why', async () => {
    expect(await ask()).toMatchObject({
      status: 403,
      body: { code: 'lease.refused', missing: [], reasons: [{ code: 'tool.not_activated' }] },
    });
    const page = await it_.get(`/agents/${agent.agentId}`);
    expect(page.html).toContain('Geen startbewijs: het meetprogramma meet nu niets');
    expect(page.html.indexOf('L1 ')).toBeLessThan(page.html.indexOf('L2 '));
    expect(page.html).toContain('Versie 1 is nog niet aangezet.');
  });

  it('gets none for somebody who has not said that it is theirs', async () => {
    await switchOn(version);
    expect(await codes()).toEqual(['not_covered']);
    const waiting = await employee.get('/me/devices');
    expect(waiting.html).toContain('Dit meetprogramma hoort bij mij');
    const confirmed = await employee.post(`/me/devices/${agent.agentId}/confirmation`);
    expect(confirmed.html).toMatch(/Bevestigd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(confirmed.html).toContain(staff.employee.id);
  });

  it('gets a lease that holds by every check an agent makes', async () => {
    const { status, body } = await ask();
    expect(status).toBe(201);
    expect(await agent.faultOf(body.lease ?? '')).toBeNull();
    const later = (seconds: number) => instant(new Date(app.clock.now().getTime() + seconds * 1000));
    expect([body.expiresAt, body.renewAfter]).toEqual([later(900), later(450)]);
    expect((await it_.get(`/agents/${agent.agentId}`)).html).toContain('Met dit meetprogramma is niets mis');
  });

  it('shows the lease that it holds when it asks for the next, and is told which field is wrong when it is none', async () => {
    const sheet = { settings: APPROVED };
    const { jti } = claimsOf((await ask()).body.lease ?? '');
    const { body } = await agent.lease(staff.employee.id, sheet, jti);
    const [kept] = await app.database.asOwner('select previous from leases where jti = $1', [claimsOf(body.lease ?? '').jti]);
    expect(kept).toEqual({ previous: jti });
    for (const wrong of ['', 'a b', 7, [jti]]) {
      const refused = await agent.lease(staff.employee.id, sheet, wrong);
      expect([refused.status, ...new Set(refused.body.reasons?.map(({ field }) => field))]).toEqual([422, 'previous']);
    }
  });

  it('keeps IT from seeing whether anybody is measured', async () => {
    const fine = (await it_.get(`/agents/${agent.agentId}`)).html.replaceAll(/_csrf" value="[^"]*"/g, '');
    expect((await agent.lease(staff.colleague.id, { settings: APPROVED })).body.reasons).toMatchObject([{ code: 'not_covered' }]);
    const same = (await it_.get(`/agents/${agent.agentId}`)).html.replaceAll(/_csrf" value="[^"]*"/g, '');
    expect(same).toBe(fine);
    expect((await it_.get('/agents/refusals')).html).not.toContain('not_covered');
    expect(fine).not.toContain(staff.employee.name);
  });

  it('with settings that no table can hold is told so, and gets no lease', async () => {
    const odd = await ask({ ...APPROVED, websites: 'half \ud83d' });
    expect([odd.status, odd.body.lease, ...new Set(odd.body.reasons?.map(({ field }) => field))]).toEqual([422, undefined, 'settings']);
  });

  it('with other settings suspends the tool; IT sees the difference and how to go on', async () => {
    expect(await codes({ ...APPROVED, websites: 'aan' })).toContain('settings.differ');
    const { html } = await it_.get(`/agents/${agent.agentId}`);
    for (const said of [
      'De instellingen wijken af van versie 1',
      'Op dit apparaat staat het op aan.',
      'Wijkt af',
      `/tools/${version.toolId}/suspension`,
    ])
      expect(html).toContain(said);
    expect((await it_.get('/agents/refusals')).html).toContain('De instellingen wijken af');
    expect(await codes()).toEqual(['tool.suspended']);
    await app.running.app.get(StopService).lift(actorOf(staff.it), version.toolId, 'De instellingen zijn teruggezet.');
    expect((await ask()).status).toBe(201);
  });

  it('is refused after a stop, and says that it stopped', async () => {
    const { lease = '' } = (await ask()).body;
    await app.running.app.get(StopService).stop(actorOf(staff.chair), version.toolId, { reason: '', key: randomUUID() });
    expect(await codes()).toContain('tool.stopped');
    const receipt = { stoppedAt: '2026-02-20T10:00:00Z', discardedRecords: 2, reason: 'lease.refused', lease: claimsOf(lease).jti };
    expect(await agent.stopped(receipt)).toMatchObject({ status: 201, body: { receiptId: expect.stringMatching(/^k_/) } });
  });

  it('is taken out of use with a reason', async () => {
    const path = `/agents/${agent.agentId}/retirement`;
    expect((await it_.post(path, { reason: 'x' }, path)).status).toBe(422);
    expect((await it_.post(path, { reason: 'De laptop is vervangen.' }, path)).html).toContain('Uit gebruik, kenmerk');
    expect(await codes()).toEqual(['agent.blocked']);
  });
});

describe('the signing key', () => {
  it('is published, and named to IT', async () => {
    const { status, body, headers } = await app.visitor().json('/.well-known/jwks.json');
    const { keys } = body as { keys: { kid: string }[] };
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect(keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: expect.any(String), use: 'sig', alg: 'EdDSA' }]);
    expect((await it_.get('/keys')).html).toContain(keys[0]?.kid);
  });
});

describe('who may see agents', () => {
  it.each(['/agents', '/agents/new', '/agents/refusals', '/keys'])('%s is nothing to an employee', async (path) =>
    expect((await employee.get(path)).status).toBe(404),
  );
  it('an agent that does not exist is 404', async () => expect((await it_.get('/agents/a_none')).status).toBe(404));
});

describe('bad requests of programs', () => {
  let agent: TestAgent;
  beforeAll(async () => {
    agent = await enrolled('LAPTOP-BAD');
  });
  const rows = async (): Promise<string> =>
    JSON.stringify(
      await app.database
        .asOwner(`select (select count(*) from agents) a, (select count(*) from leases) l, (select count(*) from stop_receipts) s,
      (select count(*) from settings_reports) r, (select count(*) from evidence_entries) e`),
    );

  const LEASES: readonly (readonly [string, unknown])[] = [
    ['person', { settings: APPROVED }],
    ['person', { person: 7, settings: APPROVED }],
    ['person', { person: `' or 1=1 --`, settings: APPROVED }],
    ['person', { person: 'x'.repeat(61), settings: APPROVED }],
    ['settings', { person: 'p_1' }],
    ['settings', { person: 'p_1', settings: APPROVED, settingsHash: `sha-256:${'a'.repeat(43)}` }],
    ['settings', { person: 'p_1', settings: [] }],
    ['settings', { person: 'p_1', settings: { a: 1 } }],
    ['settings', { person: 'p_1', settings: { a: 'een\0twee' } }],
    ['settings', { person: 'p_1', settings: { a: 'een\ud83dtwee' } }],
    ['settings', { person: 'p_1', settings: { '\uDC00': 'een' } }],
    ['settings', { person: 'p_1', settings: { a: 'x'.repeat(2001) } }],
    ['settings', { person: 'p_1', settings: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`n${i}`, 'x'])) }],
    ['settingsHash', { person: 'p_1', settingsHash: 'md5:x' }],
    ['surprise', { person: 'p_1', settings: APPROVED, surprise: 1 }],
  ];
  it.each(LEASES)('a lease without a usable %s names it', async (field, body) => {
    const before = await rows();
    const { status, body: said } = await agent.proven<{ reasons?: { field?: string }[] }>('leases', body);
    expect(status).toBe(422);
    expect(said.reasons?.map((reason) => reason.field)).toContain(field);
    expect(await rows()).toBe(before);
  });

  const RECEIPTS: readonly (readonly [string, object])[] = [
    ['stoppedAt', { stoppedAt: undefined }],
    ['stoppedAt', { stoppedAt: 'gisteren' }],
    ['stoppedAt', { stoppedAt: '2026-13-40T99:00:00Z' }],
    ['stoppedAt', { stoppedAt: '2027-01-01T00:00:00Z' }],
    ['discardedRecords', { discardedRecords: -1 }],
    ['discardedRecords', { discardedRecords: 1.5 }],
    ['discardedRecords', { discardedRecords: '3' }],
    ['discardedRecords', { discardedRecords: 1e12 }],
    ['reason', { reason: '' }],
    ['reason', { reason: 'x'.repeat(201) }],
    ['lease', { lease: 'unknown' }],
    ['surprise', { surprise: 1 }],
  ];
  it.each(RECEIPTS)('a stop receipt without a usable %s names it', async (field, changes) => {
    const before = await rows();
    const body = { stoppedAt: '2026-02-20T10:00:00Z', discardedRecords: 0, reason: 'shutdown', ...changes };
    const { status, body: said } = await agent.proven<{ reasons?: { field?: string }[] }>('stop-receipts', body);
    expect(status).toBe(422);
    expect(said.reasons?.map((reason) => reason.field)).toContain(field);
    expect(await rows()).toBe(before);
  });

  const KEY = newAgentKey();
  const ENROLMENTS: readonly (readonly [string, unknown])[] = [
    ['code', { publicKey: KEY.publicKey }],
    ['code', { code: 'short', publicKey: KEY.publicKey }],
    ['code', { code: ['x'], publicKey: KEY.publicKey }],
    ['publicKey', { code: 'K7QMX2XRD49TPAB4HWECN3VBT7' }],
    ['publicKey', { code: 'K7QMX2XRD49TPAB4HWECN3VBT7', publicKey: { kty: 'oct', k: 'x' } }],
    ['publicKey', { code: 'K7QMX2XRD49TPAB4HWECN3VBT7', publicKey: { ...KEY.publicKey, d: 'secret' } }],
    ['surprise', { code: 'K7QMX2XRD49TPAB4HWECN3VBT7', publicKey: KEY.publicKey, surprise: 1 }],
  ];
  it.each(ENROLMENTS)('an enrolment without a usable %s names it', async (field, body) => {
    const { status, body: said } = await app.visitor().json('/api/v1/agent-enrolments', { method: 'POST', body });
    expect(status).toBe(422);
    expect((said as { reasons: { field?: string }[] }).reasons.map((reason) => reason.field)).toContain(field);
  });

  it('an enrolment with a code that does not exist is refused', async () => {
    const body = { code: 'K7QMX2XRD49TPAB4HWECN3VBT7', publicKey: KEY.publicKey };
    const answer = await app.visitor().json('/api/v1/agent-enrolments', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 403, body: { code: 'enrolment.refused', reasons: [{ code: 'code.unusable', field: 'code' }] } });
    expect(JSON.stringify(answer.body)).not.toContain('K7QMX');
  });

  const DEEP = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
  it.each([
    ['deep JSON', DEEP, 'application/json', 400],
    ['broken JSON', '{"person":', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a form', 'person=p_1', 'application/x-www-form-urlencoded', 415],
    ['text', 'x', 'text/plain', 415],
    ['too much', `"${'x'.repeat(1_100_000)}"`, 'application/json', 413],
  ])('%s is no request', async (_name, body, type, status) => {
    for (const path of [
      '/api/v1/agent-enrolments',
      `/api/v1/agents/${agent.agentId}/leases`,
      `/api/v1/agents/${agent.agentId}/stop-receipts`,
    ]) {
      const dpop = proofFor(agent.key, app.url + path, app.clock.now());
      const response = await fetch(app.url + path, { method: 'POST', body, headers: { 'content-type': type, dpop } });
      expect([path, response.status]).toEqual([path, status]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(Object.keys((await response.json()) as object)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code']);
    }
  });

  it('a bad proof is refused and says no more', async () => {
    const answer = await agent.proven('leases', { person: 'p_1', settings: APPROVED }, 'x.y.z');
    expect(answer).toMatchObject({ status: 403, body: { code: 'lease.refused', missing: [], reasons: [{ code: 'proof.invalid' }] } });
  });

  it('too many requests are told to wait', async () => {
    await app.database.asOwner(`insert into used_proofs (thumbprint, jti, at) select $1, 'n' || i, $2 from generate_series(1, 30) i`, [
      agent.key.thumbprint,
      app.clock.now().toISOString(),
    ]);
    expect((await agent.lease(staff.employee.id, { settings: APPROVED })).status).toBe(429);
  });
});
