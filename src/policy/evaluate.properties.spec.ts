import fc from 'fast-check';
import type { Json } from '../kernel/canonical.js';
import { BASELINE, CASES, overlaid } from '../../test/support/published-dossiers.js';
import { bodyOf } from './bodies.js';
import { ATTRIBUTES, type Attribute } from './catalogue/attributes.catalogue.js';
import type { Dossier } from './dossier.js';
import { evaluate } from './evaluate.js';
import { missingOf, requirementStates, standingOf, type ChainFacts, type OwnChecks } from './requirement-states.js';

type Tree = { [name: string]: unknown };
const clone = (dossier: Dossier): Tree => structuredClone(dossier) as Tree;
const isOpen = (dossier: unknown): boolean => evaluate(dossier).verdict.startsWith('OPEN');

/** Writes a value at a path, in every item where the path goes through a list. */
const write = (tree: Tree, [step = '', ...rest]: readonly string[], value: unknown): void => {
  const name = step.replace('[]', '');
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const next = tree[name];
  if (step.endsWith('[]')) {
    for (const item of Array.isArray(next) ? (next as Tree[]) : []) if (typeof item === 'object') write(item, rest, value);
    return;
  }
  const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? (next as Tree) : {};
  tree[name] = inner;
  write(inner, rest, value);
};
const written = (dossier: Dossier, changes: readonly (readonly [string, unknown])[]): Tree => {
  const tree = clone(dossier);
  for (const [path, value] of changes) write(tree, path.split('.'), value);
  return tree;
};

const MANDATORY = [
  ...['jurisdiction', 'headcount', 'representativeBody', 'publicBody', 'dpoAppointed'].map((name) => `organisation.${name}`),
  ...['category', 'suitableForMonitoring', 'groupScope', 'covert', 'controllerRole', 'dataSubjects'].map((name) => `tool.${name}`),
  ...['deviceOwnership', 'profiling', 'behaviourDetection', 'emotion.inferredByAi', 'ai.isAi'].map((name) => `tool.${name}`),
  ...['solelyAutomated', 'significantEffect', 'payOrDisciplineFromRawMetric'].map((name) => `tool.automatedDecisions.${name}`),
  ...['modes', 'contentLevel', 'audio', 'video', 'location', 'stores', 'pause.required'].map((name) => `capture.${name}`),
  ...['home', 'office'].flatMap((place) =>
    ['enabled', 'contentLevel', 'modeRank', 'audioVideo', 'liveView', 'retentionDays', 'viewers'].map((name) => `${place}.${name}`),
  ),
  'dpia.residualRisk',
  'notice.undeliveredActive',
];

describe('an unanswered mandatory attribute', () => {
  it.each(MANDATORY)('%s closes the gate', (path) => expect(isOpen(written(BASELINE, [[path, null]]))).toBe(false));
  it('never opens a closed dossier', () => {
    const cases = fc.constantFrom(...CASES.map((one) => overlaid(one.overlay)));
    fc.assert(
      fc.property(cases, fc.subarray(MANDATORY, { minLength: 1 }), (dossier, paths) => {
        expect(
          isOpen(
            written(
              dossier,
              paths.map((path) => [path, null] as const),
            ),
          ),
        ).toBe(isOpen(dossier) && paths.every((path) => isUnasked(dossier, path)));
      }),
    );
  });
});
const isUnasked = (dossier: Dossier, path: string): boolean =>
  path.startsWith('home.') && path !== 'home.enabled' && dossier.home?.enabled === false;

describe('evaluation', () => {
  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void evaluate(value)));
    const names = fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'tool', 'purposes', 'capture', 'today', 'dossier');
    fc.assert(fc.property(fc.dictionary(names, fc.jsonValue({ depthSize: 'small' })), (value) => void evaluate(value)));
  });
  it('never throws on a published dossier with any value in any place', () => {
    const path = fc.constantFrom(...ATTRIBUTES.map((one) => one.path.replace(/\[\]$/, '')));
    fc.assert(
      fc.property(path, fc.jsonValue(), (where, value) => {
        expect(evaluate(written(BASELINE, [[where, value]])).rules.length === 80 || where === 'organisation.jurisdiction').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('reads what is very deep, and what is named like a prototype', () => {
    const deep = JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`) as Json;
    expect(
      isOpen(
        written(BASELINE, [
          ['representation.versionHash', deep],
          ['dossier.versionHash', structuredCloneOf(deep)],
        ]),
      ),
    ).toBe(false);
    expect(evaluate(JSON.parse('{"__proto__":{"organisation":{"jurisdiction":"DE"}},"constructor":7}'))).toEqual(evaluate({}));
  });
  it('does not depend on the order of lists', () => {
    const shuffled = (value: unknown, seed: number): unknown => {
      if (Array.isArray(value)) {
        const items = value.map((item) => shuffled(item, seed));
        return items.map((_, index) => items[(index + seed) % items.length]).sort(seed % 2 ? undefined : () => -1);
      }
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shuffled(item, seed)]));
    };
    for (const one of CASES)
      for (let seed = 1; seed <= 6; seed += 1)
        expect(evaluate(shuffled(overlaid(one.overlay), seed))).toEqual(evaluate(overlaid(one.overlay)));
  });
});
const structuredCloneOf = (deep: Json): Json => JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`) as typeof deep;

const EMPLOYER = ['hr_registrar', 'director', 'privacy_officer', 'tool_owner', 'it_admin', 'org_admin'];
const OUTSIDE = ['dpo', 'council', 'or_secretary', 'employee', 'staff_representation'];
const theirs = ATTRIBUTES.filter((one) => EMPLOYER.includes(one.owner) && !OUTSIDE.includes(one.confirmedBy ?? '') && one.type !== 'list');
const valueOf = (one: Attribute): fc.Arbitrary<unknown> => {
  if (one.type === 'boolean') return fc.constantFrom(true, false, null);
  if (one.type === 'one_of') return fc.constantFrom(...(one.values ?? []), null);
  if (one.type === 'many_of') return fc.subarray([...(one.values ?? ['nl', 'en'])]);
  if (one.type === 'day') return fc.constantFrom('2020-01-01', '2026-11-16', '2026-11-21', '2027-12-31', null);
  if (one.type === 'text') return fc.constantFrom('a reason', '', null);
  return fc.constantFrom(0, 1, 2, 5, 9, 30, 49, 50, 240, null);
};
const assignments = fc
  .subarray(theirs)
  .chain((chosen) => fc.tuple(...chosen.map((one) => valueOf(one).map((value) => [one.path, value] as const))));

const DONE: ChainFacts = {
  dpiaFixed: true,
  adviceAsked: true,
  adviceGiven: true,
  conditionsCarriedOut: true,
  requestSent: true,
  decisionRecorded: true,
  finalDecided: true,
  noticePublished: true,
};
const CHECKED: OwnChecks = { E6: true, E7: true, E8: true, E9: true, E10: true, E12: true };
const gateOpens = (dossier: Dossier, chain: ChainFacts, checks: OwnChecks): boolean => {
  const evaluation = evaluate(dossier);
  const body = bodyOf(dossier);
  const acceptedWarnings = evaluation.rules.map((rule) => rule.id);
  return (
    missingOf(requirementStates({ evaluation, body, standing: standingOf(dossier, body), checks, chain, acceptedWarnings })).length === 0
  );
};
const PVT = {
  organisation: { headcount: 30, representativeBody: 'pvt', staffRepresentationExtraPowers: ['kl'] },
};
const WITHOUT: readonly (readonly [string, object, Partial<ChainFacts>, OwnChecks])[] = [
  ['advice', { dpoAdvice: { advice: null, versionHash: null } }, { adviceGiven: false }, {}],
  ['advice on this version', { dpoAdvice: { versionHash: 'v0' } }, { adviceGiven: false }, {}],
  ['a meeting', { representation: { meetings: [] } }, {}, { E8: false }],
  ['a decision', { representation: { decision: null } }, { decisionRecorded: false }, { E9: false }],
  ['consent (it was refused)', { representation: { decision: 'refused' } }, {}, { E9: false }],
  ['consent to this version', { representation: { versionHash: 'v0' } }, {}, { E9: false }],
  ['validity: nullity was invoked', { representation: { nullity: { invokedOn: '2026-11-17', status: 'open' } } }, {}, {}],
  [
    'a promise kept',
    { representation: { decision: 'granted_with_conditions', conditions: [{ text: 'x', inFinalDecision: true, fulfilled: false }] } },
    {},
    {},
  ],
];

describe('what the employer’s side may write', () => {
  it.each([
    ['a works council', {}],
    ['a staff representation with consent', PVT],
  ])('opens an honest dossier with %s', (_title, body) => expect(gateOpens(overlaid(body), DONE, CHECKED)).toBe(true));
  it.each(
    WITHOUT.flatMap(([title, ...rest]) => [
      [title, 'works council', {}, ...rest] as const,
      [title, 'staff representation', PVT, ...rest] as const,
    ]),
  )('never opens a dossier without %s (%s)', (_title, _name, body, overlay, chain, checks) => {
    const closed = overlaid(overlay, overlaid(body));
    expect(gateOpens(closed, { ...DONE, ...chain }, { ...CHECKED, ...checks })).toBe(false);
    fc.assert(
      fc.property(assignments, (changes) => {
        const dossier = written(closed, changes) as Dossier;
        expect(gateOpens(dossier, { ...DONE, ...chain }, { ...CHECKED, ...checks })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
  it.each(theirs.map((one) => one.path))('never opens a closed dossier by %s alone', (path) => {
    const attribute = theirs.find((one) => one.path === path);
    const values = attribute ? fc.sample(valueOf(attribute), 12) : [];
    for (const [, overlay, chain, checks] of WITHOUT)
      for (const value of values)
        expect(gateOpens(written(overlaid(overlay), [[path, value]]) as Dossier, { ...DONE, ...chain }, { ...CHECKED, ...checks })).toBe(
          false,
        );
  });
});
