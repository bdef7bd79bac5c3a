import { ApiKeysService } from '../../src/features/people/keys/api-keys.service.js';
import type { Version } from '../../src/features/tools/index.js';
import { ApiContract, type OpenApiDocument } from '../support/api-contract.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenChain } from '../support/given-chain.js';
import { AGREED, frameworksOn, givenUnconsented } from '../support/given-frameworks.js';
import { actorOf, identityAt, PASSWORD, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { EMPTY_PDF, Program } from '../support/program.js';

const MADE = new Date('2026-01-12T08:00:00Z');

let app: TestApp;
let staff: Staff;
let contract: ApiContract;
const programs = new Map<keyof Staff, Program>();

beforeAll(async () => {
  app = await appFor('program_acts', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  contract = new ApiContract((await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as OpenApiDocument);
}, 60_000);
afterAll(() => app.close());

const as = async (who: keyof Staff): Promise<Program> => {
  const known = programs.get(who);
  if (known) return known;
  app.clock.advance({ minutes: 1 });
  const wishes = { name: who, role: staff[who].roles[0] ?? 'employee', scopes: ['chain:write'], days: 365 } as const;
  const key = await app.running.app.get(ApiKeysService).create(actorOf(staff[who]), wishes, identityAt(app.clock.now()));
  const made = new Program(app.url, key, contract);
  programs.set(who, made);
  return made;
};
const given = (without: Parameters<typeof givenChain>[3] = {}): Promise<{ version: Version } & Awaited<ReturnType<typeof givenChain>>> =>
  app.database.transactions.run(async (tx) => {
    const version = await givenTool(tx, MADE, { until: 'fixed', unitIds: [staff.employee.unitId] });
    return { version, ...(await givenChain(tx, version, staff, without)) };
  });
const at = ({ toolId, number }: Version): string => `/tools/${toolId}/versions/${number}`;
const actsOn = async (kind: string): Promise<number> =>
  Number((await app.database.asOwner(`select count(*) as n from evidence_entries where type = '${kind}'`))[0]?.['n']);

describe('a program of the employer', () => {
  it('hands in a claim and a ruling, which count for nothing before the council confirms them', async () => {
    const { version } = await given({ without: ['request', 'meeting', 'decision', 'final', 'copies', 'notice'] });
    const [director, hr] = [await as('director'), await as('hr')];
    const claim = { route: 'consent_not_required', ground: 'Het gaat alleen om machines.', password: PASSWORD };
    expect(await hr.refused('POST', `${at(version)}/claims`, { ...claim, password: 'geraden' })).toBe(
      '422 input.unusable password: password.wrong',
    );
    await hr.post(`${at(version)}/claims`, claim);
    const ruling = { kind: 'permission', outcome: 'granted', ruledOn: '2026-02-18', reference: '123/26', name: 'beschikking.pdf' };
    const whole = { ...ruling, ground: 'refusal_unreasonable', content: EMPTY_PDF };
    expect(await director.refused('POST', `${at(version)}/rulings`, { ...ruling, content: EMPTY_PDF })).toMatch(
      /ground: ruling\.ground-missing/,
    );
    expect(await director.refused('POST', `${at(version)}/rulings`, { ...whole, content: 'geen base64!' })).toMatch(
      /content: field\.isBase64/,
    );
    expect(await hr.refused('POST', `${at(version)}/rulings`, whole)).toMatch(/^404/);
    await director.post(`${at(version)}/rulings`, whole);
    expect([await actsOn('claim.made'), await actsOn('ruling.uploaded')]).toEqual([1, 1]);
    const confirmed = await app.database.asOwner(
      'select claim_id from claim_confirmations union all select ruling_id from ruling_confirmations',
    );
    expect(confirmed).toEqual([]);
  });

  it('writes down that the court was asked, after a refusal only, and takes it back', async () => {
    const granted = await given();
    const refused = await given({ without: ['decision', 'final', 'copies', 'notice'] });
    await app.database.asOwner(
      `with made as (insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained, reference, recorded_by, recorded_at)
         values ('d_refused', '${refused.requestId}', '${refused.version.toolId}', '${refused.version.fingerprint}', 'refused', 'Te ruim.', '2026-02-02', 0, 8, 1, 'REFU-SED1', '${staff.chair.id}', '2026-02-02T09:00:00Z') returning id)
       insert into decision_confirmations (decision_id, by_person, at) values ('d_refused', '${staff.secretary.id}', '2026-02-02T10:00:00Z')`,
    );
    const director = await as('director');
    const petition = {
      ground: 'weighty_business_reasons',
      filedOn: '2026-02-19',
      court: 'Rechtbank',
      reference: '1',
      name: 'v.pdf',
      content: EMPTY_PDF,
    };
    const path = `/consent-requests/${refused.requestId}`;
    expect(await director.refused('POST', `/consent-requests/${granted.requestId}/petitions`, petition)).toMatch(
      /^409 petition\.not-refused/,
    );
    expect(await director.refused('POST', `${path}/petition-withdrawals`)).toMatch(/^409 petition\.over/);
    await director.post(`${path}/petitions`, petition);
    expect(await director.refused('POST', `${path}/petitions`, petition)).toMatch(/^409 petition\.standing/);
    await director.post(`${path}/petition-withdrawals`);
    expect(await director.refused('POST', `${path}/petition-withdrawals`)).toMatch(/^409 petition\.over/);
  });

  it('writes down a notice on paper, for who got it, and answers the same key alike', async () => {
    const { noticeId } = await given();
    const hr = await as('hr');
    const body = { staffNumber: staff.employee.staffNumber, way: 'hand', statement: 'Op de balie gegeven.' };
    const path = `/notices/${noticeId}/hand-overs`;
    expect(await hr.refused('POST', path, { ...body, staffNumber: 'none' })).toMatch(/^422 .*staffNumber/);
    const key = { 'idempotency-key': 'op-papier' };
    const [once, again] = [await hr.send('POST', path, body, key), await hr.send('POST', path, body, key)];
    expect([once.status, again.body]).toEqual([201, once.body]);
    expect(await actsOn('notice.handed-over')).toBe(1);
    expect(await (await as('it')).refused('POST', path, body)).toMatch(/^404/);
  });
});

describe('a stop, and what is done by hand', () => {
  it('is said to be over by the role that may, never by a key of the council', async () => {
    const { version } = await given();
    const [director, chair] = [await as('director'), await as('chair')];
    const path = `/tools/${version.toolId}/restarts`;
    expect(await director.refused('POST', path, { reason: 'Opgelost' })).toMatch(/^409 suspension\.none/);
    await director.post(`/tools/${version.toolId}/stops`, { reason: 'Het klopt niet.' });
    expect(await chair.refused('POST', path, { reason: 'Opgelost' })).toBe('403 key.in-person key.in-person');
    expect(await (await as('dpo')).refused('POST', path, { reason: 'Opgelost' })).toMatch(/^409 suspension\.other/);
    await director.post(path, { reason: 'Opgelost' });
    expect(await actsOn('suspension.lifted')).toBe(1);
  });

  it('is confirmed by IT with evidence, an order to start only as approved', async () => {
    const { version } = await given();
    for (const [id, kind] of [
      ['o_start', 'start'],
      ['o_stop', 'stop'],
    ])
      await app.database.asOwner(
        `insert into orders (id, tool_id, version_id, kind, instructions, reference, given_at, due_at)
         values ('${id}', '${version.toolId}', '${version.id}', '${kind}', '{}', 'REF-${kind}', '2026-02-20T09:00:00Z', '2026-02-20T12:00:00Z')`,
      );
    const it_ = await as('it');
    const { orders } = await it_.get<{ orders: { orderId: string; kind: string; confirmedAt: string | null }[] }>('/orders');
    expect(orders.map(({ orderId }) => orderId).sort()).toEqual(['o_start', 'o_stop']);
    expect(orders.map(({ confirmedAt }) => confirmedAt)).toEqual([null, null]);
    expect(await it_.refused('POST', '/orders/o_start/confirmations', { evidence: 'Het draait.' })).toMatch(/^409 order\.not-as-approved/);
    expect(await it_.refused('POST', '/orders/o_stop/confirmations', { evidence: 'x' })).toMatch(/evidence: field\.isLength/);
    await it_.post('/orders/o_stop/confirmations', { evidence: 'Van elk apparaat gehaald.' });
    expect(await it_.refused('POST', '/orders/o_stop/confirmations', { evidence: 'Nog eens.' })).toMatch(/^409 order\.done/);
    expect(await (await as('hr')).refused('GET', '/orders')).toMatch(/^404/);
  });
});

describe('a framework agreement', () => {
  it('is read; the director tells of a version under it, and a member objects', async () => {
    const house = frameworksOn(app.database, app.clock, staff);
    app.clock.set('2026-02-20T12:00:00Z');
    const frameworkId = await house.propose();
    await house.decide(frameworkId, { ...AGREED, metOn: '2026-02-20', decidedOn: '2026-02-20' });
    const version = await app.database.transactions.run((tx) => givenUnconsented(tx, staff));
    const [director, member] = [await as('director'), await as('member')];
    const { frameworks } = await member.get<{ frameworks: { frameworkId: string; state: string; classes: unknown[] }[] }>('/frameworks');
    expect(frameworks).toMatchObject([{ frameworkId, state: 'standing', classes: [{ colour: 'green' }, { colour: 'amber' }] }]);
    const told = { frameworkId, explanation: 'Wij voeren aanmelden in.', password: PASSWORD };
    expect(await director.refused('POST', `${at(version)}/framework-consents`, { ...told, frameworkId: 'f_none' })).toMatch(/^404/);
    const { consentId } = await director.post<{ consentId: string }>(`${at(version)}/framework-consents`, told);
    expect(await member.get(`/framework-consents/${consentId}`)).toMatchObject({ frameworkId, colour: 'green', state: 'unmailed' });
    expect(await director.refused('POST', `/framework-consents/${consentId}/objections`, { reason: 'Nee' })).toMatch(/^404/);
    await member.post(`/framework-consents/${consentId}/objections`, { reason: 'Dit hoort bij de hele raad.' });
    expect(await member.get(`/framework-consents/${consentId}`)).toMatchObject({ state: 'objected' });
    expect(await director.get(`/frameworks/${frameworkId}`)).toMatchObject({ versions: [{ consentId, colour: 'green' }] });
  });
});
