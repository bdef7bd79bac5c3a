import type { Transfer } from './dossier.js';
import type { Facts } from './facts.js';
import {
  both,
  either,
  equals,
  ERROR,
  holds,
  lacks,
  moreThan,
  negate,
  notAfter,
  oneOf,
  pluck,
  some,
  truth,
  type Loose,
  type Truth,
  of,
} from './reading.js';

export const LEGAL_BASES = ['consent', 'contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest'] as const;
export const PRESUMED_DISPROPORTIONATE_AT_HOME = ['keystroke_logger', 'screenshot', 'screen_recording', 'input_activity_tracker'] as const;
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

/** What is unreadable comes first, then what is true: in a list of reasons where each is looked at. */
const anyOf = (first: Truth, second: Truth): Truth => (first === ERROR || second === ERROR ? ERROR : first || second);

/** Whether a DPIA is due: the AP's list of processing that always needs one (1 covert, 11 staff, 15 profiling, 16 behaviour; cameras; biometry). */
const readDpiaDue = (f: Facts): Truth => {
  const category = f.tool.category;
  const watched = both(f.tool.suitableForMonitoring, oneOf(f.tool.groupScope, GROUP_SCOPES));
  const identified = some(f.tool.dataCategories, (x) => equals(x.specialCategory, 'biometric_id'));
  const secret = anyOf(truth(f.tool.covert), oneOf(category, CAMERAS));
  const judged = anyOf(truth(f.tool.profiling), truth(f.tool.behaviourDetection));
  return anyOf(anyOf(watched, secret), anyOf(identified, judged));
};
export const dpiaDue = (f: Facts): Truth => (f.known.dpiaDue ??= readDpiaDue(f));

const orZero = (value: unknown): unknown => value ?? 0;
const isLarger = (home: unknown, office: unknown): Truth => moreThan(orZero(home), orZero(office));
const isSwitchedOn = (home: unknown, office: unknown): Truth => both(home, negate(office));
const isMoreOften = (home: unknown, office: unknown): Truth => {
  if (home === null || home === undefined) return false;
  return office === null || office === undefined ? true : moreThan(office, home);
};

/** Whether people at home are watched no more strictly than at the office, on any dimension. */
export const asMildAtHome = ({ home, office }: Facts): boolean => {
  const on = truth(home.enabled);
  if (on !== true) return on === false;
  return (
    holds(office.enabled) &&
    isLarger(home.contentLevel, office.contentLevel) === false &&
    isLarger(home.modeRank, office.modeRank) === false &&
    isLarger(home.samplingRate, office.samplingRate) === false &&
    isLarger(home.retentionDays, office.retentionDays) === false &&
    isLarger(home.viewers, office.viewers) === false &&
    isMoreOften(home.intervalSeconds, office.intervalSeconds) === false &&
    isSwitchedOn(home.audioVideo, office.audioVideo) === false &&
    isSwitchedOn(home.liveView, office.liveView) === false
  );
};

const readConsentRequired = (f: Facts): Truth =>
  both(
    both(equals(f.organisation.representativeBody, 'or'), f.tool.suitableForMonitoring),
    both(oneOf(f.tool.groupScope, GROUP_SCOPES), negate(equals(f.representation.route, 'cba'))),
  );
export const consentRequired = (f: Facts): Truth => (f.known.consentRequired ??= readConsentRequired(f));
export const GRANTED = ['granted', 'granted_with_conditions'] as const;
/** The council granted, or the court did in its place. */
const readPositive = (f: Facts): Truth =>
  either(oneOf(f.representation.decision, GRANTED), equals(of(f.representation.court).outcome, 'granted'));

export const positive = (f: Facts): Truth => (f.known.positive ??= readPositive(f));

/** The codes of the purposes; unreadable when the list or an item is. */
export const purposeCodes = (f: Facts): Loose<readonly unknown[]> => (f.known.purposeCodes ??= pluck(f.purposes, (p) => p.code));

/** Whether a transfer has a mechanism that is valid on the day. */
export const transferHolds = (transfer: Transfer, today: unknown): boolean => {
  const mechanism = transfer.mechanism;
  if (mechanism === 'adequacy') {
    const validUntil = transfer.validUntil;
    return lacks(validUntil) || notAfter(today, validUntil) === true;
  }
  return mechanism === 'dpf' ? holds(transfer.recipientCertified) : mechanism === 'scc' || mechanism === 'bcr';
};
