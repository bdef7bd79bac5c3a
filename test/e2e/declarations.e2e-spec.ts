import { jest } from '@jest/globals';
import { fixVersion, latestVersion, nextVersion, toolPaths, type Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenDeclarations, LOGINS, PEOPLE, shareOf } from '../support/given-declarations.js';
import { givenStaff, type GivenPerson, PASSWORD, type Staff } from '../support/given-people.js';
import { actorIn, givenTool, givenUnit } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(60_000);
const NOW = new Date('2026-02-02T09:00:00Z');

let app: TestApp;
let staff: Staff;
let hr: Visitor;
let it_: Visitor;
beforeAll(async () => {
  app = await appFor('declarations-e2e');
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  [hr, it_] = [await signedIn(staff.hr), await signedIn(staff.it)];
});
afterAll(() => app.close());

const signedIn = async (person: GivenPerson): Promise<Visitor> => {
  const visitor = app.visitor();
  await visitor.get('/login');
  await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
  return visitor;
};
const tool = (): Promise<Version> =>
  app.database.transactions.run(async (tx) =>
    givenTool(tx, NOW, { until: 'answered', starter: 'home-login', unitIds: [await givenUnit(tx, NOW), await givenUnit(tx, NOW)] }),
  );
const latest = ({ toolId }: Version) => app.database.transactions.run((tx) => latestVersion(tx, toolId));
const at = ({ toolId }: Version, page: string): string => toolPaths.registerSection(toolId, 1, page);

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
const save = async (visitor: Visitor, path: string, changes: Fields = {}): Promise<Answer> =>
  visitor.post(path, { ...standing(await visitor.get(path), path), ...changes });

describe('declaring by hand, without scripts', () => {
  it('takes the starter’s counts and dashboards as they stand, a group for each department', async () => {
    const version = await tool();
    expect((await save(it_, at(version, 'metrics'), { _save: 'yes' })).path).toBe(toolPaths.register(version.toolId, 1));
    expect((await save(hr, at(version, 'dashboards'))).path).toBe(at(version, 'individual-view'));
    const { declarations, scope } = await latest(version);
    expect(declarations.metrics.map(({ code, kind, level }) => [code, kind, level])).toEqual([
      ['logins', 'count', 'group'],
      ['people_signed_in', 'people', 'group'],
    ]);
    expect(declarations.dashboards.map(({ code, smallestGroup }) => [code, smallestGroup])).toEqual([
      ['logins_total', 10],
      ['signed_in_share', 10],
    ]);
    const grouped = declarations.dashboards.map(({ groups }) => groups.flatMap(({ units }) => units).sort());
    expect(grouped).toEqual([[...scope.units].sort(), [...scope.units].sort()]);
  });

  it('adds and removes rows and groups before anything is saved, and gives a code to what has none', async () => {
    const version = await app.database.transactions.run(async (tx) =>
      givenDeclarations(
        tx,
        NOW,
        await givenTool(tx, NOW, { until: 'answered', unitIds: [await givenUnit(tx, NOW), await givenUnit(tx, NOW)] }),
        {
          metrics: [LOGINS, PEOPLE],
        },
      ),
    );
    const path = at(version, 'dashboards');
    const added = await save(hr, path, { _add: 'dashboard' });
    const each = await hr.post(path, { ...standing(added, path), _each: '0' });
    expect(standing(each, path)['dashboards|0|groups']).toBe('2');
    const fewer = await hr.post(path, { ...standing(each, path), _remove: '0.0' });
    expect([fewer.status, standing(fewer, path)['dashboards|0|groups']]).toEqual([200, '1']);
    const words = {
      titleNl: 'Hoe vaak?',
      titleEn: 'How often, all?',
      questionNl: 'Druk?',
      questionEn: 'Busy?',
      metric: 'logins',
      shown: 'total',
    };
    const typed = Object.fromEntries(Object.entries(words).map(([part, value]) => [`dashboards|0|${part}`, value]));
    expect((await latest(version)).declarations.dashboards).toEqual([]);
    const wrong = await hr.post(path, { ...standing(fewer, path), ...typed, 'dashboards|0|smallestGroup': '4' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#dashboards|0|smallestGroup"');
    expect((await hr.post(path, { ...standing(wrong, path), 'dashboards|0|smallestGroup': '12' })).path).toBe(
      at(version, 'individual-view'),
    );
    const [dashboard] = (await latest(version)).declarations.dashboards;
    expect([dashboard?.code, dashboard?.smallestGroup, dashboard?.viewers, dashboard?.groups.length]).toEqual([
      'how_often_all',
      12,
      ['manager'],
      1,
    ]);
  });

  it('describes how the tool is stopped, and says it on the dossier', async () => {
    const version = await tool();
    const path = at(version, 'grade');
    const words = {
      stopsHow: 'De bewaker stopt het.',
      stopsWithinMinutes: '15',
      cannotStop: 'Een los proces.',
      evidence: 'Geprobeerd.',
      testedOn: '2026-01-05',
    };
    const wrong = await save(it_, path, { ...words, cannotStop: '' });
    expect([wrong.status, wrong.html.includes('href="#cannotStop"')]).toEqual([422, true]);
    expect((await save(it_, path, words)).path).toBe(at(version, 'metrics'));
    const check = await hr.get(toolPaths.checkAnswers(version.toolId, 1));
    for (const said of ['Een los proces.', 'De bewaker stopt het.', 'Hooguit 15 minuten na een stop.']) expect(check.html).toContain(said);
    expect((await hr.get(path)).html).toContain('U kunt dit lezen. Een ander vult het in.');
  });

  it('allows a look at one person only for a purpose of the tool, and only where something is kept per person', async () => {
    const version = await tool();
    const path = at(version, 'individual-view');
    const yes = { allowed: 'yes', purpose: 'attendance', grounds: 'security', maxHours: '24' };
    const refused = await save(hr, path, yes);
    expect([refused.status, refused.html.includes('href="#allowed"')]).toEqual([422, true]);
    await app.database.transactions.run((tx) => givenDeclarations(tx, NOW, version, { metrics: [{ ...LOGINS, level: 'person' }] }));
    expect((await save(hr, path, yes)).path).toBe(toolPaths.register(version.toolId, 1));
    expect((await latest(version)).declarations.individualView).toEqual({ purpose: 'attendance', grounds: 'security', maxHours: 24 });
    await save(hr, path, { allowed: 'no' });
    expect((await latest(version)).declarations.individualView).toBeNull();
  });

  it('refuses fields of another form and pages of another role', async () => {
    const version = await tool();
    const stray = await save(it_, at(version, 'metrics'), { 'metrics|99|code': 'x' });
    expect(stray.status).toBe(422);
    expect((await it_.post(at(version, 'dashboards'), { rows: '0' })).status).toBe(403);
    expect((await latest(version)).declarations.metrics).toEqual([]);
  });
});

describe('the differences page', () => {
  it('says in words what became wider', async () => {
    const version = await app.database.transactions.run(async (tx) => {
      const units = [await givenUnit(tx, NOW)];
      const first = await givenTool(tx, NOW, { until: 'assessed', unitIds: units, declare: (t, n, v) => givenDeclarations(t, n, v) });
      await fixVersion(tx, actorIn('privacy_officer'), NOW, first.id);
      const next = await nextVersion(tx, actorIn('hr_registrar'), NOW, first.toolId);
      return givenDeclarations(tx, NOW, next, {
        metrics: [LOGINS, PEOPLE, { ...LOGINS, code: 'own_logins', level: 'person', titleNl: 'Inloggen per persoon' }],
        dashboards: [shareOf(units, { viewers: ['manager', 'director'] })],
      });
    });
    const page = await hr.get(toolPaths.diff(version.toolId, 2, 1));
    expect(page.status).toBe(200);
    for (const said of [
      'Telling: Inloggen per persoon',
      'Overzicht: wie het ziet: Wie was er ingelogd?',
      'Bestuurder, Leidinggevende',
      'Overzicht: Hoe vaak ingelogd?',
    ])
      expect(page.html).toContain(said);
  });
});
