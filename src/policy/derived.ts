import type { PlaceProfile, Transfer } from './dossier.js';
import type { Facts } from './facts.js';
import {
  at,
  both,
  either,
  equals,
  ERROR,
  holds,
  isUnreadable,
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
  of,
} from './reading.js';

type Names = readonly string[] | Unreadable;

export const LEGAL_BASES = ['consent', 'contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest'] as const;
export const PRESUMED_DISPROPORTIONATE_AT_HOME = ['keystroke_logger', 'screenshot', 'screen_recording', 'input_activity_tracker'] as const;
export const BARBULESCU_CRITERIA = ['priorNotice', 'extent', 'legitimateReason', 'lessIntrusive', 'consequences', 'safeguards'] as const;
const CAMERAS = ['video_surveillance', 'webcam'] as const;
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

/** Collects the names that are true; answers false when one cannot be read. */
const note = (found: string[], name: string, outcome: Truth): boolean => {
  if (outcome === true) found.push(name);
  return outcome !== ERROR;
};

/** Reasons why a DPIA is due: the AP's list of processing that always needs one. */
export const dpiaTriggers = (f: Facts): Names => {
  const found: string[] = [];
  const category = f.tool.category;
  const watched = both(f.tool.suitableForMonitoring, oneOf(f.tool.groupScope, GROUP_SCOPES));
  const readable =
    note(found, 'AP11_staff_monitoring', watched) &&
    note(found, 'AP01_covert', truth(f.tool.covert)) &&
    note(found, 'AP_camera', oneOf(category, CAMERAS)) &&
    note(
      found,
      'AP_biometric',
      some(f.tool.dataCategories, (x) => equals(x.specialCategory, 'biometric_id')),
    ) &&
    note(found, 'AP15_profiling', truth(f.tool.profiling)) &&
    note(found, 'AP16_behaviour', truth(f.tool.behaviourDetection));
  return readable ? found : ERROR;
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
const ENABLED = ['enabled'] as const;
const MANDATORY_DECISIONS = ['solelyAutomated', 'significantEffect', 'payOrDisciplineFromRawMetric'] as const;

const isUnanswered = (value: unknown): boolean => value === null || value === undefined || value === ERROR;
const noteUnanswered = <T extends object>(found: string[], owner: Loose<T>, prefix: string, keys: readonly (keyof T & string)[]): void => {
  for (const key of keys) if (isUnanswered(at(owner, key))) found.push(`${prefix}.${key}`);
};
const noteUnansweredPlace = (found: string[], place: PlaceProfile, name: 'home' | 'office'): void => {
  if (mayHold(place.enabled)) noteUnanswered(found, place, name, MANDATORY_PLACE);
};

/** The mandatory attributes that are unanswered (or cannot be read), in the order of the catalogue. */
export const missingMandatory = (f: Facts): readonly string[] => {
  const found: string[] = [];
  noteUnanswered(found, f.organisation, 'organisation', MANDATORY_ORGANISATION);
  noteUnanswered(found, f.tool, 'tool', MANDATORY_TOOL);
  noteUnanswered(found, f.capture, 'capture', MANDATORY_CAPTURE);
  noteUnanswered(found, f.home, 'home', ENABLED);
  noteUnanswered(found, f.office, 'office', ENABLED);
  noteUnanswered(found, f.tool.emotion, 'tool.emotion', ['inferredByAi']);
  noteUnanswered(found, f.tool.ai, 'tool.ai', ['isAi']);
  noteUnanswered(found, f.tool.automatedDecisions, 'tool.automatedDecisions', MANDATORY_DECISIONS);
  noteUnanswered(found, f.capture.pause, 'capture.pause', ['required']);
  noteUnansweredPlace(found, f.home, 'home');
  noteUnansweredPlace(found, f.office, 'office');
  const triggers = dpiaTriggers(f);
  if (triggers === ERROR) found.push('tool.dataCategories');
  if (triggers === ERROR || triggers.length > 0) noteUnanswered(found, f.dpia, 'dpia', ['residualRisk']);
  const activation = f.runtime.activationOn;
  if (isUnreadable(activation)) found.push('runtime.activationOn');
  if (holds(activation)) noteUnanswered(found, f.notice, 'notice', ['undeliveredActive']);
  return found;
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
  const on = truth(f.home.enabled);
  if (on !== true) return on === ERROR ? ERROR : [];
  const comparable = truth(f.office.enabled);
  if (comparable !== true) return comparable === ERROR ? ERROR : ['enabled'];
  const found: string[] = [];
  for (const name of SIZES) if (!note(found, name, moreThan(orZero(at(f.home, name)), orZero(at(f.office, name))))) return ERROR;
  if (!note(found, 'intervalSeconds', shorterAtHome(f.home.intervalSeconds, f.office.intervalSeconds))) return ERROR;
  for (const name of SWITCHES) if (!note(found, name, both(at(f.home, name), negate(at(f.office, name))))) return ERROR;
  return found;
};

const ALWAYS_IN_NOTICE = ['N01', 'N03', 'N04', 'N06', 'N09', 'N11', 'N12', 'N14', 'N16', 'N17', 'N18'] as const;
const BALANCED = ['legitimate_interest'] as const;
const OPEN_TO_OBJECTION = ['legitimate_interest', 'public_task'] as const;
const restsOn = (f: Facts, bases: readonly string[]): Truth => some(f.purposes, (p) => oneOf(p.legalBasis, bases));

const noticeItemsDue = (f: Facts): string[] | Unreadable => {
  const found: string[] = [...ALWAYS_IN_NOTICE];
  const profiles = either(f.tool.profiling, of(f.tool.automatedDecisions).solelyAutomated);
  const readable =
    note(found, 'N02', truth(f.organisation.dpoAppointed)) &&
    note(found, 'N05', restsOn(f, BALANCED)) &&
    note(found, 'N07', truth(f.transfers)) &&
    note(found, 'N10', restsOn(f, OPEN_TO_OBJECTION)) &&
    note(found, 'N13', profiles) &&
    note(
      found,
      'N15',
      some(f.tool.dataCategories, (x) => negate(equals(x.source, 'observed'))),
    ) &&
    note(found, 'N21', equals(of(f.tool.ai).classification, 'high_risk_iii_4b'));
  return readable ? found : ERROR;
};
/** The items that the notice of this dossier must hold, in their order; unreadable when the dossier does not tell. */
export const requiredNoticeItems = (f: Facts): Names => {
  const due = noticeItemsDue(f);
  return due === ERROR ? ERROR : due.sort();
};
/** Those of them that it lacks, in their order. */
export const missingNoticeItems = (f: Facts): Names => {
  const required = noticeItemsDue(f);
  const items = f.notice.contentItems;
  if (required === ERROR || !Array.isArray(items)) return ERROR;
  return required.filter((item) => !items.includes(item)).sort();
};

export const consentRequired = (f: Facts): Truth =>
  both(
    both(equals(f.organisation.representativeBody, 'or'), f.tool.suitableForMonitoring),
    both(oneOf(f.tool.groupScope, GROUP_SCOPES), negate(equals(f.representation.route, 'cba'))),
  );
export const GRANTED = ['granted', 'granted_with_conditions'] as const;
/** The council granted, or the court did in its place. */
export const positive = (f: Facts): Truth =>
  either(oneOf(f.representation.decision, GRANTED), equals(of(f.representation.court).outcome, 'granted'));

/** Whether a transfer has a mechanism that is valid on the day. */
export const transferHolds = (transfer: Transfer, today: unknown): boolean => {
  const mechanism = transfer.mechanism;
  if (mechanism === 'adequacy') {
    const validUntil = transfer.validUntil;
    return lacks(validUntil) || notAfter(today, validUntil) === true;
  }
  return mechanism === 'dpf' ? holds(transfer.recipientCertified) : mechanism === 'scc' || mechanism === 'bcr';
};
