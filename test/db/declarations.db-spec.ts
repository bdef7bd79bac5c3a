import type { Tx } from '../../src/platform/database/index.js';
import {
  declarationsOf,
  differences,
  fixVersion,
  nextVersion,
  readVersion,
  type Version,
  writeDashboards,
  writeEnforcement,
  writeGrade,
  writeIndividualView,
  writeMetrics,
  writeScope,
} from '../../src/features/tools/index.js';
import { type Dashboard, type Metric, NOTHING_DECLARED } from '../../src/policy/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { GRADE, givenDeclarations, LOGINS, PEOPLE, shareOf, totalOf } from '../support/given-declarations.js';
import { refusal } from '../support/given-rights.js';
import { actorIn, givenTool, givenUnit } from '../support/given-tools.js';

const NOW = new Date('2026-02-02T09:00:00Z');
const [HR, IT, PRIVACY, DPO] = [actorIn('hr_registrar'), actorIn('it_admin'), actorIn('privacy_officer'), actorIn('dpo')];

let database: TestDatabase;
beforeAll(async () => {
  database = await databaseFor('declarations');
});
afterAll(() => database.close());

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transactions.run(work);
const tool = (until: 'registered' | 'assessed' | 'fixed' = 'registered'): Promise<Version> =>
  run(async (tx) => givenTool(tx, NOW, { until, unitIds: [await givenUnit(tx, NOW), await givenUnit(tx, NOW)] }));
const declaring = async (): Promise<Version> => {
  const version = await tool('assessed');
  return run((tx) => givenDeclarations(tx, NOW, version));
};

describe('what a version declares', () => {
  it('is read for many versions at once, in the order of the codes', async () => {
    const [plain, version] = [await tool(), await declaring()];
    const found = await run((tx) => declarationsOf(tx, [plain.id, version.id, 'v_nobody']));
    expect([...found.keys()].sort()).toEqual([plain.id, version.id].sort());
    expect(found.get(plain.id)).toEqual(NOTHING_DECLARED);
    const { units } = version.scope;
    expect(found.get(version.id)).toEqual({
      metrics: [LOGINS, PEOPLE],
      dashboards: [totalOf(units), shareOf(units)].map((one) => ({ ...one, groups: one.groups.map((group) => ({ ...group })) })),
      grade: null,
      individualView: null,
    });
    expect(found.get(version.id)).toEqual((await run((tx) => readVersion(tx, version.id))).declarations);
  });

  it('is in the fingerprint as soon as anything is declared, and not before', async () => {
    const before = await run(async (tx) => givenTool(tx, NOW, { enforcement: 'attested', unitIds: [await givenUnit(tx, NOW)] }));
    expect(before.fingerprintScheme).toBe(2);
    const same = await run((tx) => writeMetrics(tx, IT, NOW, before.id, []).then(() => readVersion(tx, before.id)));
    expect(same.fingerprint).toBe(before.fingerprint);
    const after = await run((tx) => givenDeclarations(tx, NOW, before, { metrics: [LOGINS] }));
    expect(after.fingerprintScheme).toBe(3);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    const wider = await run((tx) => givenDeclarations(tx, NOW, before, { metrics: [{ ...LOGINS, max: 51 }] }));
    expect(wider.fingerprint).not.toBe(after.fingerprint);
    const back = await run((tx) => givenDeclarations(tx, NOW, before, { metrics: [LOGINS] }));
    expect(back.fingerprint).toBe(after.fingerprint);
  });

  it('stays with a version that is fixed, whoever tries, and goes on to the next', async () => {
    const version = await declaring();
    const fixed = await run((tx) => fixVersion(tx, PRIVACY, NOW, version.id));
    expect(await refusal(run((tx) => writeMetrics(tx, IT, NOW, fixed.id, [LOGINS])))).toEqual(['version.fixed', 'version.fixed']);
    await expect(database.asOwner(`delete from version_dashboards where version_id = $1`, [fixed.id])).rejects.toThrow('fixed version');
    const next = await run((tx) => nextVersion(tx, HR, NOW, fixed.toolId));
    expect(next.declarations).toEqual(fixed.declarations);
    expect(next.fingerprint).toBe(fixed.fingerprint);
    expect(differences(fixed, next)).toEqual([]);
  });
});

describe('what is declared must fit', () => {
  const inVersion = async (write: (tx: Tx, version: Version) => Promise<void>): Promise<string[]> => {
    const version = await declaring();
    return refusal(run((tx) => write(tx, version)));
  };
  it.each<[string, readonly Metric[], string]>([
    ['a category that the tool does not name', [{ ...LOGINS, category: 'screen' }, PEOPLE], 'metrics|0|category: declared.category'],
    ['a lowest value above the highest', [{ ...LOGINS, min: 60 }, PEOPLE], 'metrics|0|max: declared.range'],
    ['the same code twice', [LOGINS, PEOPLE, LOGINS], 'metrics|2|code: declared.twice'],
    ['people per person', [LOGINS, { ...PEOPLE, level: 'person' }], 'metrics|1|level: declared.people-as-group'],
    ['an infinite value', [{ ...LOGINS, max: Number.POSITIVE_INFINITY }, PEOPLE], 'metrics|0|max: field.number'],
    ['a metric less that a dashboard shows', [LOGINS], 'metrics: declared.metric-shown'],
    ['a title without words', [{ ...LOGINS, titleEn: ' ' }, PEOPLE], 'metrics|0|titleEn: field.text'],
  ])('no metrics with %s', async (_what, metrics, reason) => {
    expect(await inVersion((tx, { id }) => writeMetrics(tx, IT, NOW, id, metrics))).toEqual(['input.unusable', reason]);
  });
  it.each<[string, (units: readonly string[]) => Dashboard, string]>([
    ['an unknown metric', (units) => shareOf(units, { metric: 'nothing' }), 'metric: declared.metric-unknown'],
    ['a share of what is no people', (units) => shareOf(units, { metric: 'logins' }), 'shown: declared.share-of-people'],
    ['a group under the house’s', (units) => shareOf(units, { smallestGroup: 9 }), 'smallestGroup: declared.group-too-small'],
    ['nobody to see it', (units) => shareOf(units, { viewers: [] }), 'viewers: declared.viewers-missing'],
    ['no group', () => shareOf([]), 'groups: declared.groups-missing'],
    ['a unit outside the scope', () => shareOf(['u_nowhere']), 'groups|0|units: declared.unit-unknown'],
    ['one unit in two groups', ([unit]) => shareOf([unit!, unit!]), 'groups|1|units: declared.unit-twice'],
  ])('no dashboard with %s', async (_what, dashboard, reason) => {
    expect(await inVersion((tx, { id, scope }) => writeDashboards(tx, HR, NOW, id, [dashboard(scope.units)]))).toEqual([
      'input.unusable',
      `dashboards|0|${reason}`,
    ]);
  });
  it('no view of one person without anything kept per person, for another purpose or for weeks', async () => {
    const view = { purpose: 'attendance', grounds: 'security', maxHours: 24 } as const;
    expect(await inVersion((tx, { id }) => writeIndividualView(tx, HR, NOW, id, view))).toEqual([
      'input.unusable',
      'allowed: declared.nothing-personal',
    ]);
    const personal = { ...LOGINS, code: 'own', level: 'person' } as const;
    const found = await inVersion(async (tx, { id }) => {
      await writeMetrics(tx, IT, NOW, id, [LOGINS, PEOPLE, personal]);
      await writeIndividualView(tx, HR, NOW, id, view);
      await writeIndividualView(tx, HR, NOW, id, { ...view, purpose: 'other', maxHours: 169 });
    });
    expect(found).toEqual(['input.unusable', 'purpose: declared.purpose-unknown', 'maxHours: declared.hours']);
  });
  it('no grade without words, tested tomorrow, or with a file of another version', async () => {
    const bad = { ...GRADE, cannotStop: '', testedOn: '2026-02-03', stopsWithinMinutes: 1.5, evidenceFileId: 'f_other' };
    expect(await inVersion((tx, { id }) => writeGrade(tx, IT, NOW, id, { enforcement: 'managed', ...bad }))).toEqual([
      'input.unusable',
      'cannotStop: field.text',
      'stopsWithinMinutes: declared.minutes',
      'testedOn: declared.tested-on',
      'evidenceFileId: field.choice',
    ]);
  });
  it('still when the version is fixed: a category or a unit that went since stops that, and a grade that says nothing', async () => {
    const version = await declaring();
    const [first] = version.scope.units;
    await run((tx) => writeScope(tx, HR, NOW, version.id, { units: [first!], staffNumbers: [] }));
    expect(await refusal(run((tx) => fixVersion(tx, PRIVACY, NOW, version.id)))).toEqual([
      'declared.stale',
      'dashboards|0|groups|1|units: declared.unit-unknown',
      'dashboards|1|groups|1|units: declared.unit-unknown',
    ]);
    await run((tx) => writeScope(tx, HR, NOW, version.id, { units: version.scope.units, staffNumbers: [] }));
    await run((tx) => writeEnforcement(tx, IT, NOW, version.id, 'vendor_api'));
    expect(await refusal(run((tx) => fixVersion(tx, PRIVACY, NOW, version.id)))).toEqual(['declared.stale', 'declared.grade-missing']);
    await run((tx) => writeGrade(tx, IT, NOW, version.id, { enforcement: 'vendor_api', ...GRADE }));
    expect((await run((tx) => fixVersion(tx, PRIVACY, NOW, version.id))).fixedAt).toEqual(NOW);
  });
});

describe('who declares', () => {
  it.each([
    ['the DPO no metric', (tx: Tx, id: string) => writeMetrics(tx, DPO, NOW, id, [LOGINS])],
    ['IT no dashboard', (tx: Tx, id: string) => writeDashboards(tx, IT, NOW, id, [])],
    ['HR no grade', (tx: Tx, id: string) => writeGrade(tx, HR, NOW, id, { enforcement: 'managed', ...GRADE })],
    ['IT no view of one person', (tx: Tx, id: string) => writeIndividualView(tx, IT, NOW, id, null)],
  ])('%s', async (_who, write) => {
    const { id } = await tool();
    const [code] = await refusal(run((tx) => write(tx, id)));
    expect(code).toBe('attribute.other-owner');
  });
});

describe('a grade', () => {
  it('goes with its description, and loses it when the grade changes', async () => {
    const version = await tool();
    const described = await run((tx) => givenDeclarations(tx, NOW, version, { grade: { enforcement: 'supervised', ...GRADE } }));
    expect([described.enforcement, described.declarations.grade]).toEqual(['supervised', GRADE]);
    const lower = await run((tx) => writeEnforcement(tx, IT, NOW, version.id, 'managed').then(() => readVersion(tx, version.id)));
    expect([lower.enforcement, lower.declarations.grade]).toEqual(['managed', null]);
    expect(lower.fingerprint).not.toBe(described.fingerprint);
  });
});
