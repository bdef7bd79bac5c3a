import type { Actor } from '../../src/kernel/actor.js';
import { keepSignaturesTrue } from '../../src/features/assessments/signatures.js';
import { onRecord } from '../../src/features/evidence/index.js';
import { asAnswers } from '../../src/demo/fill-in.js';
import {
  confirmFacts,
  createTool,
  readVersion,
  REGISTRATION_SECTIONS,
  registerVersion,
  shownValues,
  starterOf,
  type Version,
  writeAnswers,
  writeCapabilities,
  writeEnforcement,
  writeScope,
  writeSheet,
} from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AssessmentServices, assessmentServices, givenAttachment, givenSectionsFinished } from '../support/given-assessments.js';
import { actorOf, givenFact, givenPerson, givenStaff, givenUnit, PASSWORD, type Staff } from '../support/given-people.js';

const clock = new TestClock('2026-11-23T09:00:00Z');
let database: TestDatabase;
let staff: Staff;
let services: AssessmentServices;
let officer: Actor;
let stopListening: () => void;

beforeAll(async () => {
  database = await databaseFor('starters');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = assessmentServices(database.transactions, clock);
  officer = actorOf(staff.privacyOfficer);
  stopListening = onRecord((tx, _now, act) => keepSignaturesTrue(tx, act));
});
afterAll(async () => {
  stopListening();
  await database.close();
});

/** A tool made from a starter: each role saves its pages as they are proposed, with a supplier's name typed in. */
const registered = (code: string, worksAtHome: boolean): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const now = clock.now();
    const [hr, it] = [actorOf(staff.hr), actorOf(staff.it)];
    const starter = starterOf(code)!;
    const unitId = await givenUnit(tx, `Afdeling ${code}`);
    await givenPerson(tx, { unitId, worksAtHome });
    const { versionId } = await createTool(tx, hr, now, { name: starter.name.nl, starter: code, isPlatform: false });
    await writeScope(tx, hr, now, versionId, { units: [unitId], staffNumbers: [] });
    await writeEnforcement(tx, it, now, versionId, 'attested');
    const capabilities = starter.capabilities.map(({ code: one, can, isOn, reach }) => ({ code: one, can, on: isOn, reach }));
    await writeCapabilities(tx, it, now, versionId, capabilities);
    const sheet = starter.sheet.map(({ meaning, ...one }) => ({ ...one, meaningNl: meaning.nl, meaningEn: meaning.en }));
    await writeSheet(tx, it, now, versionId, sheet);
    for (const [actor, role] of [
      [hr, 'hr_registrar'],
      [it, 'it_admin'],
    ] as const) {
      const values = shownValues(await readVersion(tx, versionId), 'nl');
      const answers = REGISTRATION_SECTIONS.flatMap((section) => asAnswers(section, values, role));
      const rows = values.items('processors', '');
      const names = role === 'hr_registrar' ? rows.map((item) => ({ attribute: 'processors[].name', item, value: 'Leverancier BV' })) : [];
      await writeAnswers(tx, actor, now, versionId, [...answers, ...names]);
    }
    const named = ['tool.vendor', 'tool.version'].map((attribute) => ({ attribute, item: '', value: 'Leverancier BV' }));
    await writeAnswers(tx, hr, now, versionId, named);
    await confirmFacts(
      tx,
      it,
      now,
      versionId,
      ['tool.profiling', 'tool.behaviourDetection'].map((attribute) => ({ attribute, item: '' })),
    );
    await registerVersion(tx, hr, now, versionId);
    return readVersion(tx, versionId);
  });

/** The agreements that the privacy officer speaks of, attached. */
const withAgreements = (version: Version): Promise<void> =>
  database.transactions.run(async (tx) => {
    for (const item of shownValues(version, 'nl').items('processors', ''))
      await givenAttachment(tx, officer, clock.now(), version.id, 'processing_agreement', item);
  });

const signedAgreements = (version: Version) =>
  Object.fromEntries(
    shownValues(version, 'nl')
      .items('processors', '')
      .flatMap((item) => [
        [`processors[].processingAgreementSigned|${item}`, 'yes'],
        [`processors[].processingAgreementComplete|${item}`, 'yes'],
      ]),
  );

/** Assessed by its owners, the tests that were won signed, the DPIA fixed: what the pages then show. */
const findingsOf = async (code: string, worksAtHome: boolean): Promise<readonly string[]> => {
  const version = await registered(code, worksAtHome);
  const { toolId, number } = version;
  await withAgreements(version);
  await givenSectionsFinished(services, officer, version, signedAgreements(version));
  await services.dpias.sign(actorOf(staff.director), toolId, number, { password: PASSWORD }).catch(() => undefined);
  await services.dpias.fix(officer, toolId, number, '2027-11-23');
  const { findings } = await services.assessments.overview(toolId, number);
  return findings.map(({ rule, warns, absolute }) => `${rule}${absolute ? ' (absolute)' : warns ? ' (W)' : ''}`).sort();
};
const asBusiness = () => database.transactions.run((tx) => givenFact(tx, 'publicBody', false));
const asMunicipality = () => database.transactions.run((tx) => givenFact(tx, 'publicBody', true));

describe('a starter, walked through register, assess and DPIA, shows exactly its findings', () => {
  it.each([
    ['call-recording-sampling', true, ['NL-AP-REC-01 (W)']],
    ['home-login', true, []],
    ['home-screenshots', true, ['EU-GDPR-06-03', 'EU-GDPR-22-02', 'EU-WP249-01', 'NL-PAR-01']],
    ['mood-headset', true, ['EU-AIA-05-01 (absolute)', 'EU-FAIR-01 (W)', 'EU-GDPR-06-02', 'NL-HOME-01']],
    ['self-checkout-live', false, ['EU-GDPR-04-01', 'EU-GDPR-06-03', 'EU-NEC-02', 'EU-NEC-03 (W)']],
    ['smart-cameras', false, ['EU-FAIR-01 (W)', 'EU-GDPR-04-03', 'EU-GDPR-09-02', 'EU-GDPR-10-01']],
    ['recording-on-hold', true, ['EU-NEC-04', 'NL-REC-01']],
  ])('%s, in a business', async (code, worksAtHome, expected) => {
    await asBusiness();
    expect(await findingsOf(code, worksAtHome)).toEqual(expected);
  });
  it('municipal-call-recording, at a municipality', async () => {
    await asMunicipality();
    expect(await findingsOf('municipal-call-recording', true)).toEqual(['EU-GDPR-06-04 (W)', 'NL-REC-06']);
  });
  it.each(['office-suite-logs', 'phone-statistics', 'case-system-logging', 'vpn-endpoint-security', 'access-badges', 'countersign'])(
    '%s: none, at a municipality',
    async (code) => {
      await asMunicipality();
      expect(await findingsOf(code, true)).toEqual([]);
    },
  );
});
