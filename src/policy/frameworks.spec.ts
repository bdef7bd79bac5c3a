import fc from 'fast-check';
import { BASELINE, overlaid } from '../../test/support/published-dossiers.js';
import type { CapabilityAnswer } from './capabilities.js';
import type { Dossier } from './dossier.js';
import { colourOf, type FrameworkClass, type FrameworkScope, outsideOf } from './frameworks.js';
import { readScope } from './framework-reading.js';

const OFFICE_ONLY = { home: { enabled: false } };
const place = { contentLevel: 1, modeRank: 1, samplingRate: 0, audioVideo: false, liveView: false, retentionDays: 30, viewers: 1 };
const [purpose] = BASELINE.purposes ?? [];
const kept = (maxDays: number | null, code = 'attendance') => [{ ...purpose, code, retention: { ...purpose?.retention, maxDays } }];
const data = (code: string, more: object = {}) => ({
  code,
  source: 'observed',
  specialCategory: null,
  criminal: false,
  purposes: ['attendance'],
  ...more,
});
const SIGN_IN = overlaid({
  tool: {
    category: 'login_presence',
    dataSubjects: ['employees'],
    dataCategories: [data('login_time')],
    recipients: [{ role: 'planner', personsMax: 1 }],
  },
  capture: { modes: ['event_triggered'], contentLevel: 1, audio: false, sampling: { rate: null } },
  home: place,
  office: place,
  purposes: kept(45),
});
const CALLS = overlaid({
  tool: { dataCategories: (BASELINE.tool?.dataCategories ?? []).map((one) => ({ ...one, purposes: ['training'] })) },
});
const SECURITY = overlaid(
  {
    tool: { category: 'dlp_security', dataCategories: [data('security_event', { purposes: ['security'] })] },
    purposes: kept(30, 'security'),
    office: { retentionDays: 30 },
    home: { enabled: false, retentionDays: 30 },
  },
  SIGN_IN,
);

const can = (
  code: CapabilityAnswer['code'],
  on: boolean | null = true,
  reach: CapabilityAnswer['reach'] = 'two_persons',
): CapabilityAnswer => ({
  code,
  can: true,
  on,
  reach,
});
const SIGNS = [can('sign_in_times')];
const CALLED = [can('calls_sampled')];
const SECURES = [can('security_metadata')];

const scope = (of: Partial<FrameworkScope>): FrameworkScope => ({
  categories: [],
  modes: ['event_triggered'],
  purposes: [],
  dataCategories: [],
  contentLevelMax: 1,
  sensors: [],
  atHome: true,
  privateDevices: false,
  ...of,
});
const keep = (days: number) => ({ kind: 'retention_max_days', value: { purpose: null, days } }) as const;
const HOURS = { kind: 'working_hours_only', value: true } as const;
const NOT_ONE_PERSON = { kind: 'no_individual_use', value: true } as const;
const PRESENCE = scope({ categories: ['login_presence', 'time_registration'], purposes: ['attendance'], dataCategories: ['login_time'] });

/** P: presence. C: calls. O: at the office only. S: security. E: with an end date. */
const FRAMEWORKS: Readonly<Record<'P' | 'C' | 'O' | 'S' | 'E', readonly FrameworkClass[]>> = {
  P: [
    { colour: 'green', scope: PRESENCE, limits: [keep(60), HOURS, NOT_ONE_PERSON] },
    {
      colour: 'amber',
      scope: { ...PRESENCE, dataCategories: ['login_time', 'device_name'], privateDevices: true },
      limits: [keep(183), NOT_ONE_PERSON],
    },
  ],
  C: [
    {
      colour: 'amber',
      scope: scope({
        categories: ['call_recording'],
        modes: ['sampled'],
        purposes: ['training'],
        dataCategories: ['voice', 'call_metadata'],
        contentLevelMax: 2,
        sensors: ['audio'],
      }),
      limits: [keep(100), { kind: 'sampling_max_rate', value: 0.1 }, { kind: 'viewers_only', value: ['coach'] }],
    },
  ],
  O: [{ colour: 'green', scope: { ...PRESENCE, atHome: false, categories: ['login_presence'] }, limits: [keep(45)] }],
  S: [
    {
      colour: 'green',
      scope: scope({ categories: ['dlp_security'], purposes: ['security'], dataCategories: ['security_event'], atHome: false }),
      limits: [keep(30)],
    },
    {
      colour: 'amber',
      scope: scope({
        categories: ['dlp_security', 'location'],
        modes: ['event_triggered', 'continuous'],
        purposes: ['security'],
        dataCategories: ['security_event'],
        sensors: ['location'],
      }),
      limits: [keep(90), { kind: 'forbidden_category', value: 'login_time' }],
    },
  ],
  E: [
    { colour: 'green', scope: PRESENCE, limits: [keep(60), { kind: 'ends_on', value: '2026-11-20' }] },
    { colour: 'amber', scope: PRESENCE, limits: [keep(60), { kind: 'ends_on', value: '2026-11-21' }] },
  ],
};

const signIn = (overlay: object): Dossier => overlaid(overlay, SIGN_IN);
const calls = (overlay: object): Dossier => overlaid(overlay, CALLS);
const security = (overlay: object): Dossier => overlaid(overlay, SECURITY);
/** What is expected, in the order of FRAMEWORKS: g, a or r. */
type Row = readonly [name: string, dossier: Dossier, capabilities: readonly CapabilityAnswer[], expected: string];
const VERSIONS: readonly Row[] = [
  ['signing in, at home too', SIGN_IN, SIGNS, 'grrra'],
  ['signing in, at the office only', signIn(OFFICE_ONLY), SIGNS, 'grgra'],
  ['kept for exactly 60 days', signIn({ purposes: kept(60), ...OFFICE_ONLY }), SIGNS, 'grrra'],
  ['kept for 61 days', signIn({ purposes: kept(61) }), SIGNS, 'arrrr'],
  ['kept for 183 days', signIn({ purposes: kept(183) }), SIGNS, 'arrrr'],
  ['kept for 184 days', signIn({ purposes: kept(184) }), SIGNS, 'rrrrr'],
  ['nobody said how long it is kept', signIn({ purposes: kept(null), ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['outside working hours', signIn({ capture: { schedule: { workingHoursOnly: false } }, ...OFFICE_ONLY }), SIGNS, 'argra'],
  ['nobody said at which hours', signIn({ capture: { schedule: { workingHoursOnly: null } }, ...OFFICE_ONLY }), SIGNS, 'argra'],
  ['another purpose', signIn({ purposes: kept(45, 'planning'), ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['a second purpose', signIn({ purposes: [...kept(45), ...kept(45, 'evaluation')], ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['no purpose at all', signIn({ purposes: [], ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['the name of the device as well', signIn({ tool: { dataCategories: [data('login_time'), data('device_name')] } }), SIGNS, 'arrrr'],
  ['an unknown kind of data', signIn({ tool: { dataCategories: [data('login_time'), data('mood')] } }), SIGNS, 'rrrrr'],
  ['health data', signIn({ tool: { dataCategories: [data('login_time', { specialCategory: 'health' })] } }), SIGNS, 'rrrrr'],
  ['criminal data not answered', signIn({ tool: { dataCategories: [data('login_time', { criminal: null })] } }), SIGNS, 'rrrrr'],
  ['private devices, in a container', signIn({ tool: { deviceOwnership: ['employer', 'private'], containerised: true } }), SIGNS, 'arrrr'],
  ['private devices, without one', signIn({ tool: { deviceOwnership: ['employer', 'private'], containerised: false } }), SIGNS, 'rrrrr'],
  ['covert', signIn({ tool: { covert: true } }), SIGNS, 'rrrrr'],
  ['nobody said whether it is covert', signIn({ tool: { covert: null } }), SIGNS, 'rrrrr'],
  ['profiling', signIn({ tool: { profiling: true } }), SIGNS, 'rrrrr'],
  ['pay follows from it', signIn({ tool: { automatedDecisions: { payOrDisciplineFromRawMetric: true } } }), SIGNS, 'rrrrr'],
  ['one person', signIn({ tool: { groupScope: 'individual' } }), SIGNS, 'rrrrr'],
  ['a high risk is left', signIn({ dpia: { residualRisk: 'high' }, ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['the risk is not known yet', signIn({ dpia: { residualRisk: null }, ...OFFICE_ONLY }), SIGNS, 'rrrrr'],
  ['a transfer outside the EEA', signIn({ transfers: [{ country: 'US', mechanism: 'dpf' }] }), SIGNS, 'rrrrr'],
  ['the supplier uses it itself', signIn({ processors: [{ ...BASELINE.processors?.[0], ownPurposes: true }] }), SIGNS, 'rrrrr'],
  ['screenshots within reach of one administrator', signIn(OFFICE_ONLY), [...SIGNS, can('screenshots', false, 'one_admin')], 'rrrrr'],
  ['screenshots that nobody can switch on', signIn(OFFICE_ONLY), [...SIGNS, can('screenshots', false, 'nobody')], 'grgra'],
  ['screenshots of which nobody knows the reach', signIn(OFFICE_ONLY), [...SIGNS, can('screenshots', false, null)], 'rrrrr'],
  ['badges beside it, which one administrator reaches', signIn({}), [...SIGNS, can('hours_and_badges', false, 'one_admin')], 'grrra'],
  ['no list of what it can do', signIn(OFFICE_ONLY), [], 'rrrrr'],
  ['calls in a sample of 1 in 10', CALLS, CALLED, 'rarrr'],
  ['calls in a larger sample', calls({ capture: { sampling: { rate: 0.11 } } }), CALLED, 'rrrrr'],
  ['calls, all of them', calls({ capture: { modes: ['continuous'] } }), [can('calls_recorded')], 'rrrrr'],
  ['calls that a manager hears too', calls({ tool: { recipients: [{ role: 'coach' }, { role: 'manager' }] } }), CALLED, 'rrrrr'],
  ['calls with mood inferred', CALLS, [...CALLED, can('mood')], 'rrrrr'],
  ['security at the office', SECURITY, SECURES, 'rrrgr'],
  ['security at home, kept for 90 days', security({ home: { enabled: true }, purposes: kept(90, 'security') }), SECURES, 'rrrar'],
  ['security with the place of the device', security({ capture: { location: true } }), [...SECURES, can('place')], 'rrrar'],
];

const letters = (dossier: Dossier, capabilities: readonly CapabilityAnswer[]): string =>
  Object.values(FRAMEWORKS)
    .map((classes) => colourOf(classes, { dossier, capabilities })[0])
    .join('');

describe('40 versions against 5 frameworks', () => {
  it('are 40', () => expect(new Set(VERSIONS.map(([name]) => name)).size).toBe(40));
  it.each(VERSIONS)('%s', (_, dossier, capabilities, expected) => expect(letters(dossier, capabilities)).toBe(expected));
});

/** Steps over each border of the presence framework and of what is never light: one attribute each. */
type Step = (dossier: Dossier) => Dossier;
const over =
  (overlay: object): Step =>
  (dossier) =>
    overlaid(overlay, dossier);
const UNANSWERED = [
  ...[
    'covert',
    'profiling',
    'behaviourDetection',
    'groupScope',
    'dataSubjects',
    'deviceOwnership',
    'dataCategories',
    'unneededFeaturesOff',
  ].map((name) => ({ tool: { [name]: null } })),
  ...['solelyAutomated', 'significantEffect', 'payOrDisciplineFromRawMetric'].map((name) => ({
    tool: { automatedDecisions: { [name]: null } },
  })),
  ...['modes', 'contentLevel', 'audio', 'video', 'location'].map((name) => ({ capture: { [name]: null } })),
  { tool: { ai: { isAi: null } } },
  { tool: { emotion: { inferredByAi: null } } },
  { home: { enabled: null } },
  { home: { enabled: true, audioVideo: null } },
  { home: { enabled: true, liveView: null } },
  { office: { audioVideo: null } },
  ...['contentLevel', 'modeRank', 'retentionDays', 'viewers'].flatMap((name) => [
    { home: { enabled: true, [name]: null } },
    { office: { [name]: null } },
  ]),
  { purposes: null },
  { transfers: null },
  { processors: null },
  { dpia: null },
];
const FORBIDDEN: readonly object[] = [
  { tool: { behaviourDetection: true } },
  { tool: { ai: { isAi: true } } },
  { tool: { emotion: { inferredByAi: true } } },
  { tool: { automatedDecisions: { solelyAutomated: true } } },
  { tool: { unneededFeaturesOff: false } },
  { capture: { modes: ['event_triggered', 'continuous'] } },
  { capture: { modes: ['live_view'] } },
  { capture: { audio: true } },
  { capture: { video: true } },
  { capture: { location: true } },
  { home: { enabled: true, liveView: true } },
  { office: { audioVideo: true } },
  { purposes: [{ ...purpose, code: 'attendance', secondaryOf: 'planning', retention: { maxDays: 10 } }] },
  { tool: { dataCategories: [data('login_time', { purposes: ['evaluation'] })] } },
];
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...UNANSWERED, ...FORBIDDEN).map(over),
  fc.integer({ min: 61, max: 36_500 }).map((days) => over({ purposes: kept(days) })),
  fc.constantFrom('evaluation', 'planning', 'security', 'fraud_investigation', '').map((code) => over({ purposes: kept(10, code) })),
  fc.stringMatching(/^[a-z]{3,12}$/).map((code) => over({ tool: { dataCategories: [data('login_time'), data(`x_${code}`)] } })),
);
/** Changes that stay inside. */
const inside: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((days) => over({ purposes: kept(days) })),
  fc.boolean().map((enabled) => over({ home: { enabled } })),
  fc.constantFrom('low', 'medium').map((residualRisk) => over({ dpia: { residualRisk } })),
  fc.string({ maxLength: 20 }).map((name) => over({ tool: { name } })),
);

describe('no light version lies outside', () => {
  const green = FRAMEWORKS.P.filter(({ colour }) => colour === 'green');
  const subject = (dossier: Dossier) => ({ dossier, capabilities: SIGNS });
  it('whatever stays inside, one step over a border is red', () => {
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 4 }), steps, (within, step) => {
        const start = within.reduce((dossier, change) => change(dossier), SIGN_IN);
        expect(colourOf(green, subject(start))).toBe('green');
        expect(colourOf(green, subject(step(start)))).toBe('red');
      }),
      { numRuns: 500 },
    );
  });
  it('no capability that is on or within one reach may lie outside, whichever it is', () => {
    const outside = [
      'keystrokes',
      'webcam',
      'microphone',
      'calls_listened_in',
      'mail_content',
      'place',
      'scores',
      'mood',
      'worn_sensor',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...outside),
        fc.constantFrom<readonly [boolean | null, CapabilityAnswer['reach']]>(
          [true, 'nobody'],
          [true, 'one_admin'],
          [false, 'one_admin'],
          [null, 'nobody'],
        ),
        (code, [on, reach]) => {
          const capabilities = [...SIGNS, can(code, on, reach)];
          expect(colourOf(FRAMEWORKS.P, { dossier: SIGN_IN, capabilities })).toBe('red');
        },
      ),
    );
  });
  it('an unreadable dossier is red, whatever it is', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('tool', 'capture', 'home', 'purposes', 'dpia', 'covert') }), (given) => {
        expect(colourOf(FRAMEWORKS.P, { dossier: given as Dossier, capabilities: SIGNS })).toBe('red');
      }),
    );
  });
  it('names each way in which a version lies outside, once', () => {
    const dossier = signIn({ purposes: kept(61), tool: { covert: true } });
    expect(outsideOf(green[0]!, { dossier, capabilities: [...SIGNS, can('hours_and_badges')] })).toEqual([
      { code: 'never_light' },
      { code: 'limit', limit: keep(60) },
    ]);
  });
});

describe('a stored scope', () => {
  it('is read back as it was', () => expect(readScope(JSON.parse(JSON.stringify(PRESENCE)))).toEqual(PRESENCE));
  it.each([
    null,
    'x',
    {},
    { ...PRESENCE, atHome: 'yes' },
    { ...PRESENCE, sensors: ['smell'] },
    { ...PRESENCE, contentLevelMax: 3 },
    { ...PRESENCE, modes: ['A B'] },
  ])('is refused when it is none: %j', (given) => expect(readScope(given)).toBeNull());
});
