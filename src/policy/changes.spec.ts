import { BASELINE, overlaid } from '../../test/support/published-dossiers.js';
import type { CapabilityAnswer, Reach } from './capabilities.js';
import { classifyCapabilities, classifyChanges } from './changes.js';
import type { Dossier } from './dossier.js';
import { fingerprintOf } from './fingerprint.js';
import { nearCapabilities } from './capabilities.js';

const [purpose] = BASELINE.purposes ?? [];
const [processor] = BASELINE.processors ?? [];
const [voice] = BASELINE.tool?.dataCategories ?? [];
const base: Dossier = overlaid({
  tool: {
    scope: { units: ['team'], persons: ['one'] },
    recipients: [{ role: 'coach', personsMax: 2, needToKnow: true }],
    vendor: 'Opname BV',
    version: '1',
  },
  home: { intervalSeconds: 600 },
  capture: { buffer: { lengthSeconds: 10 } },
  processors: [{ ...processor, subprocessors: [{ name: 'Wolk BV', country: 'NL' }] }],
});
const kindsOf = (overlay: object): readonly string[] => [
  ...new Set(classifyChanges(base, overlaid(overlay, base)).map(({ kind }) => kind)),
];
const purposes = (more: object) => ({ purposes: [{ ...purpose, ...more }] });
const categories = (...more: object[]) => ({ tool: { dataCategories: [...(BASELINE.tool?.dataCategories ?? []), ...more] } });
const voiceFor = (codes: readonly string[]) => ({
  tool: { dataCategories: [{ ...voice, purposes: codes }, ...(BASELINE.tool?.dataCategories ?? []).slice(1)] },
});

/** domain/spec.md 3.6, row by row: the left column needs a new request. */
const WIDER: readonly (readonly [string, object])[] = [
  ['a new purpose', { purposes: [purpose, { ...purpose, code: 'security' }] }],
  ['a changed purpose', purposes({ code: 'planning' })],
  ['data used for a further purpose', voiceFor(['training', 'evaluation'])],
  ['a link with appraisal', { purposes: [purpose, { ...purpose, code: 'evaluation' }] }],
  ['a link with pay or discipline', { tool: { automatedDecisions: { payOrDisciplineFromRawMetric: true } } }],
  ['decisions without a human', { tool: { automatedDecisions: { solelyAutomated: true } } }],
  ['a new data category', categories({ code: 'mood', source: 'inferred', criminal: false, purposes: ['training'] })],
  [
    'a special kind of data',
    { tool: { dataCategories: [{ ...voice, specialCategory: 'health' }, ...(BASELINE.tool?.dataCategories ?? []).slice(1)] } },
  ],
  ['a sensor: video', { capture: { video: true } }],
  ['a sensor: location', { capture: { location: true } }],
  ['AI', { tool: { ai: { isAi: true } } }],
  ['a scoring function', { tool: { profiling: true } }],
  ['analysis of behaviour', { tool: { behaviourDetection: true } }],
  ['mood inferred', { tool: { emotion: { inferredByAi: true } } }],
  ['another kind of tool', { tool: { category: 'screen_recording' } }],
  ['a more intensive mode', { capture: { modes: ['sampled', 'continuous'] } }],
  ['another mode in its place', { capture: { modes: ['continuous'] } }],
  ['live view', { home: { liveView: true } }],
  ['a higher rate', { capture: { sampling: { rate: 0.2 } } }],
  ['samples taken later, from everything', { capture: { sampling: { appliedAt: 'selection' } } }],
  ['a shorter interval', { home: { intervalSeconds: 300 } }],
  ['a longer buffer', { capture: { buffer: { lengthSeconds: 30 } } }],
  ['home becomes stricter', { home: { samplingRate: 0.2 } }],
  ['longer kept at home', { home: { retentionDays: 101 } }],
  ['longer hours', { capture: { schedule: { workingHoursOnly: false } } }],
  ['breaks as well', { capture: { schedule: { breaksExcluded: false } } }],
  ['a new place: another unit', { tool: { scope: { units: ['team', 'other'] } } }],
  ['a wider group', { tool: { groupScope: 'all' } }],
  ['one more person', { tool: { scope: { persons: ['one', 'two'] } } }],
  ['visitors as well', { tool: { dataSubjects: ['employees', 'customers', 'visitors'] } }],
  ['private devices', { tool: { deviceOwnership: ['employer', 'private'] } }],
  ['longer retention', purposes({ retention: { ...purpose?.retention, maxDays: 101 } })],
  ['another retention criterion', purposes({ retention: { ...purpose?.retention, criterion: 'for ever' } })],
  ['another legal basis', purposes({ legalBasis: 'public_task' })],
  ['more recipients', { tool: { recipients: [{ role: 'coach', personsMax: 3, needToKnow: true }] } }],
  [
    'another recipient',
    {
      tool: {
        recipients: [
          { role: 'coach', personsMax: 2 },
          { role: 'manager', personsMax: 1 },
        ],
      },
    },
  ],
  ['covert use', { tool: { covert: true } }],
  ['another vendor', { tool: { vendor: 'Ander BV' } }],
  ['another class of features', { tool: { version: '2' } }],
  ['another processor', { processors: [{ ...processor, name: 'Ander BV' }] }],
  ['a transfer outside the EEA', { transfers: [{ country: 'US', mechanism: 'dpf' }] }],
  ['the vendor uses it itself', { processors: [{ ...processor, ownPurposes: true, subprocessors: [{ name: 'Wolk BV', country: 'NL' }] }] }],
  ['repeal of a protective rule: a pause', { capture: { pause: { required: ['hold', 'mute'] } } }],
  ['repeal of a protective rule: the signal', { capture: { signal: 'none' } }],
  ['repeal of a protective rule: the household', { capture: { householdProtection: 'none' } }],
  ['repeal of a protective rule: others are heard', { capture: { audioNonParticipants: true } }],
  ['an answer taken back', { capture: { video: null } }],
  // The council consented to no clause on minor changes, so a sub-processor is not replaced behind its back.
  [
    'another sub-processor, without a clause on minor changes',
    { processors: [{ ...processor, subprocessors: [{ name: 'Lucht BV', country: 'NL' }] }] },
  ],
];
/** The middle column, and a patch that reduces capture. */
const STRICTER: readonly (readonly [string, object])[] = [
  ['shorter retention', purposes({ retention: { ...purpose?.retention, maxDays: 99 } })],
  ['fewer viewers', { tool: { recipients: [{ role: 'coach', personsMax: 1, needToKnow: true }] } }],
  ['fewer viewers at home', { home: { viewers: 0 } }],
  ['a security patch that reduces capture', { capture: { audio: false } }],
  ['a smaller sample', { capture: { sampling: { rate: 0.05 } } }],
  ['one unit fewer', { tool: { scope: { units: [] } } }],
  ['a further pause', { capture: { pause: { required: ['hold', 'mute', 'break', 'private'] } } }],
  ['one data category fewer', { tool: { dataCategories: (BASELINE.tool?.dataCategories ?? []).slice(1) } }],
  ['one sub-processor fewer', { processors: [{ ...processor, subprocessors: [] }] }],
];
const TEXT: readonly (readonly [string, object])[] = [
  ['a description in other words', purposes({ description: 'Other words' })],
  ['a reason in other words', { assessment: { contentJustification: 'Other words' } }],
];
/** The right column: no version at all, for nothing that a version holds has changed. */
const NOTHING: readonly (readonly [string, object])[] = [
  ['a bug-fix with the same features, and changes of screens', {}],
  ['a typo in the notice mended', { notice: { contentItems: ['N01'] } }],
  ['stopping, pausing, deactivating', { runtime: { activationOn: null, configHash: null } }],
  ['suspension of one person', { runtime: { openObjections: [{ ageDays: 1, suspended: true }] } }],
  ['an agreement signed', { processors: [{ ...processor, subprocessors: [{ name: 'Wolk BV', country: 'NL', authorised: true }] }] }],
];

describe('what needs new consent (spec.md 3.6)', () => {
  it.each(WIDER)('%s is wider', (_, overlay) => expect(kindsOf(overlay)).toContain('wider'));
  it.each(STRICTER)('%s is stricter', (_, overlay) => expect(kindsOf(overlay)).toEqual(['stricter']));
  it.each(TEXT)('%s is text', (_, overlay) => expect(kindsOf(overlay)).toEqual(['text']));
  it.each(NOTHING)('%s asks for nothing', (_, overlay) => expect(kindsOf(overlay).filter((kind) => kind !== 'text')).toEqual([]));
  it.each([...WIDER, ...STRICTER])('%s is in the fingerprint', (_, overlay) =>
    expect(fingerprintOf(overlaid(overlay, base))).not.toBe(fingerprintOf(base)),
  );
  it.each([...TEXT, ...NOTHING])('%s is not', (_, overlay) => expect(fingerprintOf(overlaid(overlay, base))).toBe(fingerprintOf(base)));
});

describe('what the product can do', () => {
  const answer = (can: boolean | null, on: boolean | null, reach: Reach | null): readonly CapabilityAnswer[] => [
    { code: 'calls_sampled', can: true, on: true, reach: 'two_persons' },
    { code: 'scores', can, on, reach },
  ];
  const [gone, locked, reachable, on, unknown] = [
    answer(false, false, 'nobody'),
    answer(true, false, 'two_persons'),
    answer(true, false, 'one_admin'),
    answer(true, true, 'nobody'),
    answer(null, null, null),
  ];
  it.each([
    ['comes within reach', gone, reachable, 'wider'],
    ['comes within reach of one instead of two', locked, reachable, 'wider'],
    ['goes on', reachable, on, 'wider'],
    ['becomes unknown', gone, unknown, 'wider'],
    ['goes off', on, reachable, 'stricter'],
    ['is locked', reachable, locked, 'stricter'],
  ] as const)('is compared too: one that %s', (_, before, after, kind) => {
    expect(classifyCapabilities(before, after)).toEqual([expect.objectContaining({ path: 'capabilities', item: 'scores', kind })]);
    const prints = [before, after].map((answers) => fingerprintOf(base, { capabilities: nearCapabilities(answers) }));
    expect(prints[0]).not.toBe(prints[1]);
  });
  it('says nothing of one that stays as far away', () => {
    expect(classifyCapabilities(gone, locked)).toEqual([]);
    expect(classifyCapabilities(on, unknown)).toEqual([]);
  });
  it('is not in a fingerprint of the first scheme, which never changes', () => {
    expect(fingerprintOf(base, { raised: [] })).toBe(fingerprintOf(base));
    expect(fingerprintOf(base, { capabilities: nearCapabilities(gone) })).not.toBe(fingerprintOf(base));
  });
});
