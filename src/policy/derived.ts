import type { PlaceProfile, Transfer } from './dossier.js';
import type { Facts } from './facts.js';
import {
  at,
  both,
  either,
  equals,
  ERROR,
  holds,
  lacks,
  mayHold,
  moreThan,
  negate,
  notAfter,
  oneOf,
  some,
  truth,
  type Loose,
  type Truth,
  type Unreadable,
} from './reading.js';

type Names = readonly string[] | Unreadable;

export const LEGAL_BASES = ['consent', 'contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest'] as const;
export const PRESUMED_DISPROPORTIONATE_AT_HOME = ['keystroke_logger', 'screenshot', 'screen_recording', 'input_activity_tracker'] as const;
export const BARBULESCU_CRITERIA = ['priorNotice', 'extent', 'legitimateReason', 'lessIntrusive', 'consequences', 'safeguards'] as const;
const GROUP_SCOPES = ['all', 'group'] as const;

/** 28: the AP's guideline for cameras; 183: the former exemption decree for logs; the others are policy of the product. */
const RETENTION_CEILING_DAYS: ReadonlyMap<unknown, number> = new Map([
  ['video_surveillance', 28],
  ['webcam', 28],
  ['screenshot', 28],
  ['screen_recording', 28],
  ['behaviour_analytics', 28],
  ['input_activity_tracker', 92],
  ['call_recording', 100],
  ['login_presence', 183],
  ['email_internet', 183],
]);
export const retentionCeilingDays = (category: unknown): number => RETENTION_CEILING_DAYS.get(category) ?? 365;

/** Reasons why a DPIA is due: the AP's list of processing that always needs one. */
export const dpiaTriggers = (f: Facts): Names => {
  const found: string[] = [];
  const category = at(f.tool, 'category');
  const tests: readonly (readonly [string, Truth])[] = [
    ['AP11_staff_monitoring', both(at(f.tool, 'suitableForMonitoring'), oneOf(at(f.tool, 'groupScope'), GROUP_SCOPES))],
    ['AP01_covert', truth(at(f.tool, 'covert'))],
    ['AP_camera', oneOf(category, ['video_surveillance', 'webcam'])],
    ['AP_biometric', some(at(f.tool, 'dataCategories'), (x) => equals(at(x, 'specialCategory'), 'biometric_id'))],
    ['AP15_profiling', truth(at(f.tool, 'profiling'))],
    ['AP16_behaviour', truth(at(f.tool, 'behaviourDetection'))],
  ];
  for (const [name, outcome] of tests) {
    if (outcome === ERROR) return ERROR;
    if (outcome) found.push(name);
  }
  return found;
};

const MANDATORY_ORGANISATION = ['jurisdiction', 'headcount', 'representativeBody', 'publicBody', 'dpoAppointed'] as const;
const MANDATORY_TOOL = [
  'category',
  'suitableForMonitoring',
  'groupScope',
  'covert',
  'controllerRole',
  'dataSubjects',
  'deviceOwnership',
  'profiling',
  'behaviourDetection',
] as const;
const MANDATORY_CAPTURE = ['modes', 'contentLevel', 'audio', 'video', 'location', 'stores'] as const;
const MANDATORY_PLACE = ['contentLevel', 'modeRank', 'audioVideo', 'liveView', 'retentionDays', 'viewers'] as const;
const MANDATORY_DECISIONS = ['solelyAutomated', 'significantEffect', 'payOrDisciplineFromRawMetric'] as const;

const unansweredOf = <T extends object>(owner: Loose<T>, prefix: string, keys: readonly (keyof T & string)[]): string[] =>
  keys.filter((key) => isUnanswered(at(owner, key))).map((key) => `${prefix}.${key}`);
const isUnanswered = (value: unknown): boolean => value === null || value === undefined || value === ERROR;
const unansweredPlace = (place: Loose<PlaceProfile>, name: 'home' | 'office'): string[] =>
  mayHold(at(place, 'enabled')) ? unansweredOf(place, name, MANDATORY_PLACE) : [];

/** The mandatory attributes that are unanswered (or cannot be read), in the order of the catalogue. */
export const missingMandatory = (f: Facts): readonly string[] => {
  const triggers = dpiaTriggers(f);
  return [
    ...unansweredOf(f.organisation, 'organisation', MANDATORY_ORGANISATION),
    ...unansweredOf(f.tool, 'tool', MANDATORY_TOOL),
    ...unansweredOf(f.capture, 'capture', MANDATORY_CAPTURE),
    ...unansweredOf(f.home, 'home', ['enabled']),
    ...unansweredOf(f.office, 'office', ['enabled']),
    ...unansweredOf(at(f.tool, 'emotion'), 'tool.emotion', ['inferredByAi']),
    ...unansweredOf(at(f.tool, 'ai'), 'tool.ai', ['isAi']),
    ...unansweredOf(at(f.tool, 'automatedDecisions'), 'tool.automatedDecisions', MANDATORY_DECISIONS),
    ...unansweredOf(at(f.capture, 'pause'), 'capture.pause', ['required']),
    ...unansweredPlace(f.home, 'home'),
    ...unansweredPlace(f.office, 'office'),
    ...(triggers === ERROR ? ['tool.dataCategories'] : []),
    ...(triggers === ERROR || triggers.length > 0 ? unansweredOf(f.dpia, 'dpia', ['residualRisk']) : []),
    ...(at(f.runtime, 'activationOn') === ERROR ? ['runtime.activationOn'] : []),
    ...(holds(at(f.runtime, 'activationOn')) ? unansweredOf(f.notice, 'notice', ['undeliveredActive']) : []),
  ];
};

const SIZES = ['contentLevel', 'modeRank', 'samplingRate', 'retentionDays', 'viewers'] as const;
const SWITCHES = ['audioVideo', 'liveView'] as const;
const orZero = (value: unknown): unknown => value ?? 0;
const shorterAtHome = (home: unknown, office: unknown): Truth => {
  if (home === null || home === undefined) return false;
  return office === null || office === undefined ? true : moreThan(office, home);
};

/** The dimensions on which people at home are watched more strictly than at the office. */
export const stricterDims = (f: Facts): Names => {
  const on = truth(at(f.home, 'enabled'));
  if (on !== true) return on === ERROR ? ERROR : [];
  const comparable = truth(at(f.office, 'enabled'));
  if (comparable !== true) return comparable === ERROR ? ERROR : ['enabled'];
  const found: string[] = [];
  const note = (name: string, outcome: Truth): boolean => {
    if (outcome === true) found.push(name);
    return outcome !== ERROR;
  };
  for (const name of SIZES) if (!note(name, moreThan(orZero(at(f.home, name)), orZero(at(f.office, name))))) return ERROR;
  if (!note('intervalSeconds', shorterAtHome(at(f.home, 'intervalSeconds'), at(f.office, 'intervalSeconds')))) return ERROR;
  for (const name of SWITCHES) if (!note(name, both(at(f.home, name), negate(at(f.office, name))))) return ERROR;
  return found;
};

const ALWAYS_IN_NOTICE = ['N01', 'N03', 'N04', 'N06', 'N09', 'N11', 'N12', 'N14', 'N16', 'N17', 'N18'] as const;
const restsOn = (f: Facts, ...bases: readonly string[]): Truth => some(f.purposes, (p) => oneOf(at(p, 'legalBasis'), bases));

/** The items that the notice of this dossier must hold, in their order; unreadable when the dossier does not tell. */
export const requiredNoticeItems = (f: Facts): Names => {
  const decisions = at(f.tool, 'automatedDecisions');
  const conditional: readonly (readonly [string, Truth])[] = [
    ['N02', truth(at(f.organisation, 'dpoAppointed'))],
    ['N05', restsOn(f, 'legitimate_interest')],
    ['N07', truth(f.transfers)],
    ['N10', restsOn(f, 'legitimate_interest', 'public_task')],
    ['N13', either(at(f.tool, 'profiling'), at(decisions, 'solelyAutomated'))],
    ['N15', some(at(f.tool, 'dataCategories'), (x) => negate(equals(at(x, 'source'), 'observed')))],
    ['N21', equals(at(at(f.tool, 'ai'), 'classification'), 'high_risk_iii_4b')],
  ];
  if (conditional.some(([, outcome]) => outcome === ERROR)) return ERROR;
  return [...ALWAYS_IN_NOTICE, ...conditional.filter(([, outcome]) => outcome === true).map(([item]) => item)].sort();
};
export const missingNoticeItems = (f: Facts): Names => {
  const required = requiredNoticeItems(f);
  const items = at(f.notice, 'contentItems');
  if (required === ERROR || !Array.isArray(items)) return ERROR;
  return required.filter((item) => !items.includes(item));
};

export const consentRequired = (f: Facts): Truth =>
  both(
    both(equals(at(f.organisation, 'representativeBody'), 'or'), at(f.tool, 'suitableForMonitoring')),
    both(oneOf(at(f.tool, 'groupScope'), GROUP_SCOPES), negate(equals(at(f.representation, 'route'), 'cba'))),
  );
export const GRANTED = ['granted', 'granted_with_conditions'] as const;
/** The council granted, or the court did in its place. */
export const positive = (f: Facts): Truth =>
  either(oneOf(at(f.representation, 'decision'), GRANTED), equals(at(at(f.representation, 'court'), 'outcome'), 'granted'));

/** Whether a transfer has a mechanism that is valid on the day. */
export const transferHolds = (transfer: Loose<Transfer>, today: unknown): boolean => {
  const mechanism = at(transfer, 'mechanism');
  if (mechanism === 'adequacy') {
    const validUntil = at(transfer, 'validUntil');
    return lacks(validUntil) || notAfter(today, validUntil) === true;
  }
  return mechanism === 'dpf' ? holds(at(transfer, 'recipientCertified')) : mechanism === 'scc' || mechanism === 'bcr';
};
