import type { Actor } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import { assessmentFacts, type AssessmentFacts } from '../../src/features/assessments/index.js';
import { keepSignaturesTrue } from '../../src/features/assessments/signatures.js';
import { acceptedFingerprints, readVersion, type Version, writeAnswers } from '../../src/features/tools/index.js';
import { onRecord } from '../../src/features/evidence/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AssessmentServices, assessmentServices, givenDpiaFixed, givenSectionsFinished, RISK } from '../support/given-assessments.js';
import { actorOf, givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const clock = new TestClock('2026-11-23T09:00:00Z');
let database: TestDatabase;
let staff: Staff;
let services: AssessmentServices;
let officer: Actor;
let hr: Actor;
let director: Actor;
let stopListening: () => void;

beforeAll(async () => {
  database = await databaseFor('assessments');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = assessmentServices(database.transactions, clock);
  officer = actorOf(staff.privacyOfficer);
  hr = actorOf(staff.hr);
  director = actorOf(staff.director);
  stopListening = onRecord((tx, _now, act) => keepSignaturesTrue(tx, act));
});
afterAll(async () => {
  stopListening();
  await database.close();
});

const tool = (until: 'started' | 'registered' | 'assessed' = 'assessed', starter: string | null = null): Promise<Version> =>
  database.transactions.run((tx) => givenTool(tx, clock.now(), { until, starter, unitIds: [staff.employee.unitId] }));
const again = (version: Version): Promise<Version> => database.transactions.read((tx) => readVersion(tx, version.id));
const facts = (version: Version): Promise<AssessmentFacts> =>
  database.transactions.read(async (tx) => {
    const now = await readVersion(tx, version.id);
    return assessmentFacts(tx, now, await acceptedFingerprints(tx, now.toolId, now.fingerprint));
  });
const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await work.then(
    () => new Error('expected a problem, found none'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw error;
};
const valueOf = (version: Version, attribute: string) => version.answers.find((one) => one.attribute === attribute)?.value;
const SIGNED_BY = 'purposes[].balancingTest.signedBy';

describe('a section', () => {
  it('keeps what was typed and names the questions that are open, until all are answered', async () => {
    const version = await tool('registered');
    const at = { toolId: version.toolId, number: version.number, code: 'purpose' } as const;
    const half = {
      'purposes[].effectiveness.metric|attendance': 'Diensten met te weinig mensen',
      finished: 'yes',
      note: 'Met het team besproken.',
    };
    const saved = await services.assessments.save(officer, at, half);
    expect(saved).toMatchObject({ kind: 'faulty', errors: [], open: ['purposes[].specific|attendance'] });
    expect(valueOf(await again(version), 'purposes[].effectiveness.metric')).toBe('Diensten met te weinig mensen');
    const overview = await services.assessments.overview(version.toolId, version.number);
    expect([overview.finished, overview.begun]).toEqual([[], ['purpose']]);
    expect(await services.assessments.save(officer, at, { ...half, 'purposes[].specific|attendance': 'yes' })).toMatchObject({
      kind: 'saved',
    });
    expect((await services.assessments.overview(version.toolId, version.number)).finished).toEqual(['purpose']);
  });
  it('is open again when somebody says so', async () => {
    const version = await tool();
    await givenSectionsFinished(services, officer, version);
    const { section, values } = await services.assessments.section(version.toolId, version.number, 'alternatives', 'nl');
    const { asForm } = await import('../../src/demo/fill-in.js');
    const body = { ...asForm(section, values, 'privacy_officer'), finished: 'no' };
    await services.assessments.save(officer, { toolId: version.toolId, number: version.number, code: 'alternatives' }, body);
    expect((await facts(version)).dpia).toMatchObject({ description: true, necessity: false, risks: true, measures: true });
  });
  it('refuses a field that another role owns, and writes nothing', async () => {
    const version = await tool('registered');
    const at = { toolId: version.toolId, number: version.number, code: 'basis' } as const;
    const forged = { 'purposes[].legalBasis|attendance': 'legitimate_interest', [`${SIGNED_BY}|attendance`]: 'bestuurder' };
    expect(await services.assessments.save(officer, at, forged)).toMatchObject({
      kind: 'faulty',
      errors: [{ code: 'attribute.other-owner' }],
    });
    expect(valueOf(await again(version), 'purposes[].legalBasis')).toBeUndefined();
  });
  it('takes no answers of the privacy officer from HR or IT', async () => {
    const version = await tool('registered');
    const at = { toolId: version.toolId, number: version.number, code: 'purpose' } as const;
    for (const actor of [hr, actorOf(staff.it), director, actorOf(staff.dpo)])
      expect(await services.assessments.save(actor, at, { 'purposes[].specific|attendance': 'yes' })).toMatchObject({ kind: 'faulty' });
    expect(valueOf(await again(version), 'purposes[].specific')).toBeUndefined();
  });
  it('may point into an attached DPIA instead, once there is one', async () => {
    const version = await tool('registered');
    const at = { toolId: version.toolId, number: version.number, code: 'alternatives' } as const;
    const pointing = { pages: 'zie bijlage, blz. 12', finished: 'yes', 'assessment.alternatives|': '' };
    expect(await services.assessments.save(officer, at, pointing)).toMatchObject({ kind: 'faulty', faults: [{ code: 'pages.no-file' }] });
    const upload = { bytes: Buffer.from('De DPIA van vorig jaar.'), name: 'dpia.txt', type: 'text/plain' };
    expect((await problemOf(services.assessments.attach(hr, version.toolId, version.number, upload))).status).toBe(403);
    await services.assessments.attach(officer, version.toolId, version.number, upload);
    expect(await services.assessments.save(officer, at, pointing)).toMatchObject({ kind: 'saved' });
    expect((await facts(version)).dpia.necessity).toBe(true);
  });
  it('shows what the rules say of the answers as they are', async () => {
    const version = await tool();
    const at = { toolId: version.toolId, number: version.number, code: 'alternatives' } as const;
    const before = await services.assessments.section(at.toolId, at.number, at.code, 'nl');
    expect(before.findings).toEqual([]);
    const { asForm } = await import('../../src/demo/fill-in.js');
    const fields = asForm(before.section, before.values, 'privacy_officer');
    await services.assessments.save(officer, at, { ...fields, 'assessment.reliesOnTechnicalImpossibility|': 'yes', finished: 'no' });
    const after = await services.assessments.section(at.toolId, at.number, at.code, 'nl');
    expect(after.findings.map(({ rule, attribute }) => [rule, attribute])).toEqual([
      ['EU-NEC-04', 'assessment.reliesOnTechnicalImpossibility'],
    ]);
  });
  it('is unknown for a version that does not exist', async () => {
    const version = await tool('registered');
    expect((await problemOf(services.assessments.section(version.toolId, 9, 'purpose', 'nl'))).status).toBe(404);
    expect((await problemOf(services.assessments.section('t_NOBODY', 1, 'purpose', 'nl'))).status).toBe(404);
  });
});

describe('the risks', () => {
  it('are proposed by the example and count once they are saved', async () => {
    const version = await tool('registered', 'home-login');
    const proposed = await services.assessments.section(version.toolId, version.number, 'risks', 'nl');
    expect([proposed.risksProposed, proposed.risks.length > 0]).toEqual([true, true]);
    expect((await facts(version)).dpia).toMatchObject({ residualRisk: null, risks: false });
    await services.dpias.saveRisks(officer, version.toolId, version.number, { risks: proposed.risks, lowered: null, finished: true });
    expect((await facts(version)).dpia).toMatchObject({ residualRisk: 'low', risks: true });
  });
  it('have the highest rest as residual risk; a lower one counts once the DPO has seen why', async () => {
    const version = await tool();
    await givenSectionsFinished(services, officer, version);
    const risks = [RISK, { ...RISK, rest: 'high' as const }];
    const lowered = { residualRisk: 'medium', reason: 'Het gaat om twee mensen.' } as const;
    await services.dpias.saveRisks(officer, version.toolId, version.number, { risks, lowered, finished: true });
    expect((await facts(version)).dpia.residualRisk).toBe('high');
    await services.dpias.fix(officer, version.toolId, version.number, '2027-11-23');
    await services.advices.ask(hr, version.toolId, version.number);
    expect((await problemOf(services.advices.seeLoweredRisk(officer, version.id))).status).toBe(403);
    expect((await facts(version)).dpia.residualRisk).toBe('high');
    await services.advices.seeLoweredRisk(actorOf(staff.dpo), version.id);
    expect((await facts(version)).dpia.residualRisk).toBe('medium');
    expect((await problemOf(services.advices.seeLoweredRisk(actorOf(staff.dpo), version.id))).code).toBe('risk.nothing-to-see');
  });
  it('are not finished without a row, and written by nobody else', async () => {
    const version = await tool();
    const none = { risks: [], lowered: null, finished: true };
    expect(await services.dpias.saveRisks(officer, version.toolId, version.number, none)).toMatchObject({ finished: false });
    for (const actor of [hr, director, actorOf(staff.dpo)])
      expect((await problemOf(services.dpias.saveRisks(actor, version.toolId, version.number, none))).status).toBe(403);
  });
});

describe('a balancing test', () => {
  const identity = { password: PASSWORD };
  const unsigned = async (): Promise<Version> => {
    const version = await tool('registered');
    const answers = [
      ['purposes[].legalBasis', 'legitimate_interest'],
      ['purposes[].balancingTest.interest', 'Bereikbaar zijn'],
      ['purposes[].balancingTest.necessity', 'Alleen tijden'],
      ['purposes[].balancingTest.balance', 'employer'],
    ].map(([attribute, value]) => ({ attribute: attribute!, item: 'attendance', value: value! }));
    await database.transactions.run((tx) => writeAnswers(tx, officer, clock.now(), version.id, answers));
    return version;
  };
  it('is signed by the director, with the password again', async () => {
    const version = await unsigned();
    const { toolId, number } = version;
    expect((await problemOf(services.dpias.sign(director, toolId, number, { password: 'fout wachtwoord' }))).status).toBe(422);
    for (const actor of [hr, officer]) expect((await problemOf(services.dpias.sign(actor, toolId, number, identity))).status).toBe(403);
    expect(valueOf(await again(version), SIGNED_BY)).toBeUndefined();
    await services.dpias.sign(director, toolId, number, identity);
    expect(valueOf(await again(version), SIGNED_BY)).toBe(staff.director.id);
    expect((await problemOf(services.dpias.sign(director, toolId, number, identity))).code).toBe('balancing.nothing-to-sign');
  });
  it('loses its signature when its text changes, and keeps it when another answer does', async () => {
    const version = await unsigned();
    await services.dpias.sign(director, version.toolId, version.number, identity);
    const write = (attribute: string, value: string | boolean) =>
      database.transactions.run((tx) => writeAnswers(tx, officer, clock.now(), version.id, [{ attribute, item: 'attendance', value }]));
    await write('purposes[].specific', true);
    expect(valueOf(await again(version), SIGNED_BY)).toBe(staff.director.id);
    await write('purposes[].balancingTest.necessity', 'Alles is nodig');
    expect(valueOf(await again(version), SIGNED_BY)).toBeUndefined();
    await services.dpias.sign(director, version.toolId, version.number, identity);
    expect(valueOf(await again(version), SIGNED_BY)).toBe(staff.director.id);
  });
  it('is not signed when it is lost, nor by a typed name', async () => {
    const version = await unsigned();
    const write = (actor: Actor, attribute: string, value: string) =>
      database.transactions.run((tx) => writeAnswers(tx, actor, clock.now(), version.id, [{ attribute, item: 'attendance', value }]));
    await write(officer, 'purposes[].balancingTest.balance', 'employee');
    expect((await problemOf(services.dpias.sign(director, version.toolId, version.number, identity))).code).toBe(
      'balancing.nothing-to-sign',
    );
    await write(director, SIGNED_BY, 'bestuurder');
    expect(valueOf(await again(version), SIGNED_BY)).toBeUndefined();
  });
});

describe('fixing the DPIA', () => {
  it('is refused while a section is open, and names each', async () => {
    const version = await tool();
    const problem = await problemOf(services.dpias.fix(officer, version.toolId, version.number, '2027-11-23'));
    expect([problem.status, problem.reasons.map(({ field }) => field)]).toEqual([
      409,
      ['purpose', 'basis', 'data', 'capture', 'alternatives', 'risks', 'measures'],
    ]);
    expect((await facts(version)).dpia.done).toBe(false);
  });
  it('fixes the version and its fingerprint, and is the privacy officer’s alone', async () => {
    const version = await tool();
    await givenSectionsFinished(services, officer, version);
    for (const actor of [hr, director, actorOf(staff.dpo), actorOf(staff.it)])
      expect((await problemOf(services.dpias.fix(actor, version.toolId, version.number, '2027-11-23'))).status).toBe(403);
    await services.dpias.fix(officer, version.toolId, version.number, '2027-11-23');
    const fixed = await again(version);
    expect(fixed.fixedAt).toEqual(clock.now());
    const found = await facts(version);
    expect(found.dpia).toEqual({
      done: true,
      versionHash: fixed.fingerprint,
      description: true,
      necessity: true,
      risks: true,
      measures: true,
      viewsSought: expect.any(String),
      residualRisk: 'low',
      priorConsultation: null,
      reviewDue: '2027-11-23',
    });
    expect(found.proofs.fixingId).toMatch(/^x_/);
    expect(found.chain).toEqual({ dpiaFixed: true, adviceAsked: false, adviceGiven: false, conditionsCarriedOut: false });
  });
  it('takes a review after today and at most 36 months away', async () => {
    const version = await tool();
    await givenSectionsFinished(services, officer, version);
    for (const day of ['2026-11-23', '2029-11-24', '2020-01-01'])
      expect((await problemOf(services.dpias.fix(officer, version.toolId, version.number, day))).status).toBe(422);
    await services.dpias.fix(officer, version.toolId, version.number, '2029-11-23');
    expect((await facts(version)).dpia.reviewDue).toBe('2029-11-23');
  });
  it('again on the same version is its review', async () => {
    const version = await givenDpiaFixed(services, officer, await tool());
    await services.dpias.fix(officer, version.toolId, version.number, '2028-11-23');
    expect((await facts(version)).dpia.reviewDue).toBe('2028-11-23');
  });
  it('needs a registration', async () => {
    const version = await tool('started');
    expect((await problemOf(services.dpias.fix(officer, version.toolId, version.number, '2027-11-23'))).code).toBe('version.unregistered');
  });
  it('closes the risks and the attachment', async () => {
    const { toolId, number } = await givenDpiaFixed(services, officer, await tool());
    const risks = { risks: [], lowered: null, finished: false };
    expect((await problemOf(services.dpias.saveRisks(officer, toolId, number, risks))).code).toBe('dpia.fixed-already');
    const upload = { bytes: Buffer.from('x'), name: 'a.txt', type: 'text/plain' };
    expect((await problemOf(services.assessments.attach(officer, toolId, number, upload))).code).toBe('dpia.fixed-already');
  });
  it('cannot be undone or forged past the application', async () => {
    const version = await givenDpiaFixed(services, officer, await tool());
    await expect(
      database.dataSource.query(`update dpia_fixings set review_due = '2099-01-01' where version_id = $1`, [version.id]),
    ).rejects.toThrow();
    await expect(database.dataSource.query(`delete from dpia_fixings where version_id = $1`, [version.id])).rejects.toThrow();
  });
});
