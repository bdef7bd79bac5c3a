import { readFileSync } from 'node:fs';
import type { Json } from '../../../kernel/canonical.js';
import type { Day } from '../../../kernel/clock.js';
import { assembleDossier, type Answer } from '../../../policy/assemble.js';
import { capabilityFacts, evaluateCapabilities, type CapabilityAnswer } from '../../../policy/capabilities.js';
import { CAPABILITIES } from '../../../policy/catalogue/capabilities.catalogue.js';
import { attributeOf, REQUIREMENTS, writersOf, type Dossier, type RequirementId } from '../../../policy/index.js';
import { declaredReasons } from '../declarations/domain/check-declarations.js';
import { checkValue } from '../domain/check-value.js';
import { STARTERS, starterOf } from './index.js';
import type { Starter } from './starter.js';

interface Scenarios {
  readonly baseline: Dossier;
  readonly cases: readonly { readonly id: string; readonly overlay: Dossier }[];
}
const SCENARIOS = JSON.parse(readFileSync('src/policy/catalogue/scenarios.json', 'utf8')) as Scenarios;
const TODAY: Day = '2026-11-21';
const MUNICIPALITY: Dossier['organisation'] = { ...SCENARIOS.baseline.organisation, publicBody: true, headcount: 214 };
const organisationOf = (scenario: string): Dossier['organisation'] => ({
  ...SCENARIOS.baseline.organisation,
  ...SCENARIOS.cases.find(({ id }) => id === scenario)?.overlay.organisation,
});

/** What people still do on the pages of step 3: the privacy officer names the agreement, the director signs a test that is won. */
const actsOfStep3 = (dossier: Dossier): Dossier => ({
  ...dossier,
  processors: dossier.processors?.map((one) => ({
    ...one,
    name: 'Opname BV',
    processingAgreementSigned: true,
    processingAgreementComplete: true,
  })),
  purposes: dossier.purposes?.map((one) =>
    one.balancingTest?.balance === 'employer' ? { ...one, balancingTest: { ...one.balancingTest, signedBy: 'p_DIRECTOR' } } : one,
  ),
});

const assessed = (starter: Starter, organisation: Dossier['organisation'], atHome: boolean): Dossier => {
  const answers = starter.answers.map((one) => one as Answer);
  const proposed = actsOfStep3(assembleDossier(answers));
  const facts = capabilityFacts(starterCapabilities(starter));
  return {
    ...proposed,
    today: TODAY,
    dossier: { versionHash: 'v1', processingRecordEntryId: 'VR-1' },
    organisation,
    tool: {
      ...proposed.tool,
      category: facts.category,
      unneededFeaturesOff: facts.unneededFeaturesOff,
      ai: { ...proposed.tool?.ai, isAi: facts.isAi },
      emotion: { ...proposed.tool?.emotion, inferredByAi: facts.inferredByAi },
    },
    home: { ...proposed.home, enabled: atHome },
    dpia: {
      done: true,
      versionHash: 'v1',
      description: true,
      necessity: true,
      risks: true,
      measures: true,
      residualRisk: highestRest(starter),
      reviewDue: '2027-11-21',
    },
    objectionHandling: {
      ...proposed.objectionHandling,
      rightsChannels: ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'],
      slaDays: 30,
      perPersonPause: true,
      repReportIdentities: false,
      repReportMinGroup: 10,
      anonymousChannel: true,
      noRetaliationRule: true,
    },
    notice: {
      languages: ['nl'],
      objectionSeparate: true,
      contentItems: [],
      undeliveredActive: 0,
    },
    runtime: { activationOn: TODAY, isRenewal: false, openObjections: [] },
  };
};
const starterCapabilities = (starter: Starter): CapabilityAnswer[] =>
  starter.capabilities.map(({ code, can, isOn, reach }) => ({ code: code as CapabilityAnswer['code'], can, on: isOn, reach }));
const highestRest = ({ dpia }: Starter): string => (dpia?.risks.some(({ rest }) => rest === 'medium') ? 'medium' : 'low');

/** Advice (E5, E6), council (E7-E10) and notice (E11) have not begun: the rules behind them wait for those steps. */
const LATER: readonly RequirementId[] = ['E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11'];
const laterRules: ReadonlySet<string> = new Set(REQUIREMENTS.filter(({ id }) => LATER.includes(id)).flatMap(({ rules }) => [...rules]));
const findings = (starter: Starter, dossier: Dossier): string[] =>
  evaluateCapabilities(dossier, starterCapabilities(starter))
    .rules.filter(({ id, outcome }) => outcome === 'FAIL' && !laterRules.has(id))
    .map(({ id, severity, absolute }) => `${id}${absolute ? ' (absolute)' : severity === 'warns' ? ' (W)' : ''}`)
    .sort();
const found = (code: string, organisation: Dossier['organisation'], atHome = true): string[] => {
  const starter = starterOf(code);
  if (!starter) throw new Error(`expected the starter ${code}, found none`);
  return findings(starter, assessed(starter, organisation, atHome));
};

describe('a starter with the facts of its scenario, once assessed', () => {
  it.each([
    ['call-recording-sampling', 'S14', ['NL-AP-REC-01 (W)']],
    ['recording-on-hold', 'S04', ['EU-NEC-04', 'NL-REC-01']],
    ['home-login', 'S09', []],
    ['home-screenshots', 'S08', ['EU-GDPR-06-03', 'EU-GDPR-21-02', 'EU-GDPR-22-02', 'EU-WP249-01', 'NL-PAR-01']],
    ['municipal-call-recording', 'S12', ['EU-GDPR-06-04 (W)', 'EU-GDPR-21-02', 'NL-REC-06']],
    ['mood-headset', 'S11', ['EU-AIA-05-01 (absolute)', 'EU-AIA-26-01 (W)', 'EU-FAIR-01 (W)', 'EU-GDPR-06-02', 'NL-HOME-01']],
  ])('%s (%s) shows exactly %j', (code, scenario, expected) => expect(found(code, organisationOf(scenario))).toEqual(expected));

  it.each([
    ['self-checkout-live', ['EU-GDPR-04-01', 'EU-GDPR-06-03', 'EU-NEC-02', 'EU-NEC-03 (W)']],
    ['smart-cameras', ['EU-FAIR-01 (W)', 'EU-GDPR-04-03', 'EU-GDPR-09-02', 'EU-GDPR-10-01']],
  ])('%s, where nobody works at home, shows exactly %j', (code, expected) =>
    expect(found(code, organisationOf('S01'), false)).toEqual(expected),
  );
});

describe('what a municipality really has', () => {
  const MUNICIPAL = [
    'office-suite-logs',
    'phone-statistics',
    'case-system-logging',
    'vpn-endpoint-security',
    'access-badges',
    'countersign',
  ];
  it.each(MUNICIPAL)('%s can go out', (code) => {
    expect(found(code, MUNICIPALITY, true)).toEqual([]);
    expect(found(code, MUNICIPALITY, false)).toEqual([]);
  });
  it.each(MUNICIPAL.filter((code) => code !== 'countersign'))('%s rests on public task, with its law named', (code) => {
    const bases = starterOf(code)?.answers.filter(({ attribute }) => attribute === 'purposes[].legalBasis') ?? [];
    expect(bases.map(({ value }) => value)).toEqual(bases.map(() => 'public_task'));
    expect(bases).not.toEqual([]);
  });
  it('countersign itself also stands in a business', () => expect(found('countersign', organisationOf('S14'))).toEqual([]));
});

describe('a proposal', () => {
  const proposed = STARTERS.flatMap((starter) => starter.answers.map((answer) => ({ starter: starter.code, ...answer })));

  it('is of its attribute’s type', () => {
    const wrong = proposed.filter(({ attribute, value }) => {
      const known = attributeOf(attribute);
      return !known || checkValue(known, value as Json) !== null;
    });
    expect(wrong).toEqual([]);
  });
  it('never stands for a computed fact, an act of the director or the DPO, or a signed agreement', () => {
    const forbidden = proposed.filter(({ attribute }) => {
      const writers = writersOf(attribute);
      return (
        writers.length === 0 ||
        writers.some((role) => ['director', 'dpo', 'or_chair', 'or_secretary'].includes(role)) ||
        /processingAgreement/.test(attribute)
      );
    });
    expect(forbidden).toEqual([]);
  });
  it('is one for each attribute and row', () => {
    const keys = proposed.map(({ starter, attribute, item }) => `${starter} ${attribute} ${item}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
  it('speaks of capabilities that exist, settings that differ in name, and texts in both languages', () => {
    const codes: readonly string[] = CAPABILITIES.map(({ code }) => code);
    for (const { capabilities, sheet, name, summary } of STARTERS) {
      expect(capabilities.filter(({ code }) => !codes.includes(code))).toEqual([]);
      expect(new Set(sheet.map((setting) => setting.name)).size).toBe(sheet.length);
      for (const words of [name, summary, ...sheet.map(({ meaning }) => meaning)]) expect([words.nl, words.en]).not.toContain('');
    }
  });
  it('brings risks that are not high once the measure is taken', () => {
    for (const { dpia } of STARTERS) {
      expect(dpia?.risks.length).toBeGreaterThan(0);
      expect(dpia?.risks.filter(({ rest }) => rest === 'high')).toEqual([]);
    }
  });
});

describe('what a starter proposes to count and to show', () => {
  it.each(STARTERS.filter(({ declared }) => declared).map((starter) => [starter.code, starter] as const))(
    'fits its own data, purposes and metrics: %s',
    (_code, { answers, declared }) => {
      const categories = answers.filter(({ attribute }) => attribute === 'tool.dataCategories[].code').map(({ value }) => value);
      const dashboards = (declared?.dashboards ?? []).map(({ title, question, ...one }) => ({
        ...one,
        titleNl: title.nl,
        titleEn: title.en,
        questionNl: question.nl,
        questionEn: question.en,
        smallestGroup: 10,
        groups: [{ code: 'a', titleNl: 'A', titleEn: 'A', units: ['u_1'] }],
      }));
      const metrics = (declared?.metrics ?? []).map(({ title, ...one }) => ({ ...one, titleNl: title.nl, titleEn: title.en }));
      const of = { categories: categories.map(String), purposes: [], units: ['u_1'], smallestGroup: 10 };
      expect(metrics.length).toBeGreaterThan(0);
      expect(declaredReasons({ metrics, dashboards, grade: null, individualView: null }, of)).toEqual({
        metrics: [],
        dashboards: [],
        individualView: [],
      });
    },
  );
});
