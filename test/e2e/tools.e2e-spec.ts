import { jest } from '@jest/globals';
import { dossierFacts, latestVersion, readVersion, toolPaths, writeAnswers } from '../../src/features/tools/index.js';
import { CAPABILITY_CODES } from '../../src/features/tools/domain/capabilities.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenStaff, PASSWORD, type GivenPerson, type Staff } from '../support/given-people.js';
import { Html } from '../support/html.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let staff: Staff;
beforeAll(async () => {
  app = await appFor('tools');
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
});
afterAll(() => app.close());

const signedIn = async (person: GivenPerson): Promise<Visitor> => {
  const visitor = app.visitor();
  await visitor.get('/login');
  await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
  return visitor;
};

type Fields = Record<string, string | string[]>;
/** The page's form as it stands: what is chosen and filled in already, without its buttons. */
const standing = (page: Answer, action: string): Fields => {
  const form = new Html(page.html).forms().find((one) => one.action === action);
  if (!form) throw new Error(`no form to ${action} on ${page.path} (${page.status})`);
  const fields: Fields = {};
  for (const field of form.fields) {
    if (field.tag === 'button' || (['radio', 'checkbox'].includes(field.type) && !field.checked)) continue;
    if (['_csrf', '_idempotency'].includes(field.name)) continue;
    const earlier = fields[field.name];
    fields[field.name] = earlier === undefined ? field.value : [earlier, field.value].flat();
  }
  return fields;
};
const save = async (visitor: Visitor, path: string, changes: Fields = {}): Promise<Answer> => {
  const page = await visitor.get(path);
  return visitor.post(path, { ...standing(page, path), ...changes });
};
const h1 = (page: Answer): string => /<h1[^>]*>([^<]*)/.exec(page.html)?.[1] ?? '';
const start = async (hr: Visitor, name: string, starter: string): Promise<string> => {
  await hr.get(toolPaths.start);
  const page = await hr.post(toolPaths.start, { name, starter });
  return page.path.split('/')[2] ?? '';
};
const latest = (toolId: string) => app.database.transactions.run((tx) => latestVersion(tx, toolId));

describe('registering from a starter', () => {
  it('goes by saving the pages as they stand, HR its own and IT its own', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Aanmeldregistratie thuiswerken', 'home-login');
    const at = (section: string) => toolPaths.registerSection(toolId, 1, section);
    expect((await save(hr, at('product'))).path).toBe(at('supplier'));
    const supplier = await hr.get(at('supplier'));
    const row = Object.keys(standing(supplier, at('supplier'))).find((name) => name.startsWith('processors[].name|')) ?? '';
    await save(hr, at('supplier'), { 'tool.vendor|': 'Aanmeld BV', 'tool.version|': '4', [row]: 'Aanmeld BV' });
    await save(hr, at('who'), { 'tool.scope.units|': staff.hr.unitId });
    await save(hr, at('data'));
    expect((await save(hr, at('places'))).path).toBe(toolPaths.checkAnswers(toolId, 1));
    const check = await hr.get(toolPaths.checkAnswers(toolId, 1));
    expect(check.html).toContain('U heeft alles ingevuld.');
    const registered = await hr.post(toolPaths.checkAnswers(toolId, 1));
    expect([registered.status, registered.path]).toEqual([200, toolPaths.dossier(toolId)]);
    expect(registered.html).toMatch(/Geregistreerd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);

    const it = await signedIn(staff.it);
    for (const section of ['product', 'how', 'signals', 'security', 'sheet']) expect((await save(it, at(section))).status).toBe(200);
    const confirm = toolPaths.confirmFacts(toolId, 1);
    await it.get(confirm);
    await it.post(confirm, { facts: ['tool.profiling|', 'tool.behaviourDetection|'] });
    const version = await latest(toolId);
    expect(dossierFacts(version).tool).toMatchObject({ category: 'login_presence', profiling: false, behaviourDetection: false });
    expect(version.sheet.length).toBeGreaterThan(0);
    expect((await it.get(toolPaths.register(toolId, 1))).html).toContain('U heeft alles ingevuld.');
    expect((await it.get(toolPaths.register(toolId, 1))).html).toContain('Anderen hebben alles ingevuld.');
  });

  it('keeps a draft, and what was typed when a row is added or something cannot be used', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Concept', 'phone-statistics');
    const path = toolPaths.registerSection(toolId, 1, 'supplier');
    const added = await save(hr, path, { 'tool.vendor|': 'Getypt BV', _add: 'transfers|' });
    expect(added.status).toBe(200);
    expect(added.html).toContain('Getypt BV');
    expect(added.html).toContain('transfers[].country|r1');
    expect((await latest(toolId)).answers).toEqual([]);
    const wrong = await hr.post(path, {
      ...standing(added, path),
      'tool.vendor|': 'x'.repeat(201),
      'transfers[].country|r1': 'Verenigde Staten',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Gebruik ten hoogste 200 tekens bij: Wie is de leverancier?');
    expect(wrong.html).toContain('Verenigde Staten');
    expect((await latest(toolId)).answers).toEqual([]);
    const again = await signedIn(staff.hr);
    await save(again, path, { 'tool.vendor|': 'Bewaard BV' });
    expect((await hr.get(path)).html).toContain('Bewaard BV');
  });

  it('offers the tool that has the name already', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Bestaat al', '');
    await hr.get(toolPaths.start);
    const again = await hr.post(toolPaths.start, { name: 'bestaat al', starter: '' });
    expect(again.status).toBe(422);
    expect(again.html).toContain(`href="${toolPaths.dossier(toolId)}"`);
    expect(again.html).toContain('Bekijk bestaand volgsysteem');
  });

  it('preselects nothing on a blank form', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Leeg', '');
    for (const section of ['product', 'supplier', 'who', 'data', 'places'])
      expect([section, /<input[^>]*checked/.test((await hr.get(toolPaths.registerSection(toolId, 1, section))).html)]).toEqual([
        section,
        false,
      ]);
  });
});

describe('what another role owns', () => {
  it('is shown with whose turn it is, and refused when it is sent all the same', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Van een ander', 'home-login');
    const how = toolPaths.registerSection(toolId, 1, 'how');
    const page = await hr.get(how);
    expect(page.html).toContain('Wordt ingevuld door: Eigenaar van het volgsysteem of IT-beheer.');
    expect(page.html).not.toContain('name="capture.audio|"');
    const lie = await hr.post(how, { 'capture.audio|': 'no' });
    expect(lie.status).toBe(422);
    const security = await hr.post(toolPaths.registerSection(toolId, 1, 'security'), { enforcement: 'native' });
    expect(security.status).toBe(422);
    const sheet = await hr.post(toolPaths.registerSection(toolId, 1, 'sheet'), {
      rows: '1',
      'sheet|0|name': 'a',
      'sheet|0|value': 'b',
      'sheet|0|meaningNl': 'c',
      'sheet|0|meaningEn': 'd',
    });
    expect(sheet.status).toBe(403);
    const version = await latest(toolId);
    expect([version.answers, version.sheet, version.enforcement]).toEqual([[], [], 'attested']);
  });

  it('includes a category: nobody types it', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Vriendelijke webcam', '');
    const product = toolPaths.registerSection(toolId, 1, 'product');
    const all = Object.fromEntries(CAPABILITY_CODES.map((code) => [`capability|${code}`, code === 'webcam' ? 'on' : 'no']));
    await hr.get(product);
    const friendly = await hr.post(product, { ...all, 'tool.category': 'login_presence' });
    expect(friendly.status).toBe(422);
    const it = await signedIn(staff.it);
    await it.get(product);
    await it.post(product, all);
    expect(dossierFacts(await latest(toolId)).tool?.category).toBe('webcam');
  });

  it('is another person’s page: who has no part in a draft does not find it', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Onzichtbaar', '');
    for (const person of [staff.employee, staff.manager]) {
      const visitor = await signedIn(person);
      expect((await visitor.get(toolPaths.register(toolId, 1))).status).toBe(404);
    }
  });
});

describe('the settings sheet', () => {
  it('takes rows and names what is missing in one', async () => {
    const hr = await signedIn(staff.hr);
    const toolId = await start(hr, 'Met blad', '');
    const it = await signedIn(staff.it);
    const path = toolPaths.registerSection(toolId, 1, 'sheet');
    const row = {
      rows: '1',
      'sheet|0|name': 'bewaren',
      'sheet|0|value': '30',
      'sheet|0|meaningNl': 'Dagen',
      'sheet|0|meaningEn': '',
      'sheet|0|stricterIs': 'lower',
    };
    await it.get(path);
    const wrong = await it.post(path, row);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#sheet|0|meaningEn"');
    expect((await it.post(path, { ...row, 'sheet|0|meaningEn': 'Days' })).status).toBe(200);
    expect((await latest(toolId)).sheet).toEqual([
      { name: 'bewaren', value: '30', meaningNl: 'Dagen', meaningEn: 'Days', stricterIs: 'lower' },
    ]);
  });
});

describe('the council that hears that something runs', () => {
  it('reports it, HR must answer, and the director sets the date', async () => {
    const council = await signedIn(staff.member);
    await council.get(toolPaths.councilReport);
    const reported = await council.post(toolPaths.councilReport, { name: 'Muisteller', what: 'Op de afdeling telt iets de muisklikken.' });
    expect(reported.html).toMatch(/Gemeld, kenmerk/);
    expect(reported.html).toContain('HR heeft nog niet geantwoord.');
    const toolId = reported.path.split('/')[2] ?? '';
    const director = await signedIn(staff.director);
    expect((await director.get(toolPaths.stopOrRepair(toolId))).status).toBe(404);
    const hr = await signedIn(staff.hr);
    const form = await hr.get(toolPaths.councilReportAnswer(toolId));
    expect(form.html).toContain('Op de afdeling telt iets de muisklikken.');
    expect((await hr.post(toolPaths.councilReportAnswer(toolId), {})).status).toBe(422);
    expect((await hr.post(toolPaths.councilReportAnswer(toolId), { answer: 'runs' })).path).toBe(toolPaths.register(toolId, 1));
    expect((await council.get(toolPaths.councilReportAnswer(toolId))).html).toContain('Ja, het draait.');
    await director.get(toolPaths.stopOrRepair(toolId));
    for (const on of ['2026-02-01', '2026-02-30', 'morgen', ''])
      expect([on, (await director.post(toolPaths.stopOrRepair(toolId), { on })).status]).toEqual([on, 422]);
    await director.post(toolPaths.stopOrRepair(toolId), { on: '2026-04-01' });
    expect((await latest(toolId)).tool).toMatchObject({ runsWithoutConsent: true, stopOrRepairOn: '2026-04-01', claimedByCouncil: true });
  });
});

describe('versions and documents', () => {
  it('are listed, compared and attached on their pages', async () => {
    const { givenTool } = await import('../support/given-tools.js');
    const tool = await app.database.transactions.run((tx) =>
      givenTool(tx, app.clock.now(), { until: 'fixed', unitIds: [staff.hr.unitId] }),
    );
    const hr = await signedIn(staff.hr);
    await hr.get(toolPaths.versions(tool.toolId));
    const made = await hr.post(toolPaths.versions(tool.toolId), { renewal: 'yes' });
    expect(made.path).toBe(toolPaths.register(tool.toolId, 2));
    const data = toolPaths.registerSection(tool.toolId, 2, 'data');
    await save(hr, data, { 'purposes[].retention.maxDays|attendance': '90' });
    const diff = await hr.get(toolPaths.diff(tool.toolId, 2, 1));
    expect(h1(diff)).toBe('Verschil tussen versie 1 en versie 2');
    expect(diff.html).toContain('Nieuwe instemming nodig: ja');
    expect(diff.html).toContain('Want deze wijziging is ruimer:');
    expect(diff.html).toContain('90 dagen');
    const council = await signedIn(staff.member);
    expect((await council.get(toolPaths.diff(tool.toolId, 2, 1))).status).toBe(404);
    const old = await hr.post(toolPaths.registerSection(tool.toolId, 1, 'data'), {
      ...standing(await hr.get(toolPaths.registerSection(tool.toolId, 1, 'data')), toolPaths.registerSection(tool.toolId, 1, 'data')),
      'purposes[].retention.maxDays|attendance': '90',
    });
    expect(old.status).toBe(409);
    expect(old.html).toContain('Maak een nieuwe versie');
    expect((await hr.get(toolPaths.files(tool.toolId, 2))).html).toContain('overeenkomst.txt');
    expect((await app.database.transactions.run((tx) => readVersion(tx, tool.id))).fingerprint).toBe(tool.fingerprint);
  });

  it('let an agreement count once the document is beside it', async () => {
    const { actorIn, givenTool } = await import('../support/given-tools.js');
    const tool = await app.database.transactions.run((tx) =>
      givenTool(tx, app.clock.now(), { until: 'registered', unitIds: [staff.hr.unitId] }),
    );
    const signed = async () => dossierFacts(await latest(tool.toolId)).processors?.[0]?.processingAgreementSigned ?? null;
    const answer = { attribute: 'processors[].processingAgreementSigned', item: 'p1', value: true };
    await app.database.transactions.run((tx) => writeAnswers(tx, actorIn('privacy_officer'), app.clock.now(), tool.id, [answer]));
    expect(await signed()).toBeNull();
    const privacy = await signedIn(staff.privacyOfficer);
    const path = toolPaths.files(tool.toolId, 1);
    const page = await privacy.get(path);
    expect(page.html).toContain('Verwerkersovereenkomst: Aanmeld BV');
    const send = async (about: string, withFile: boolean): Promise<number> => {
      const form = new FormData();
      form.append('_csrf', /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? '');
      form.append('about', about);
      if (withFile) form.append('file', new Blob(['Getekend.']), 'overeenkomst.txt');
      return (await privacy.fetch(path, { method: 'POST', body: form })).status;
    };
    expect(await send('processing_agreement|p1', false)).toBe(422);
    expect(await send('processing_agreement|elders', true)).toBe(422);
    expect(await send('x'.repeat(300), true)).toBe(422);
    expect(await signed()).toBeNull();
    expect(await send('processing_agreement|p1', true)).toBe(303);
    expect(await signed()).toBe(true);
  });
});
