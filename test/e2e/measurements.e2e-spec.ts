import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { GateService } from '../../src/features/gate/index.js';
import { suspend } from '../../src/features/gate/stop.service.js';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService, SigningKeys } from '../../src/features/agents/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { newSecret } from '../../src/kernel/ids.js';
import { signLease, writeProof } from '../../src/platform/signing/index.js';
import { claimsOf, TestAgent } from '../support/agent.js';
import { appFor, type TestApp } from '../support/app.js';
import { APPROVED } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { givenMeasuringTool, LIMITS, type Line, lineOf } from '../support/given-measurements.js';
import { actorOf, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import type { Visitor } from '../support/visitor.js';

let app: TestApp;
let staff: Staff;
let version: Version;
let agent: TestAgent;
let lease: string;

beforeAll(async () => {
  app = await appFor('measurements_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await switchOn(await given('Countersign', true));
  version = await given('Aanmeldregistratie');
  await switchOn(version);
  agent = new TestAgent(app.url, app.clock);
  const { code } = await app.running.app
    .get(EnrolmentService)
    .createCode(actorOf(staff.it), { toolId: version.toolId, device: 'LAPTOP-1' });
  await agent.enrol(code);
  await app.running.app.get(DevicesService).confirm(actorOf(staff.employee), staff.employee.id, agent.agentId);
  const answer = await agent.lease(staff.employee.id, { settings: APPROVED });
  const claims = claimsOf(answer.body.lease ?? '');
  lease = signLease({ ...claims, lim: { ...claims.lim, ...LIMITS } }, app.running.app.get(SigningKeys).signing().key);
}, 60_000);
afterAll(() => app.close());

const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const made = await givenMeasuringTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    await tx.query(
      `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
       values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
       on conflict (version_id, attribute, item) do update set value = excluded.value`,
      [made.id, staff.director.id, app.clock.now()],
    );
    return made;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
const signIn = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};

interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly lines?: readonly Line[];
  readonly token?: string | null;
}
const send = async ({
  headers = {},
  body,
  lines = [{}],
  token = lease,
}: Sending): Promise<{ status: number; body: Record<string, unknown> }> => {
  const url = `${app.url}/api/v1/measurements`;
  const now = app.clock.now();
  const proof = writeProof({ method: 'POST', url, jti: newSecret(12), now, token: token ?? undefined }, agent.key.privateKey);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      'idempotency-key': `"${randomUUID()}"`,
      dpop: proof,
      ...(token ? { authorization: `DPoP ${token}` } : {}),
      ...headers,
    },
    body: new Uint8Array(Buffer.from(body ?? `${lines.map((line) => lineOf(line, now)).join('\n')}\n`)),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('measurements over HTTP', () => {
  it('are taken in plain and packed, and the answer says what was not', async () => {
    expect(await send({ lines: [{ value: 2 }, { metric: 'minutes', unit: 'minutes' }, { value: 77 }] })).toMatchObject({
      status: 201,
      body: { accepted: 2, refused: 1, reasons: [{ code: 'metric.range', count: 1, lines: [3] }] },
    });
    const packed = gzipSync(lineOf({ value: 5 }, app.clock.now()));
    expect(await send({ headers: { 'content-encoding': 'gzip' }, body: packed })).toMatchObject({ status: 201, body: { accepted: 1 } });
    const rows = await app.database.asOwner(`select total from metric_rollups where metric = 'logins' and period = 'week'`);
    expect(rows).toEqual([{ total: 7 }]);
  });

  it('are not read when they are of another kind, have no name, or would unpack without end', async () => {
    const codeOf = async (sending: Sending): Promise<[number, unknown]> => {
      const { status, body } = await send(sending);
      return [status, body['code']];
    };
    expect(await codeOf({ headers: { 'content-type': 'application/json' }, body: '{}' })).toEqual([415, 'body.wrong-type']);
    expect(await codeOf({ headers: { 'content-encoding': 'br' } })).toEqual([415, 'body.wrong-type']);
    expect(await codeOf({ headers: { 'idempotency-key': 'x' } })).toEqual([400, 'batch.name-missing']);
    expect(await codeOf({ headers: { 'content-encoding': 'gzip' }, body: 'no gzip' })).toEqual([400, 'body.unreadable']);
    const bomb = gzipSync(Buffer.alloc(5_000_000, 97));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await codeOf({ headers: { 'content-encoding': 'gzip' }, body: bomb })).toEqual([413, 'body.too-large']);
    expect(await codeOf({ body: Buffer.alloc(5_000_000, 97) })).toEqual([413, 'body.too-large']);
    expect(await codeOf({ body: '' })).toEqual([400, 'batch.empty']);
  });

  it('show to the privacy officer as numbers, and to the person as their own', async () => {
    const officer = await signIn('privacyOfficer');
    const list = await officer.get('/measurements');
    expect(list.html).toContain('Aanmeldregistratie');
    const page = await officer.get(`/measurements/${version.toolId}`);
    expect(page.html).toContain('Een waarde die niet kan');
    expect(page.html).toContain('45 dagen');
    expect(page.html).not.toContain(staff.employee.name);
    const own = await (await signIn('employee')).get('/me/measurements');
    expect(own.html).toContain('Maat minutes');
    expect(own.html).toContain('vernietigd als de week of maand voorbij is');
    const director = await (await signIn('director')).get('/me/measurements');
    expect(director.html).toContain('Er is niets over u per persoon bewaard');
    expect((await (await signIn('director')).get('/measurements')).status).toBe(404);
  });

  it('go on hold, and leave it again, by a form that says what is missing', async () => {
    const officer = await signIn('privacyOfficer');
    const path = `/measurements/${version.toolId}`;
    const bad = await officer.post(`${path}/holds`, { holdReason: '', holdEndsOn: '2026-02-20' }, path);
    expect([bad.status, bad.html.includes('Schrijf op voor welke zaak u bewaart.')]).toEqual([422, true]);
    const early = await officer.post(`${path}/holds`, { holdReason: 'Een rechtszaak', holdEndsOn: '2026-02-20' });
    expect([early.status, early.html.includes('Kies een dag na vandaag')]).toEqual([422, true]);
    expect((await officer.post(`${path}/holds`, { holdReason: 'Een rechtszaak', holdEndsOn: '2026-04-20' })).html).toContain(
      'Een rechtszaak',
    );
    const [hold] = await app.database.asOwner('select id from legal_holds');
    const end = `/legal-holds/${String(hold?.['id'])}/end`;
    expect((await officer.post(end, { reason: 'De zaak is voorbij' }, end)).html).toContain('De zaak is voorbij');
  });

  it('are locked at a nullity; the person keeps them as evidence, and nobody sees who asked', async () => {
    await app.database.transactions.run((tx) =>
      suspend(tx, SYSTEM, app.clock.now(), { toolId: version.toolId, cause: 'nullity', reason: 'E9' }),
    );
    expect(await send({})).toMatchObject({ status: 403, body: { code: 'measurements.refused', reasons: [{ code: 'lease.over' }] } });
    const employee = await signIn('employee');
    expect((await employee.get('/me/measurements')).html).toContain('Bewaar als bewijs');
    const [row] = await app.database.asOwner('select id from quarantines');
    const id = String(row?.['id']);
    expect((await employee.post(`/me/measurements/${id}/evidence`)).html).toContain('U heeft gevraagd om deze gegevens te bewaren');
    const officer = await signIn('privacyOfficer');
    const page = await officer.get(`/quarantines/${id}`);
    expect(page.html).toContain('Iemand heeft gevraagd');
    expect(page.html).not.toContain(staff.employee.name);
    expect((await officer.post(`/quarantines/${id}/deletion`, {}, `/quarantines/${id}`)).status).toBe(409);
    expect((await (await signIn('director')).get(`/quarantines/${id}`)).status).toBe(404);
    const dpo = await signIn('dpo');
    const lifted = await dpo.post(`/quarantines/${id}/lifting`, { reason: 'De rechter zei dat het mocht' }, `/quarantines/${id}`);
    expect(lifted.html).toContain('De rechter zei dat het mocht');
  });

  it('without a lease start the clock on a page of the privacy officer, who decides once', async () => {
    app.clock.advance({ minutes: 1 });
    expect(await send({ token: null })).toMatchObject({ status: 403, body: { reasons: [{ code: 'lease.missing' }] } });
    const [row] = await app.database.asOwner('select id from breaches');
    const path = `/breaches/${String(row?.['id'])}`;
    const officer = await signIn('privacyOfficer');
    expect((await officer.get(path)).html).toContain('72 uur');
    const [raised] = await app.database.asOwner(`select id, tool_id as "toolId" from incidents where kind = 'data_without_lease'`);
    const shown = async (who: 'privacyOfficer' | 'it') => (await (await signIn(who)).get(`/incidents/${String(raised?.['id'])}`)).html;
    const measured = `/measurements/${String(raised?.['toolId'])}`;
    expect([(await shown('privacyOfficer')).includes(measured), (await shown('it')).includes(measured)]).toEqual([true, false]);
    expect((await officer.get(measured)).html).toContain(path);
    const bad = await officer.post(path, { decision: 'reported', reasons: 'Er is niets bewaard' });
    expect([bad.status, bad.html.includes('Vul het nummer van de melding in')]).toEqual([422, true]);
    const done = await officer.post(path, { decision: 'reported', reasons: 'Er is niets bewaard', authorityReference: 'AP-1' });
    expect(done.html).toContain('nummer AP-1');
    expect((await officer.post(path, { decision: 'not_reported', reasons: 'Toch niet meer' })).status).toBe(409);
    expect((await (await signIn('it')).get(path)).status).toBe(404);
  });
});
