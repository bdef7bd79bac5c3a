import { jest } from '@jest/globals';
import { advicePaths, assessmentPaths, SECTIONS } from '../../src/features/assessments/index.js';
import { latestVersion, type Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenPerson, givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import { linksOn } from '../support/page-forms.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let staff: Staff;
let visits: Record<'officer' | 'hr' | 'director' | 'dpo' | 'it', Visitor>;

beforeAll(async () => {
  app = await appFor('assessments');
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  visits = {
    officer: await signedIn(staff.privacyOfficer),
    hr: await signedIn(staff.hr),
    director: await signedIn(staff.director),
    dpo: await signedIn(staff.dpo),
    it: await signedIn(staff.it),
  };
});
afterAll(() => app.close());

const signedIn = async (person: GivenPerson): Promise<Visitor> => {
  const visitor = app.visitor();
  await visitor.get('/login');
  await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
  return visitor;
};
type Fields = Record<string, string | string[]>;
/** The page's form as it stands, without its buttons. */
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
const registered = (starter: string | null = 'home-login'): Promise<Version> =>
  app.database.transactions.run((tx) => givenTool(tx, app.clock.now(), { starter, unitIds: [staff.employee.unitId], until: 'assessed' }));

const RISK: Fields = {
  'risk-0-who': 'Medewerkers',
  'risk-0-what': 'De tijden gaan een eigen leven leiden.',
  'risk-0-chance': 'low',
  'risk-0-harm': 'medium',
  'risk-0-measure': 'Gebruik voor iets anders is verboden.',
  'risk-0-measureOwner': 'HR',
  'risk-0-rest': 'low',
};

const assessed = async (version: Version): Promise<void> => {
  const section = (code: string) => assessmentPaths.section(version.toolId, version.number, code);
  for (const code of SECTIONS.filter((one) => one !== 'risks')) {
    const views: Fields = code === 'measures' ? { 'dpia.viewsSought|': 'Gevraagd aan vier medewerkers.' } : {};
    const answer = await save(visits.officer, section(code), { ...views, finished: 'yes' });
    expect([code, answer.status, answer.path]).toEqual([code, 200, assessmentPaths.overview(version.toolId, version.number)]);
  }
  await save(visits.officer, section('risks'), { finished: 'yes' });
};
const fix = async (version: Version): Promise<Answer> => save(visits.officer, assessmentPaths.fixing(version.toolId, version.number));

describe('the pages of the assessment', () => {
  it('carry a tool from its sections to an advice with a condition, by saving pages as they stand', async () => {
    const version = await registered();
    const { toolId, number } = version;
    await assessed(version);
    const overview = await visits.officer.get(assessmentPaths.overview(toolId, number));
    expect(overview.html).toContain('7 van 7 onderdelen zijn af.');
    const fixedPage = await fix(version);
    expect(fixedPage.html).toMatch(/DPIA vastgesteld, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);

    const asking = await visits.hr.get(advicePaths.show(toolId, number));
    expect(asking.html).toContain('Vraag advies');
    const asked = await visits.hr.post(advicePaths.request(toolId, number));
    expect(asked.html).toMatch(/Advies gevraagd, kenmerk/);

    const list = await visits.dpo.get(advicePaths.list);
    expect(list.html).toContain(version.toolName);
    const give = advicePaths.give(version.id);
    const dossier = await visits.dpo.get(give);
    for (const words of ['Aanmeld BV', 'Een tekort bleek pas na de dienst.', 'Wat de regels ervan vinden'])
      expect(dossier.html).toContain(words);
    const more = await visits.dpo.post(give, { ...standing(dossier, give), _add: 'row' });
    expect([more.status, more.html.includes('condition-1-text')]).toEqual([200, true]);
    const place = 'purposes[].specific|attendance';
    const comment = advicePaths.commentOn(version.id, place);
    expect(linksOn(dossier)).toContain(comment);
    const onAnswer = await visits.dpo.get(comment);
    expect(onAnswer.html).toContain('Is dit doel precies genoeg?');
    const empty = await visits.dpo.post(comment, { verdict: 'add', text: ' ' });
    expect([empty.status, empty.html.includes('href="#text"')]).toEqual([422, true]);
    for (const answer of ['', 'purposes[].secret|x', '<b>|', 'x'.repeat(400)])
      expect((await visits.dpo.post(advicePaths.commentOn(version.id, answer), { verdict: 'agreed' })).status).toBe(404);
    expect((await visits.dpo.get(advicePaths.commentOn(version.id, 'purposes[].secret|x'))).status).toBe(404);
    const said = await visits.dpo.post(comment, { verdict: 'add', text: 'Noem het besluit.' });
    expect(said.html).toMatch(/Opmerking bewaard, kenmerk.*FG: Aanvullen\. Noem het besluit\./s);
    const purpose = assessmentPaths.section(toolId, number, 'purpose');
    expect((await visits.director.get(purpose)).html).not.toContain('Noem het besluit.');
    const condition: Fields = { advice: 'conditional', reasons: 'Korter kan.', 'condition-0-text': 'Train de planners.' };
    const given = await visits.dpo.post(give, { ...standing(dossier, give), ...condition });
    expect(given.html).toMatch(/Advies gegeven, kenmerk/);

    for (const visitor of [visits.hr, visits.officer, visits.director]) {
      expect((await visitor.get(purpose)).html).toContain('FG: Aanvullen. Noem het besluit.');
      expect((await visitor.get(advicePaths.show(toolId, number))).html).toMatch(/Opmerkingen van de FG per antwoord.*Noem het besluit\./s);
    }
    const late = await visits.dpo.post(comment, { verdict: 'none' });
    expect(late.status).toBe(409);
    expect((await visits.dpo.get(comment)).html).toContain('De opmerkingen kunt u niet meer wijzigen.');

    const shown = await visits.hr.get(advicePaths.show(toolId, number));
    const action = new Html(shown.html).forms().find(({ action: to }) => /advice-conditions\/o_\w+$/.test(to))?.action ?? '';
    const field = Object.keys(standing(shown, action)).find((name) => name.startsWith('reason-')) ?? '';
    const short = await visits.hr.post(action, { kind: 'carried_out', [field]: 'ok' });
    expect([short.status, short.html.includes('Fout:')]).toEqual([422, true]);
    await visits.hr.post(action, { kind: 'carried_out', [field]: 'Training gegeven op maandag.' });
    const waiting = await visits.dpo.get(give);
    const confirm = Object.keys(standing(waiting, action)).find((name) => name.endsWith('-confirmed')) ?? '';
    const confirmed = await visits.dpo.post(action, { kind: 'confirmed', [confirm]: 'Gezien en goed.' });
    expect(confirmed.html).toContain('Bevestigd door de FG');
  });

  it('name what is wrong and keep what was typed', async () => {
    const version = await registered();
    const path = assessmentPaths.section(version.toolId, version.number, 'risks');
    const page = await visits.officer.get(path);
    const rows = standing(page, path);
    const faulty = await visits.officer.post(path, { ...rows, ...RISK, 'risk-0-rest': '', finished: 'yes' });
    expect([faulty.status, faulty.html.includes('De tijden gaan een eigen leven leiden.')]).toEqual([422, true]);
    expect(faulty.html).toContain('href="#risk-0-rest"');
    const section = assessmentPaths.section(version.toolId, version.number, 'purpose');
    await visits.officer.get(section);
    const stray = await visits.officer.post(section, { 'tool.covert|': 'no' });
    expect(stray.status).toBe(422);
    await visits.officer.get(assessmentPaths.fixing(version.toolId, version.number));
    const early = await visits.officer.post(assessmentPaths.fixing(version.toolId, version.number), { reviewDue: '2027-01-01' });
    expect([early.status, early.html.includes('Maak het onderdeel Doel af.')]).toEqual([409, true]);
    const never = await visits.officer.post(assessmentPaths.fixing(version.toolId, version.number), { reviewDue: 'morgen' });
    expect([never.status, never.html.includes('href="#reviewDue"')]).toEqual([422, true]);
  });

  it('are signed by the director alone, who types the password again', async () => {
    const version = await registered();
    const path = assessmentPaths.signature(version.toolId, version.number);
    await app.database.asOwner(`delete from answers where version_id = $1 and attribute like '%.signedBy'`, [version.id]);
    expect((await visits.officer.get(path)).html).toContain('Nog niet ondertekend');
    expect((await visits.officer.post(path, { password: PASSWORD })).status).toBe(404);
    const page = await visits.director.get(path);
    const wrong = await visits.director.post(path, { ...standing(page, path), password: 'fout' });
    expect([wrong.status, wrong.html.includes('Dit wachtwoord klopt niet.')]).toEqual([422, true]);
    const signed = await visits.director.post(path, { ...standing(page, path), password: PASSWORD });
    expect(signed.html).toMatch(/Ondertekend, kenmerk/);
  });

  it('are unknown to who may not act, as is what is not there', async () => {
    const version = await registered();
    const { toolId, number, id } = version;
    await visits.hr.get('/');
    for (const [visitor, path] of [
      [visits.hr, advicePaths.give(id)],
      [visits.officer, advicePaths.give(id)],
      [visits.director, advicePaths.give(id)],
      [visits.director, advicePaths.request(toolId, number)],
      [visits.hr, assessmentPaths.fixing(toolId, number)],
      [visits.hr, assessmentPaths.section(toolId, number, 'purpose')],
      [visits.hr, advicePaths.deviation(toolId, number)],
      [visits.it, advicePaths.confirmations(id)],
      [visits.hr, advicePaths.commentOn(id, 'purposes[].specific|attendance')],
    ] as const) {
      await visitor.get('/');
      expect([path, (await visitor.post(path, { advice: 'positive', reasons: 'Omdat het kan.' })).status]).toEqual([path, 404]);
    }
    expect((await visits.dpo.get(advicePaths.give(id))).status).toBe(404);
    expect((await visits.officer.get(assessmentPaths.section(toolId, number, 'toString'))).status).toBe(404);
    expect((await visits.officer.get(assessmentPaths.overview(toolId, 7))).status).toBe(404);
    expect((await visits.officer.get(assessmentPaths.overview('t_NONE', 1))).status).toBe(404);
  });

  it('take an existing DPIA as a file', async () => {
    const { toolId, number } = await registered();
    const overview = assessmentPaths.overview(toolId, number);
    const page = await visits.officer.get(overview);
    const token =
      new Html(page.html)
        .forms()
        .find(({ multipart }) => multipart)
        ?.fields.find(({ name }) => name === '_csrf')?.value ?? '';
    const body = new FormData();
    body.append('_csrf', token);
    body.append('file', new Blob(['De DPIA van vorig jaar.'], { type: 'text/plain' }), 'dpia.txt');
    const sent = await visits.officer.fetch(assessmentPaths.attachment(toolId, number), { method: 'POST', body });
    expect(sent.status).toBe(303);
    expect((await visits.officer.get(overview)).html).toContain('Toegevoegd: dpia.txt');
    expect((await visits.officer.get(assessmentPaths.section(toolId, number, 'alternatives'))).html).toContain('name="pages"');
  });
});

describe('an amending version', () => {
  it('is made from the advice, stated to be covered, and shown to carry the approvals', async () => {
    const version = await registered();
    const { toolId, number } = version;
    await assessed(version);
    await fix(version);
    await visits.hr.get(advicePaths.show(toolId, number));
    await visits.hr.post(advicePaths.request(toolId, number));
    const give = advicePaths.give(version.id);
    await save(visits.dpo, give, {
      advice: 'conditional',
      reasons: 'Korter kan.',
      'condition-0-text': '30 dagen in plaats van 45',
      'condition-0-limit': 'retention_max_days',
      'condition-0-value': '30',
    });
    const shown = await visits.hr.get(advicePaths.show(toolId, number));
    const amend = new Html(shown.html).forms().find(({ action }) => action.endsWith('/amendment'))?.action ?? '';
    const made = await visits.hr.post(amend);
    expect(made.status).toBe(200);
    const next = await app.database.transactions.read((tx) => latestVersion(tx, toolId));
    expect([next.number, next.amends]).toEqual([2, true]);
    await app.database.asOwner(`update answers set value = '30' where version_id = $1 and attribute = 'purposes[].retention.maxDays'`, [
      next.id,
    ]);
    await app.database.asOwner(`update answers set value = '30' where version_id = $1 and attribute like '%.retentionDays'`, [next.id]);
    const statement = assessmentPaths.stillHolds(toolId, 2);
    await visits.officer.get(statement);
    const stated = await visits.officer.post(statement);
    expect(stated.html).toMatch(/Vastgelegd, kenmerk/);
    const carried = await visits.hr.get(advicePaths.show(toolId, 2));
    expect(carried.html).toContain('De goedkeuringen van de vorige versie gelden ook voor deze versie.');
    expect(carried.html).toContain('Het systeem bewaakt dit');
  });
});
