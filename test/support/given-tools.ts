import type { Actor, Role } from '../../src/kernel/actor.js';
import type { Json } from '../../src/kernel/canonical.js';
import { newId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/platform/database/index.js';
import { storeFile } from '../../src/features/people/index.js';
import {
  type AnswerInput,
  attachFile,
  createTool,
  type Enforcement,
  fixVersion,
  readVersion,
  registerVersion,
  type Version,
  writeAnswers,
  writeCapabilities,
  writeEnforcement,
  writeScope,
  writeSheet,
} from '../../src/features/tools/index.js';
import { confirmFacts } from '../../src/features/tools/index.js';

/** Somebody who acts in one role. Without an id the person is in no table, which answers do not need. */
export const actorIn = (role: Role, personId: string = `p_${role}`): Actor => ({ personId, role, roles: [role], language: 'nl' });

export const givenUnit = async (tx: Tx, now: Date, name = `Team ${newId('n')}`): Promise<string> => {
  const id = newId('u');
  await tx.query(`insert into units (id, name, created_at) values ($1, $2, $3)`, [id, name, now]);
  return id;
};

export interface GivenPerson {
  readonly worksAtHome?: boolean;
  readonly language?: 'nl' | 'en';
  readonly name?: string;
  readonly email?: string;
}
export const givenPerson = async (tx: Tx, now: Date, unitId: string, person: GivenPerson = {}): Promise<string> => {
  const id = newId('p');
  await tx.query(
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     values ($1, $2, $3, $4, $5, $6, '2020-01-01', $7, $8)`,
    [id, id.slice(2), person.name ?? `Mens ${id}`, person.email ?? null, unitId, person.language ?? 'nl', person.worksAtHome ?? false, now],
  );
  return id;
};

const row = (attribute: string, item: string, value: Json): AnswerInput => ({ attribute, item, value });
const one = (attribute: string, value: Json): AnswerInput => row(attribute, '', value);

const place = (name: 'home' | 'office'): AnswerInput[] => [
  one(`${name}.contentLevel`, 1),
  one(`${name}.modeRank`, 1),
  one(`${name}.samplingRate`, 0),
  one(`${name}.audioVideo`, false),
  one(`${name}.liveView`, false),
  one(`${name}.retentionDays`, 45),
  one(`${name}.viewers`, 1),
];

/** Login registration, the same at home and at the office: what HR answers. */
export const HR_ANSWERS: readonly AnswerInput[] = [
  one('tool.vendor', 'Aanmeld BV'),
  one('tool.version', '1'),
  one('processors', ['p1']),
  row('processors[].name', 'p1', 'Aanmeld BV'),
  row('processors[].country', 'p1', 'NL'),
  row('processors[].ownPurposes', 'p1', false),
  row('processors[].subprocessors', 'p1', []),
  one('transfers', []),
  one('tool.vendorClaims', []),
  one('tool.suitableForMonitoring', true),
  one('tool.groupScope', 'group'),
  one('tool.covert', false),
  one('tool.dataSubjects', ['employees']),
  one('tool.deviceOwnership', ['employer']),
  one('tool.controllerRole', 'controller'),
  one('tool.recipients', ['planner']),
  row('tool.recipients[].role', 'planner', 'planner'),
  row('tool.recipients[].personsMax', 'planner', 1),
  row('tool.recipients[].needToKnow', 'planner', true),
  one('purposes', ['attendance']),
  row('purposes[].code', 'attendance', 'attendance'),
  row('purposes[].description', 'attendance', 'Zien of er genoeg mensen zijn ingelogd om klanten te helpen.'),
  row('purposes[].subjects', 'attendance', ['employees']),
  row('purposes[].retention.maxDays', 'attendance', 45),
  row('purposes[].retention.criterion', 'attendance', 'Tot de maand is afgesloten.'),
  row('purposes[].retention.autoDelete', 'attendance', true),
  row('purposes[].secondaryOf', 'attendance', null),
  one('tool.dataCategories', ['login']),
  row('tool.dataCategories[].code', 'login', 'login_time'),
  row('tool.dataCategories[].source', 'login', 'observed'),
  row('tool.dataCategories[].specialCategory', 'login', null),
  row('tool.dataCategories[].criminal', 'login', false),
  row('tool.dataCategories[].purposes', 'login', ['attendance']),
  one('objectionHandling.optOut.available', true),
  one('tool.profiling', false),
  one('tool.behaviourDetection', false),
  one('tool.automatedDecisions.solelyAutomated', false),
  one('tool.automatedDecisions.significantEffect', false),
  one('tool.automatedDecisions.payOrDisciplineFromRawMetric', false),
  one('office.enabled', true),
  ...place('home'),
  ...place('office'),
];

/** What IT answers. */
export const IT_ANSWERS: readonly AnswerInput[] = [
  one('capture.modes', ['event_triggered']),
  one('capture.contentLevel', 1),
  one('capture.audio', false),
  one('capture.video', false),
  one('capture.location', false),
  one('capture.stores', true),
  one('capture.schedule.workingHoursOnly', true),
  one('capture.schedule.breaksExcluded', true),
  one('capture.schedule.timezone', 'Europe/Amsterdam'),
  one('capture.pause.required', ['break']),
  one('capture.pause.live', ['break']),
  one('capture.pause.postEdit', []),
  one('capture.pause.audibleWhilePaused', false),
  one('capture.onDeviceAnonymisation', false),
  one('security.rbac', true),
  one('security.mfa', true),
  one('security.encryption', true),
  one('security.accessLog', true),
  one('tool.leaseMinutes', 15),
];

/** What the privacy officer answers in step 3. */
export const PRIVACY_ANSWERS: readonly AnswerInput[] = [
  row('processors[].processingAgreementSigned', 'p1', true),
  row('processors[].processingAgreementComplete', 'p1', true),
  row('purposes[].specific', 'attendance', true),
  row('purposes[].legalBasis', 'attendance', 'legitimate_interest'),
  row('purposes[].balancingTest.interest', 'attendance', 'Klanten kunnen ons bereiken op de uren die wij beloven.'),
  row('purposes[].balancingTest.necessity', 'attendance', 'Alleen het moment van in- en uitloggen is nodig.'),
  row('purposes[].balancingTest.balance', 'attendance', 'employer'),
  row('purposes[].effectiveness.metric', 'attendance', 'Diensten met te weinig mensen'),
  row('purposes[].effectiveness.baseline', 'attendance', 'De 3 maanden voor de start'),
  one('assessment.alternatives', ['a1']),
  row('assessment.alternatives[].description', 'a1', 'Teams spreken zelf af wie bereikbaar is.'),
  row('assessment.alternatives[].lessIntrusive', 'a1', true),
  row('assessment.alternatives[].effectiveEnough', 'a1', false),
  row('assessment.alternatives[].rejectedReason', 'a1', 'Een tekort bleek pas na de dienst.'),
  one('assessment.reliesOnTechnicalImpossibility', false),
  ...['priorNotice', 'extent', 'legitimateReason', 'lessIntrusive', 'consequences', 'safeguards'].map((name) =>
    one(`assessment.barbulescu.${name}`, 'Beantwoord.'),
  ),
  one('dpia.description', true),
  one('dpia.necessity', true),
  one('dpia.risks', true),
  one('dpia.measures', true),
  one('dpia.residualRisk', 'low'),
  one('dpia.reviewDue', '2028-01-01'),
];
/** The director signs the three-step test. */
export const DIRECTOR_ANSWERS: readonly AnswerInput[] = [row('purposes[].balancingTest.signedBy', 'attendance', 'bestuurder')];

export const SIGN_IN_ONLY = [{ code: 'sign_in_times', can: true, on: true, reach: 'two_persons' }] as const;
export const SHEET = [
  {
    name: 'events',
    value: 'sign_in,sign_out',
    meaningNl: 'Alleen in- en uitloggen.',
    meaningEn: 'Only signing in and out.',
    stricterIs: null,
  },
  { name: 'keep_days', value: '45', meaningNl: 'Dagen dat het blijft staan.', meaningEn: 'Days that it is kept.', stricterIs: 'lower' },
] as const;

/** A document with a version: what some answers count on. */
export const givenDocument = async (tx: Tx, now: Date, versionId: string, kind: string, item: string): Promise<string> => {
  const stored = await storeFile(tx, actorIn('privacy_officer'), now, { bytes: Buffer.from('Overeenkomst'), name: 'overeenkomst.txt' });
  await attachFile(tx, actorIn('privacy_officer'), now, versionId, { fileId: stored.id, kind, item });
  return stored.id;
};

export interface GivenTool {
  readonly name?: string;
  readonly unitIds?: readonly string[];
  readonly starter?: string | null;
  readonly isPlatform?: boolean;
  readonly enforcement?: Enforcement;
  /** What it declares (given-declarations.ts), from `answered` on. */
  readonly declare?: (tx: Tx, now: Date, version: Version) => Promise<unknown>;
  readonly changes?: readonly AnswerInput[];
  /** How far it goes; `assessed` fills in step 3 as well, `fixed` also fixes the version (the DPIA's own row is not made). */
  readonly until?: 'started' | 'answered' | 'registered' | 'assessed' | 'fixed';
}

const STAGES = ['started', 'answered', 'registered', 'assessed', 'fixed'] as const;
const CONFIRMED = ['tool.profiling', 'tool.behaviourDetection'].map((attribute) => ({ attribute, item: '' }));

/** A tool with its answers, each written by its owner, as far as `until` says (`registered` by default). */
export const givenTool = async (tx: Tx, now: Date, given: GivenTool = {}): Promise<Version> => {
  const hr = actorIn('hr_registrar');
  const it = actorIn('it_admin');
  const until = STAGES.indexOf(given.until ?? 'registered');
  const { versionId } = await createTool(tx, hr, now, {
    name: given.name ?? `Volgsysteem ${newId('n')}`,
    starter: given.starter ?? null,
    isPlatform: given.isPlatform ?? false,
  });
  if (until >= 1) {
    await writeCapabilities(tx, it, now, versionId, SIGN_IN_ONLY);
    await writeEnforcement(tx, it, now, versionId, given.enforcement ?? 'native');
    const units = given.unitIds ?? [await givenUnit(tx, now)];
    await writeScope(tx, hr, now, versionId, { units, staffNumbers: [] });
    await writeAnswers(tx, hr, now, versionId, [...HR_ANSWERS, ...(given.changes ?? [])]);
    await writeAnswers(tx, it, now, versionId, IT_ANSWERS);
    await writeSheet(tx, it, now, versionId, SHEET);
    await confirmFacts(tx, it, now, versionId, CONFIRMED);
    if (given.declare) await given.declare(tx, now, await readVersion(tx, versionId));
  }
  if (until >= 2) await registerVersion(tx, hr, now, versionId);
  if (until >= 3) {
    await writeAnswers(tx, actorIn('privacy_officer'), now, versionId, PRIVACY_ANSWERS);
    await givenDocument(tx, now, versionId, 'processing_agreement', 'p1');
    await writeAnswers(tx, actorIn('director'), now, versionId, DIRECTOR_ANSWERS);
  }
  if (until >= 4) await fixVersion(tx, actorIn('privacy_officer'), now, versionId);
  return readVersion(tx, versionId);
};
