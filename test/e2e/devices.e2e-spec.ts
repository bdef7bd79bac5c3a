import type { Version } from '../../src/features/tools/index.js';
import { ApiKeysService } from '../../src/features/people/keys/api-keys.service.js';
import type { Scope } from '../../src/kernel/scopes.js';
import { readJws } from '../../src/platform/signing/index.js';
import { ApiContract, type OpenApiDocument } from '../support/api-contract.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenListedTool } from '../support/given-devices.js';
import { actorOf, givenStaff, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { readText } from '../support/page-forms.js';
import { Program } from '../support/program.js';
import type { Answer, Visitor } from '../support/visitor.js';

let app: TestApp;
let staff: Staff;
let version: Version;
let it_: Visitor;
let contract: ApiContract;
const numbers: string[] = [];
let keys = 0;

beforeAll(async () => {
  app = await appFor('devices_e2e', '2026-02-20T10:05:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await givenListedTool(app.database, app.clock, staff, { isPlatform: true, enforcement: 'native' });
  version = await givenListedTool(app.database, app.clock, staff);
  const people = await app.database.asOwner(
    `select p.staff_number from people_in_scope s join persons p on p.id = s.person_id where s.version_id = $1 order by 1`,
    [version.id],
  );
  numbers.push(...people.map(({ staff_number }) => String(staff_number)));
  it_ = await signIn('it');
  contract = new ApiContract((await it_.json('/api/v1/openapi.json')).body as OpenApiDocument);
}, 60_000);
afterAll(() => app.close());

const signIn = async (who: keyof Staff): Promise<Visitor> => {
  app.clock.advance({ minutes: 1 });
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};
const keyOf = async (who: keyof Staff, scope: Scope): Promise<string> => {
  app.clock.advance({ minutes: 1 });
  keys += 1;
  const wishes = { name: `${who} ${scope} ${keys}`, role: staff[who].roles[0] ?? 'employee', scopes: [scope], days: 365 } as const;
  return app.running.app.get(ApiKeysService).create(actorOf(staff[who]), wishes, identityAt(app.clock.now()));
};
const page = (): string => `/devices/${version.toolId}`;

/** Sends a file as the form on that page does, and answers where that leads. */
const sendTo = async (at: string, fields: Readonly<Record<string, string>>, csv: string): Promise<Answer> => {
  const { html } = await it_.get(at);
  const form = new FormData();
  form.append('_csrf', /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([csv], { type: 'text/csv' }), 'devices.csv');
  const response = await it_.fetch(at, { method: 'POST', body: form });
  const location = response.headers.get('location');
  if (location) return it_.get(location);
  return { status: response.status, path: at, html: await response.text(), headers: response.headers };
};
const send = (does: string, csv: string): Promise<Answer> => sendTo(page(), { does }, csv);

describe('devices that device management holds', () => {
  it('names each line that is wrong, and puts nothing on the list', async () => {
    const answer = await send(
      'add',
      `device,staff_number\nLAPTOP-1,${numbers[0]}\nLAPTOP-2,nobody\n,${numbers[1]}\nlaptop-1,${numbers[1]}\n`,
    );
    expect([answer.status, answer.path]).toEqual([200, expect.stringMatching(/\/files\/i_/) as unknown]);
    expect(readText(answer)).toContain('3 regels kloppen niet. Er is niets veranderd.');
    expect(readText(answer)).toMatch(
      /3 staff_number Dit personeelsnummer kennen wij niet.*4 device Vul dit in.*5 device Dit apparaat staat twee keer/,
    );
    expect(await it_.post(answer.path)).toMatchObject({ status: 422 });
    expect(readText(await it_.get(page()))).toContain('Nog geen apparaten');
    const whole = await send('add', 'device,person\nLAPTOP-1,x\n');
    expect([whole.status, readText(whole)]).toEqual([
      422,
      expect.stringContaining('noemt een kolom die wij niet kennen. (person)') as unknown,
    ]);
    expect(readText(await send('sell', 'device\nx\n'))).toContain('Kies wat u wilt doen');
  });

  it('shows what a file does before it does it, once', async () => {
    const lines = numbers.map((number, at) => `0b8c21d4-0000-4000-8000-00000000000${at},${number}`).join('\n');
    const preview = await send('add', `device;staff_number\n${lines.replaceAll(',', ';')}\n`);
    expect(readText(preview)).toContain('Er komen 4 apparaten bij.');
    expect(readText(await it_.post(preview.path))).toMatch(/Gedaan, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect((await it_.post(preview.path)).status).toBe(404);
    const listed = await it_.get(page());
    expect(listed.html).toContain('0b8c21d4-0000-4000-8000-000000000003');
    for (const number of numbers) expect(listed.html).not.toContain(number);
    const table = await it_.get(`${page()}/devices.csv`);
    expect(table.html).toMatch(/^\uFEFF?id,device\r\nd_[0-9A-Z]{16},0b8c21d4/);
    expect(await it_.get('/devices')).toMatchObject({ status: 200, html: expect.stringContaining(version.toolName) as unknown });
  });

  it('gives a program of IT the signed list, nothing while it is the same, and nobody else', async () => {
    const key = await keyOf('it', 'devices');
    const address = `/api/v1/tools/${version.toolId}/device-list`;
    const program = new Program(app.url, key, contract);
    const { body, headers } = await program.send<{ deviceList: string; reasons: unknown[] }>('GET', address.slice(7));
    const listed = await program.get<{ items: { id: string; device: string }[] }>(`/tools/${version.toolId}/devices`);
    expect(readJws(body.deviceList)?.claims).toMatchObject({ iss: app.url, devices: listed.items.map(({ id }) => id).sort(), reasons: [] });
    const etag = headers.get('etag') ?? '';
    const again = (tag: string, authorization = `Bearer ${key}`) =>
      fetch(app.url + address, { headers: { authorization, 'if-none-match': tag } });
    const same = await again(etag);
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await again('"other"')).status).toBe(200);
    expect((await again(etag, '')).status).toBe(401);
    expect(await new Program(app.url, await keyOf('it', 'decisions'), contract).refused('GET', address.slice(7))).toBe(
      '403 key.scope key.scope',
    );
    const other = new Program(app.url, await keyOf('privacyOfficer', 'devices'), contract);
    expect(await other.refused('GET', address.slice(7))).toBe('403 devices.role devices.role');
    expect((await it_.json(address)).status).toBe(401);
    expect(readText(await it_.get(page()))).toMatch(/Laatst opgehaald 20 februari 2026/);
  });

  it('takes devices off by program, all or none, and names the field that is wrong', async () => {
    const writer = new Program(app.url, await keyOf('it', 'chain:write'), contract);
    const at = `/tools/${version.toolId}/devices`;
    const device = '0b8c21d4-0000-4000-8000-000000000000';
    expect(await writer.refused('POST', at, { does: 'remove', devices: [{ device }, { device: 'NONE' }] })).toBe(
      '422 input.unusable devices.1.device: device.not-listed',
    );
    expect(await writer.refused('POST', at, { does: 'add', devices: [{ device: 'NEW' }] })).toBe(
      '422 input.unusable devices.0.staffNumber: device.missing',
    );
    expect(await writer.post(at, { does: 'remove', devices: [{ device }] })).toHaveProperty('reference');
    expect((await it_.get(page())).html).not.toContain(device);
  });

  it('hands out the script for this server and this tool, without a key', async () => {
    const script = await it_.get(`${page()}/script.ps1`);
    expect(script.html).toContain(`$server = '${app.url}'\n$toolId = '${version.toolId}'`);
    expect(script.html).not.toContain('ck_');
    expect([script.headers.get('content-type'), script.headers.get('content-disposition')]).toEqual([
      'text/plain; charset=utf-8',
      'attachment; filename="countersign-devices.ps1"',
    ]);
    expect((await (await signIn('hr')).get(page())).status).toBe(404);
    expect((await it_.get('/devices/t_none')).status).toBe(404);
  });
});

describe('what stands on the devices', () => {
  const EXPORT = 'DeviceId,DeviceName,ApplicationName,ApplicationPublisher,ApplicationVersion,UserName';
  const read = (lines: readonly string[]): Promise<Answer> => sendTo('/inventory', {}, `${EXPORT}\n${lines.join('\n')}\n`);

  it('refuses a file with a cell that cannot be right, by line and column, and counts nothing', async () => {
    const answer = await read(['d1,LAPTOP-1,Teramind,Teramind,1,els', ',LAPTOP-2,Teramind,Teramind,1,jan']);
    expect([answer.status, readText(answer)]).toEqual([422, expect.stringMatching(/1 vak klopt niet.*3 device_id Vul dit in/) as unknown]);
    expect(readText(await sendTo('/inventory', {}, 'device_id,name\n1,x\n'))).toContain('ontbreekt een kolom. (product)');
    expect(readText(await it_.get('/inventory'))).toContain('IT heeft nog geen lijst ingelezen');
  });

  it('says of each product on how many devices it stands, without a dossier; and keeps neither file nor device', async () => {
    const answer = await read([
      'd1-geheim,LAPTOP-1,Teramind Agent,Teramind Inc,1,els.geheim',
      'd2-geheim,LAPTOP-2,Teramind Agent,Teramind Inc,1,jan.geheim',
      'd3-geheim,LAPTOP-3,Teramind Agent,Teramind Inc,1,piet.geheim',
      'd3-geheim,LAPTOP-3,Firefox,Mozilla,1,piet.geheim',
      `d3-geheim,LAPTOP-3,${version.toolName} 2,Aanmeld BV,1,piet.geheim`,
    ]);
    expect(readText(answer)).toContain('Ingelezen, kenmerk');
    for (const who of ['it', 'privacyOfficer', 'dpo', 'chair'] as const) {
      const shown = readText(await (await signIn(who)).get('/inventory'));
      expect(shown).toMatch(/Teramind Teramind Scherm opnemen.*3 apparaten Geen dossier/);
      expect(shown).not.toContain('geheim');
      expect(shown).not.toContain('LAPTOP-1');
      expect(shown.includes('Volgende stap: IT haalt het weg, of HR begint een dossier')).toBe(who !== 'chair');
    }
    expect(readText(await it_.get('/inventory'))).toContain(`${version.toolName} 1 apparaat Dossier`);
    expect((await (await signIn('hr')).get('/inventory')).status).toBe(404);
    const tables = await app.database.asOwner(`select * from inventories i join inventory_findings f on f.inventory_id = i.id`);
    expect(JSON.stringify(tables)).not.toMatch(/geheim|LAPTOP/);
    const program = new Program(app.url, await keyOf('dpo', 'chain:read'), contract);
    expect(await program.get('/inventory')).toMatchObject({ devices: 3, products: [{ code: 'teramind', devices: 3, hasDossier: false }] });
  });

  it('lets the council report it with one press, once; and has a dossier from then on', async () => {
    const chair = await signIn('chair');
    const teramind = '/inventory/teramind/report';
    await chair.get('/inventory');
    const reported = await chair.post(teramind);
    expect([reported.path, readText(reported)]).toEqual([
      expect.stringMatching(/^\/tools\/t_\w+\/heard$/) as unknown,
      expect.stringMatching(/Gemeld, kenmerk.*Op 20 februari 2026 stond Teramind van Teramind op 3 apparaten van het werk/) as unknown,
    ]);
    await app.runJobs();
    const after = await chair.get('/inventory');
    expect(readText(after)).not.toContain('Geen dossier');
    expect(readText(await chair.post(teramind, { _idempotency: 'another' }))).toContain('Er is al een volgsysteem dat Teramind heet');
    expect((await chair.post('/inventory/hubstaff/report', { _idempotency: 'third' })).status).toBe(404);
    await it_.get('/inventory');
    expect((await it_.post(teramind)).status).toBe(404);
  });

  it('is read in by a program of IT just so: once for a key, each fault by its line and column', async () => {
    const key = await keyOf('it', 'chain:write');
    const post = async (body: string, more: Readonly<Record<string, string>> = {}): Promise<readonly [number, string]> => {
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'text/csv',
        'idempotency-key': `"${numbers.length}${body.length}"`,
        ...more,
      };
      const response = await fetch(`${app.url}/api/v1/inventory`, { method: 'POST', headers, body });
      const answer: unknown = await response.json();
      expect(contract.faultsOf('POST', '/api/v1/inventory', response.status, response.headers.get('content-type') ?? '', answer)).toEqual(
        [],
      );
      const {
        reference,
        code,
        reasons = [],
      } = answer as { reference?: string; code?: string; reasons?: { code: string; field: string }[] };
      return [response.status, reference ?? [code, ...reasons.map((one) => `${one.field} ${one.code}`)].join()];
    };
    const lists = async () => (await app.database.asOwner('select id from inventories')).length;
    const before = await lists();
    expect(await post('device_id,name\n1,x\n')).toEqual([422, 'input.unusable,file.product csv.column-missing']);
    expect(await post('device_id,product\n1,x\n,y\n')).toEqual([422, 'input.unusable,file.3.device_id csv.missing']);
    expect(await post('')).toEqual([422, 'input.unusable,file csv.empty']);
    expect(await post('{}', { 'content-type': 'application/json' })).toEqual([415, 'body.wrong-type']);
    expect(await post('device_id,product\n1,x\n', { 'idempotency-key': '' })).toEqual([400, 'act.key-missing,undefined act.key-missing']);
    expect(await lists()).toBe(before);
    const whole = `${EXPORT}\nd1,LAPTOP-1,Teramind Agent,Teramind Inc,1,els\n${'d2,LAPTOP-2,Firefox,Mozilla,1,jan\n'.repeat(60_000)}`;
    const [status, reference] = await post(whole);
    expect([status, await post(whole), await lists()]).toEqual([201, [201, reference], before + 1]);
    expect(await post(whole.replace('LAPTOP-1', 'LAPTOP-9'))).toEqual([422, 'act.key-reused']);
    const program = new Program(app.url, await keyOf('dpo', 'chain:read'), contract);
    expect(await program.get('/inventory')).toMatchObject({ devices: 2, products: [{ code: 'teramind', devices: 1 }] });
  });
});
