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
} from '../../src/features/tools/index.js';
import { NOTHING_DECLARED } from '../../src/policy/index.js';
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
