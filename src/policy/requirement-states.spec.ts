import { overlaid, scenario } from '../../test/support/published-dossiers.js';
import { bodyOf } from './bodies.js';
import type { Dossier } from './dossier.js';
import { evaluate } from './evaluate.js';
import {
  missingOf,
  requirementStates,
  standingOf,
  unmetFor,
  type ChainFacts,
  type OwnChecks,
  type RequirementState,
} from './requirement-states.js';
import type { RuleId } from './rules/rule.js';

const NOTHING: ChainFacts = {
  dpiaFixed: false,
  adviceAsked: false,
  adviceGiven: false,
  conditionsCarriedOut: false,
  requestSent: false,
  decisionRecorded: false,
  finalDecided: false,
  noticePublished: false,
};
const statesOf = (
  dossier: Dossier,
  chain: Partial<ChainFacts>,
  checks: OwnChecks,
  acceptedWarnings: readonly RuleId[] = [],
): readonly RequirementState[] => {
  const body = bodyOf(dossier);
  const input = { evaluation: evaluate(dossier), body, standing: standingOf(dossier, body), acceptedWarnings };
  return requirementStates({ ...input, checks, chain: { ...NOTHING, ...chain } });
};
const missing = (states: readonly RequirementState[]): string =>
  states
    .filter((one) => one.missing)
    .map((one) => one.id)
    .join(' ');

/** Login registration at home, with a supplier, as it stands after registration; each act adds its facts. */
const REGISTERED: readonly object[] = [
  { tool: scenario('S09').tool, capture: scenario('S09').capture, home: scenario('S09').home, office: scenario('S09').office },
  { purposes: [{ ...scenario('S09').purposes?.[0], specific: null, legalBasis: null, balancingTest: null, effectiveness: null }] },
  { processors: [{ name: 'Klok BV', country: 'NL', ownPurposes: false, subprocessors: [] }] },
  { assessment: { alternatives: null, reliesOnTechnicalImpossibility: false, contentJustification: null, barbulescu: null } },
  {
    dpia: {
      done: false,
      versionHash: null,
      description: null,
      necessity: null,
      risks: null,
      measures: null,
      residualRisk: null,
      reviewDue: null,
    },
  },
  { dpoAdvice: { advice: null, versionHash: null } },
  {
    representation: {
      route: 'consent',
      request: { submittedOn: null, written: null, attachmentsComplete: null },
      meetings: [],
      decision: null,
    },
  },
  {
    representation: {
      decidedOn: null,
      decisionWritten: null,
      decisionReasoned: null,
      decidedByBody: null,
      versionHash: null,
      expiresOn: null,
    },
  },
  { representation: { final: { written: null, communicatedOn: null, effectiveOn: null } } },
  { notice: { publishedOn: null, purposes: ['attendance'], retentionStatedFor: ['attendance'], thirdParty: null } },
  { runtime: { configHash: null, activationOn: '2026-09-01', actualUses: null, actualCategories: null } },
  { today: '2026-09-01' },
];
const ASSESSED: readonly object[] = [
  { purposes: scenario('S09').purposes },
  {
    processors: [
      { name: 'Klok BV', processingAgreementSigned: true, processingAgreementComplete: true, ownPurposes: false, subprocessors: [] },
    ],
  },
  { assessment: scenario('S09').assessment },
];
const FIXED = {
  dpia: {
    done: true,
    versionHash: 'v1',
    description: true,
    necessity: true,
    risks: true,
    measures: true,
    residualRisk: 'medium',
    reviewDue: '2027-10-01',
  },
};
const SENT = {
  representation: { request: { submittedOn: '2026-09-01', written: true, reasons: true, consequences: true, grounds: ['l'] } },
};
const ADVISED = { dpoAdvice: { advice: 'conditional', versionHash: 'v1' }, representation: { request: { attachmentsComplete: true } } };
const MET = { representation: { meetings: ['2026-09-22'] } };
const DECIDED = {
  representation: {
    decision: 'granted',
    decidedOn: '2026-10-06',
    decisionWritten: true,
    decisionReasoned: true,
    decidedByBody: true,
    versionHash: 'v1',
  },
};
const FINAL = { representation: { final: { written: true, communicatedOn: '2026-10-12', effectiveOn: '2026-11-16' } } };
const PUBLISHED = { notice: { publishedOn: '2026-11-12' } };
const upTo = (...acts: readonly object[]): Dossier =>
  [...REGISTERED, ...acts].reduce<Dossier>((dossier, act) => overlaid(act, dossier), overlaid({}));
const atDay = (day: string): object => ({ today: day, runtime: { activationOn: day } });

describe('missing after each act', () => {
  const handlers: OwnChecks = { E12: true };
  const steps: readonly (readonly [string, readonly object[], Partial<ChainFacts>, OwnChecks, string])[] = [
    ['registered', [], {}, handlers, 'E1 E2 E3 E5 E6 E7 E8 E9 E10 E11 E16'],
    ['assessed', ASSESSED, {}, handlers, 'E3 E5 E6 E7 E8 E9 E10 E11'],
    ['DPIA fixed', [...ASSESSED, FIXED], { dpiaFixed: true }, handlers, 'E5 E6 E7 E8 E9 E10 E11'],
    [
      'request sent, advice not yet in',
      [...ASSESSED, FIXED, SENT],
      { dpiaFixed: true, adviceAsked: true, requestSent: true },
      { ...handlers, E7: true },
      'E5 E6 E7 E8 E9 E10 E11',
    ],
    [
      'advice with a condition',
      [...ASSESSED, FIXED, SENT, ADVISED],
      { dpiaFixed: true, adviceGiven: true, requestSent: true },
      { ...handlers, E7: true },
      'E6 E8 E9 E10 E11',
    ],
    [
      'condition carried out and confirmed',
      [...ASSESSED, FIXED, SENT, ADVISED],
      { dpiaFixed: true, adviceGiven: true, requestSent: true },
      { ...handlers, E6: true, E7: true },
      'E8 E9 E10 E11',
    ],
    [
      'meeting with minutes',
      [...ASSESSED, FIXED, SENT, ADVISED, MET],
      { dpiaFixed: true, adviceGiven: true, requestSent: true },
      { ...handlers, E6: true, E7: true, E8: true },
      'E9 E10 E11',
    ],
    [
      'decision by two officers',
      [...ASSESSED, FIXED, SENT, ADVISED, MET, DECIDED],
      { dpiaFixed: true, adviceGiven: true, requestSent: true, decisionRecorded: true },
      { ...handlers, E6: true, E7: true, E8: true, E9: true },
      'E10 E11',
    ],
    [
      'final decision',
      [...ASSESSED, FIXED, SENT, ADVISED, MET, DECIDED, FINAL, atDay('2026-10-12')],
      { dpiaFixed: true, adviceGiven: true, requestSent: true, decisionRecorded: true, finalDecided: true },
      { ...handlers, E6: true, E7: true, E8: true, E9: true },
      'E10 E11',
    ],
    [
      'notice published, the same day',
      [...ASSESSED, FIXED, SENT, ADVISED, MET, DECIDED, FINAL, PUBLISHED, atDay('2026-11-12')],
      { dpiaFixed: true, adviceGiven: true, requestSent: true, decisionRecorded: true, finalDecided: true, noticePublished: true },
      { ...handlers, E6: true, E7: true, E8: true, E9: true },
      'E10 E11',
    ],
  ];
  it.each(steps)('%s', (_title, acts, chain, checks, expected) => expect(missing(statesOf(upTo(...acts), chain, checks))).toBe(expected));

  const whole = upTo(...ASSESSED, FIXED, SENT, ADVISED, MET, DECIDED, FINAL, PUBLISHED, atDay('2026-11-16'));
  const done: ChainFacts = {
    ...NOTHING,
    dpiaFixed: true,
    adviceGiven: true,
    requestSent: true,
    decisionRecorded: true,
    finalDecided: true,
    noticePublished: true,
  };
  const all: OwnChecks = { E6: true, E7: true, E8: true, E9: true, E10: true, E12: true };
  it('effective date reached: only the warning, and nothing once it is accepted', () => {
    const waiting = statesOf(whole, done, all);
    expect(missingOf(waiting)).toEqual(['notices_delivered']);
    expect(waiting.find((one) => one.id === 'E11')).toMatchObject({ state: 'met_with_warning', unaccepted: ['EU-GDPR-13-04'] });
    expect(unmetFor('activate', waiting, done)).toEqual(['E11']);
    expect(unmetFor('activate', statesOf(whole, done, all, ['EU-GDPR-13-04']), done)).toEqual([]);
  });
  it('says whose turn it is, and what is later', () => {
    const states = statesOf(upTo(...ASSESSED, FIXED), { dpiaFixed: true, adviceAsked: true }, handlers);
    const of = (id: string) => states.find((one) => one.id === id);
    expect(of('E5')).toMatchObject({ state: 'waiting', turn: 'dpo' });
    expect(of('E6')).toMatchObject({ state: 'later' });
    expect(of('E7')).toMatchObject({ state: 'blocked', turn: 'director' });
    expect(of('E9')).toMatchObject({ state: 'later', failing: ['NL-WOR-27-01'] });
    expect(of('E13')).toMatchObject({ state: 'not_applicable', missing: false });
    expect(of('E15')).toMatchObject({ state: 'met' });
  });
  it('never waits for itself: each act needs only what comes before it', () => {
    const fixed = statesOf(upTo(...ASSESSED, FIXED), { dpiaFixed: true }, handlers);
    const chain = { ...NOTHING, dpiaFixed: true };
    expect(unmetFor('ask_advice', fixed, chain)).toEqual([]);
    expect(unmetFor('ask_advice', fixed, NOTHING)).toEqual(['E3']);
    expect(unmetFor('send_request', fixed, chain)).toEqual([]);
    expect(unmetFor('record_decision', fixed, chain)).toEqual(['E5', 'E6', 'E7', 'E8']);
    expect(unmetFor('final_decision', fixed, chain)).toEqual(['E9']);
    expect(unmetFor('publish_notice', fixed, chain)).toEqual(['E10']);
    expect(unmetFor('send_request', statesOf(upTo(), {}, handlers), NOTHING)).toEqual(['E1', 'E2', 'E3', 'E16']);
  });
  it('asks prior consultation before the request when the risk stays high', () => {
    const high = statesOf(overlaid({ dpia: { residualRisk: 'high' } }, upTo(...ASSESSED, FIXED)), { dpiaFixed: true }, handlers);
    expect(unmetFor('send_request', high, { ...NOTHING, dpiaFixed: true })).toEqual(['E13']);
  });
});

describe('bodies', () => {
  const body = (organisation: object, rest: object = {}) => bodyOf(overlaid({ organisation, ...rest }));
  it('reads who speaks for the staff', () => {
    expect(body({})).toBe('works_council');
    expect(body({}, { tool: { suitableForMonitoring: false } })).toBe('works_council_claim');
    expect(body({ representativeBody: 'pvt', headcount: 30 })).toBe('staff_representation');
    expect(body({ representativeBody: 'pvt', headcount: 30, staffRepresentationExtraPowers: ['kl'] })).toBe(
      'staff_representation_with_consent',
    );
    expect(body({ representativeBody: 'personnel_meeting', headcount: 49 })).toBe('personnel_meeting');
    expect(body({ representativeBody: 'none', headcount: 9 })).toBe('none');
    expect(body({ representativeBody: 'none', headcount: 10 })).toBe('missing');
    expect(body({ representativeBody: 'personnel_meeting', headcount: 50 })).toBe('missing');
    expect(body({ representativeBody: 'none', headcount: null })).toBe('missing');
  });
});
