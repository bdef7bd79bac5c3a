import { appFor, type TestApp } from '../support/app.js';
import { House } from '../support/given-dossiers.js';
import { EMPTY_PDF, Program } from '../support/program.js';
import { Programs } from '../support/programs.js';

let app: TestApp;
let house: House;
let programs: Programs;

beforeAll(async () => {
  app = await appFor('json_api_doors');
  house = await House.enter(app);
  programs = await Programs.of(app, house.staff);
  await house.tool({ until: 'registered' });
}, 120_000);
afterAll(() => app.close());

describe('the doors of programs', () => {
  it('open to a key with the scope, in a role that may, and to nobody else', async () => {
    const reader = await programs.as('hr', ['chain:read']);
    expect((await reader.send('GET', '/tools')).status).toBe(200);
    expect(await reader.refused('POST', '/tools', { name: 'x' })).toBe('403 key.scope key.scope');
    expect(await (await programs.as('hr', ['decisions'])).refused('GET', '/tools')).toBe('403 key.scope key.scope');
    expect(await (await programs.as('manager')).refused('GET', '/tools')).toMatch(/^404/);
    const nobody = new Program(app.url, `ck_${'x'.repeat(43)}`, programs.contract);
    expect(await nobody.refused('GET', '/tools')).toBe('401 key.unknown');
    expect(await new Program(app.url, null, programs.contract).refused('GET', '/tools')).toBe('401 key.missing');
    const cookie = (await house.visitor('hr')).cookieList().map(({ name, value }) => `${name}=${value}`);
    const both = await nobody.send('GET', '/tools', undefined, { cookie: cookie.join('; ') });
    expect(both.status).toBe(401);
  });

  it('keep a key out of the pages', async () => {
    const response = await fetch(`${app.url}/tools`, {
      headers: { authorization: `Bearer ${await programs.keyOf('hr')}` },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login?next=%2Ftools']);
  });

  it('give lists in pages, in a stable order', async () => {
    const hr = await programs.as('hr');
    for (const name of ['Eerste', 'Tweede', 'Derde']) await hr.post('/tools', { name });
    const whole = await hr.get<{ items: { toolId: string }[]; totalItems: number }>('/tools?pageSize=100');
    const pages = await Promise.all(
      whole.items.map((_, at) => hr.get<{ items: { toolId: string }[] }>(`/tools?page=${at + 1}&pageSize=1`)),
    );
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    expect(whole.totalItems).toBe(whole.items.length);
    for (const query of ['pageSize=101', 'page=0', 'page=x', 'other=1']) expect(await hr.refused('GET', `/tools?${query}`)).toMatch(/^422/);
  });

  it('do an act once for a key', async () => {
    const hr = await programs.as('hr');
    const key = { 'idempotency-key': '"een-keer"' };
    const [once, again] = [
      await hr.send('POST', '/tools', { name: 'Eenmaal' }, key),
      await hr.send('POST', '/tools', { name: 'Eenmaal' }, key),
    ];
    expect([once.status, again.status, again.body]).toEqual([201, 201, once.body]);
    expect((await hr.send('POST', '/tools', { name: 'Andermaal' }, key)).status).toBe(422);
    expect((await hr.send('POST', '/tools', { name: 'Zonder' }, { 'idempotency-key': '' })).status).toBe(400);
    const { toolId } = once.body as { toolId: string };
    const advice = `/tools/${toolId}/versions/1/advice-requests`;
    for (const status of [409, 409]) expect((await hr.send('POST', advice, {}, { 'idempotency-key': 'nog-niet' })).status).toBe(status);
  });

  it('answer at the same instant only once', async () => {
    const officer = await programs.as('privacyOfficer');
    const hr = await programs.as('hr');
    const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Tegelijk' });
    const path = `/tools/${toolId}/versions/1/files`;
    const body = { kind: 'dpia', name: 'dpia.pdf', content: EMPTY_PDF };
    const sent = await Promise.all([1, 2, 3].map(() => officer.send('POST', path, body, { 'idempotency-key': 'tegelijk' })));
    expect(sent.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
    expect((await officer.get<{ files: unknown[] }>(`/tools/${toolId}/versions/1`)).files).toHaveLength(1);
  });

  it('say no to what is no JSON, to another field, and to what is too much', async () => {
    const hr = await programs.as('hr');
    expect(await hr.refused('POST', '/tools', { name: 'x', surprise: 1 })).toBe('422 input.unusable surprise: field.whitelistValidation');
    expect((await hr.send('POST', '/tools', { name: 'x' }, { 'content-type': 'text/plain' })).status).toBe(415);
    const answers = Array.from({ length: 1001 }, () => ({ attribute: 'tool.vendor', value: 'x' }));
    const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Veel' });
    expect(await hr.refused('PATCH', `/tools/${toolId}/versions/1/answers`, { answers })).toMatch(/^422 .*answers: field.arrayMaxSize/);
    expect(await hr.refused('GET', '/tools/t_0000000000000000')).toMatch(/^404/);
    expect(await hr.refused('GET', `/tools/${toolId}/versions/x`)).toMatch(/^404/);
  });

  it('let a key ask so many times a minute, and say how long to wait; another key is not kept waiting', async () => {
    const [busy, calm] = [await programs.keyOf('auditor'), await programs.keyOf('it')];
    app.clock.advance({ minutes: 2 });
    const ask = (key: string) => fetch(`${app.url}/api/v1/tools/t_none/gate`, { headers: { authorization: `Bearer ${key}` } });
    const statuses: number[] = [];
    for (let batch = 0; batch < 61; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => ask(busy)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(600);
    const last = await ask(busy);
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await last.json()) as unknown).toMatchObject({ code: 'rate.exceeded', retryAfter: 60 });
    expect((await ask(calm)).status).toBe(404);
    app.clock.advance({ minutes: 1 });
    expect((await ask(busy)).status).toBe(404);
  });
  it('take a translation of the notice beside exactly the Dutch that was read, and in no language that nobody reads', async () => {
    interface Translation {
      readonly state: string;
      readonly source: string;
      readonly texts: readonly { readonly place: string; readonly text: string | null }[];
    }
    await app.database.asOwner(`update organisation_facts set value = '["nl", "pl"]' where attribute = 'workforceLanguages'`);
    const [{ tool } = {}] = await app.database.asOwner(`select id as tool from tools where not is_platform limit 1`);
    const [hr, at] = [await programs.as('hr'), `/tools/${String(tool)}/versions/1/notice-translations`];
    for (const none of ['nl', 'de', 'x']) expect((await hr.send('GET', `${at}/${none}`)).status).toBe(404);
    const read = await hr.get<Translation>(`${at}/pl`);
    expect(read).toMatchObject({ state: 'empty' });
    const [first] = read.texts;
    const texts = [{ place: first?.place, text: 'Po polsku' }];
    const stale = await hr.send('PUT', `${at}/pl`, { source: `sha-256:${'x'.repeat(43)}`, texts });
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'translation.source_changed' }]);
    const unknown = await hr.send('PUT', `${at}/pl`, { source: read.source, texts: [{ place: 'N99', text: 't' }] });
    expect([unknown.status, unknown.body]).toMatchObject([422, { reasons: [{ code: 'notice.no-such-place' }] }]);
    const saved = await hr.send<Translation>('PUT', `${at}/pl`, { source: read.source, texts });
    expect([saved.status, saved.body.state, saved.body.texts[0]?.text]).toEqual([200, 'incomplete', 'Po polsku']);
    const early = await hr.send('POST', `${at}/pl/readers`, { staffNumber: house.staff.employee.staffNumber });
    expect([early.status, early.body]).toMatchObject([409, { code: 'translation.not_whole' }]);
  });
  it('carry the version of the interface, and no trailing slash', async () => {
    const response = await fetch(`${app.url}/api/v1/openapi.json`);
    expect(response.headers.get('api-version')).toBe('1.0.0');
    expect((await fetch(`${app.url}/api/v1/tools/`)).status).toBe(404);
  });
});
