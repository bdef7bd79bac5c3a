import type { Dossier } from './dossier.js';
import { endOfHours, isWithinHours } from './hours.js';
import { limitHolds } from './limit-check.js';
import { readLimit, typedLimit } from './limit-reading.js';
import { compileLimits, KEPT_BY_PRODUCT, type MachineLimit, PROTECTED_CONTACTS } from './limits.js';

const DOSSIER: Dossier = {
  today: '2026-11-21',
  tool: {
    groupScope: 'group',
    profiling: false,
    automatedDecisions: { payOrDisciplineFromRawMetric: false },
    recipients: [{ role: 'coach' }],
    dataCategories: [{ code: 'voice' }],
  },
  capture: { modes: ['sampled'], sampling: { rate: 0.1 }, schedule: { workingHoursOnly: true } },
  home: { samplingRate: 0.1, retentionDays: 60 },
  office: { samplingRate: 0.1, retentionDays: 60 },
  purposes: [
    { code: 'training', retention: { maxDays: 30 } },
    { code: 'quality', retention: { maxDays: 60 } },
  ],
};
const KEPT: readonly MachineLimit[] = [
  { kind: 'retention_max_days', value: { purpose: 'training', days: 30 } },
  { kind: 'retention_max_days', value: { purpose: null, days: 60 } },
  { kind: 'smallest_group', value: 10 },
  { kind: 'working_hours_only', value: true },
  { kind: 'forbidden_mode', value: 'live_view' },
  { kind: 'forbidden_category', value: 'mood' },
  { kind: 'sampling_max_rate', value: 0.1 },
  { kind: 'viewers_only', value: ['coach', 'dpo'] },
  { kind: 'no_individual_use', value: true },
  { kind: 'hours', value: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' } },
  { kind: 'always_off_percent', value: 10 },
  { kind: 'ends_on', value: '2026-11-21' },
  { kind: 'evaluate_on', value: '2026-11-21' },
];
const BROKEN: readonly MachineLimit[] = [
  { kind: 'retention_max_days', value: { purpose: 'training', days: 29 } },
  { kind: 'retention_max_days', value: { purpose: null, days: 59 } },
  { kind: 'forbidden_mode', value: 'sampled' },
  { kind: 'forbidden_category', value: 'voice' },
  { kind: 'sampling_max_rate', value: 0.09 },
  { kind: 'viewers_only', value: ['dpo'] },
  { kind: 'ends_on', value: '2026-11-20' },
  { kind: 'evaluate_on', value: '2026-11-20' },
];

describe('a machine limit', () => {
  it.each(KEPT)('is kept at its very edge: %j', (limit) => expect(limitHolds(limit, DOSSIER)).toBe(true));
  it.each(BROKEN)('is broken one step over it: %j', (limit) => expect(limitHolds(limit, DOSSIER)).toBe(false));
  it.each(KEPT.filter(({ kind }) => !['smallest_group', 'always_off_percent'].includes(kind)))(
    'is not kept by a version that leaves it unanswered: %j',
    (limit) => expect(limitHolds(limit, {})).toBe(false),
  );
  it('is broken where nobody said how long it is kept at home, unless nobody is measured there', () => {
    const limit = { kind: 'retention_max_days', value: { purpose: null, days: 60 } } as const;
    const office: Dossier = { ...DOSSIER, office: { samplingRate: 0.1 } };
    expect(limitHolds(limit, { ...DOSSIER, home: { enabled: true, retentionDays: null } })).toBe(false);
    expect(limitHolds(limit, { ...DOSSIER, home: { enabled: null, retentionDays: null } })).toBe(false);
    expect(limitHolds(limit, { ...DOSSIER, home: { enabled: false } })).toBe(true);
    expect([limitHolds(limit, office), limitHolds(limit, { ...office, office: { enabled: false } })]).toEqual([false, true]);
  });
  it('is broken by hours that are not locked, and by use against one person', () => {
    expect(limitHolds({ kind: 'working_hours_only', value: true }, { capture: { schedule: { workingHoursOnly: false } } })).toBe(false);
    const individual: Dossier = { ...DOSSIER, tool: { ...DOSSIER.tool, groupScope: 'individual' } };
    expect(limitHolds({ kind: 'no_individual_use', value: true }, individual)).toBe(false);
    const appraised: Dossier = { ...DOSSIER, purposes: [{ code: 'evaluation', retention: { maxDays: 30 } }] };
    expect(limitHolds({ kind: 'no_individual_use', value: true }, appraised)).toBe(false);
  });
  it('on continuous capture is never kept by a low rate', () =>
    expect(
      limitHolds({ kind: 'sampling_max_rate', value: 0.5 }, { ...DOSSIER, capture: { ...DOSSIER.capture, modes: ['continuous'] } }),
    ).toBe(false));
});

describe('limits together', () => {
  it('take the stricter of two on the same thing', () => {
    const compiled = compileLimits([
      ...KEPT,
      { kind: 'smallest_group', value: 12 },
      { kind: 'retention_max_days', value: { purpose: 'training', days: 20 } },
      { kind: 'viewers_only', value: ['coach'] },
      { kind: 'ends_on', value: '2026-12-31' },
    ]);
    expect(compiled).toEqual({
      retentionMaxDays: 60,
      retentionMaxDaysOf: { training: 20 },
      smallestGroup: 12,
      workingHoursOnly: true,
      forbiddenModes: ['live_view'],
      forbiddenCategories: ['mood'],
      samplingMaxRate: 0.1,
      hours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      viewersOnly: ['coach'],
      individualUse: false,
      alwaysOffPercent: 10,
      cover: false,
      protectedContacts: PROTECTED_CONTACTS,
      endsOn: '2026-11-21',
      evaluateOn: '2026-11-21',
    });
  });
  it('of nobody limit nothing', () =>
    expect(compileLimits([])).toMatchObject({ smallestGroup: null, viewersOnly: null, individualUse: true, endsOn: null }));
  it('kept by the product need no new version', () =>
    expect(KEPT_BY_PRODUCT).toEqual(['smallest_group', 'always_off_percent', 'ends_on', 'evaluate_on']));
});

describe('reading a limit', () => {
  it('gives back what was stored', () => KEPT.forEach((limit) => expect(readLimit(JSON.parse(JSON.stringify(limit)))).toEqual(limit)));
  it.each([
    null,
    7,
    {},
    { kind: 'toString', value: 1 },
    { kind: 'smallest_group', value: 4 },
    { kind: 'smallest_group', value: '10' },
    { kind: 'sampling_max_rate', value: 1.01 },
    { kind: 'ends_on', value: '2026-02-30' },
    { kind: 'viewers_only', value: [] },
    { kind: 'viewers_only', value: ['<b>'] },
    { kind: 'retention_max_days', value: { days: -1 } },
    { kind: 'retention_max_days', value: { days: 30, purpose: ' a' } },
    { kind: 'hours', value: { days: [], from: '08:00', to: '18:00' } },
    { kind: 'hours', value: { days: [1, 1], from: '08:00', to: '18:00' } },
    { kind: 'hours', value: { days: [8], from: '08:00', to: '18:00' } },
    { kind: 'hours', value: { days: [1], from: '18:00', to: '18:00' } },
    { kind: 'hours', value: { days: [1], from: '08:00', to: '24:01' } },
    { kind: 'hours', value: { days: [1], from: '24:00', to: '06:00' } },
    { kind: 'hours', value: [] },
    {
      kind: 'hours',
      value: [
        { days: [1], from: '08:00', to: '18:00' },
        { days: [2], from: '08:00' },
      ],
    },
    { kind: 'always_off_percent', value: 0 },
    { kind: 'always_off_percent', value: 100 },
    { kind: 'always_off_percent', value: 1.5 },
    { kind: 'working_hours_only', value: false },
  ])('refuses %j', (given) => expect(readLimit(given)).toBeNull());
  it('takes what people type', () => {
    expect(typedLimit('retention_max_days', { value: ' 30 ' })).toEqual({ kind: 'retention_max_days', value: { purpose: null, days: 30 } });
    expect(typedLimit('retention_max_days', { value: '30', purpose: 'training' })).toEqual({
      kind: 'retention_max_days',
      value: { purpose: 'training', days: 30 },
    });
    expect(typedLimit('sampling_max_rate', { value: '10' })).toEqual({ kind: 'sampling_max_rate', value: 0.1 });
    expect(typedLimit('smallest_group', { value: '10' })).toEqual({ kind: 'smallest_group', value: 10 });
    expect(typedLimit('viewers_only', { roles: ['coach', 'dpo'] })).toEqual({ kind: 'viewers_only', value: ['coach', 'dpo'] });
    expect(typedLimit('no_individual_use', {})).toEqual({ kind: 'no_individual_use', value: true });
    expect(typedLimit('forbidden_mode', { value: 'live_view' })).toEqual({ kind: 'forbidden_mode', value: 'live_view' });
  });
  it('refuses words where a number must stand', () => {
    expect(typedLimit('smallest_group', { value: 'tien' })).toBeNull();
    expect(typedLimit('retention_max_days', { value: '30 dagen' })).toBeNull();
    expect(typedLimit('unknown', { value: '1' })).toBeNull();
  });
});

describe('hours', () => {
  const OFFICE = { days: [1, 2, 3, 4, 5], from: '08:30', to: '18:00' };
  const at = (iso: string): Date => new Date(iso);
  it.each([
    ['at the first minute', '2026-11-20T07:30:00Z', true],
    ['a millisecond before it', '2026-11-20T07:29:59.999Z', false],
    ['at the last instant', '2026-11-20T16:59:59.999Z', true],
    ['at the end', '2026-11-20T17:00:00Z', false],
    ['on another day', '2026-11-21T10:00:00Z', false],
    ['in summer time at the last instant', '2026-07-17T15:59:59.999Z', true],
    ['in summer time at the end', '2026-07-17T16:00:00Z', false],
  ])('hold %s', (_, instant, within) => expect(isWithinHours(OFFICE, at(instant))).toBe(within));
  it('are typed as people write them', () => {
    expect(typedLimit('hours', { days: ['5', '1'], from: '8.30', to: '18' })).toEqual({
      kind: 'hours',
      value: { days: [1, 5], from: '08:30', to: '18:00' },
    });
    expect(typedLimit('hours', { days: ['1'], from: 'acht', to: '18' })).toBeNull();
    const evening = { days2: ['6'], from2: '22', to2: '2.30', days3: [], from3: ' ', to3: '' };
    expect(typedLimit('hours', { days: ['1'], from: '9', to: '12', ...evening })).toEqual({
      kind: 'hours',
      value: [
        { days: [1], from: '09:00', to: '12:00' },
        { days: [6], from: '22:00', to: '02:30' },
      ],
    });
    expect(typedLimit('hours', { days: ['1'], from: '9', to: '12', ...evening, to3: '18' })).toBeNull();
    expect(typedLimit('hours', { days: ['1'], from: '9', to: '0:00' })?.value).toEqual({ days: [1], from: '09:00', to: '24:00' });
  });
  it('of two limits leave what both allow, which may be nothing', () => {
    const early: MachineLimit = { kind: 'hours', value: { days: [1, 2], from: '06:00', to: '14:00' } };
    const late: MachineLimit = { kind: 'hours', value: { days: [2, 3], from: '12:00', to: '22:00' } };
    expect(compileLimits([early, late]).hours).toEqual({ days: [2], from: '12:00', to: '14:00' });
    const night: MachineLimit = { kind: 'hours', value: { days: [2], from: '20:00', to: '24:00' } };
    const none = compileLimits([early, late, night]).hours;
    expect(none && isWithinHours(none, at('2026-11-17T19:30:00Z'))).toBe(false);
  });
  const NIGHT = { days: [7, 1], from: '00:00', to: '02:30' };
  it.each([
    ['on a day like any other', OFFICE, '2026-11-20T10:00:00Z', '2026-11-20T17:00:00.000Z'],
    ['at midnight', { ...OFFICE, to: '24:00' }, '2026-11-20T10:00:00Z', '2026-11-20T23:00:00.000Z'],
    ['when clocks skip that time in spring', NIGHT, '2026-03-29T00:10:00Z', '2026-03-29T01:00:00.000Z'],
    ['at a time that comes twice in autumn, the first time', NIGHT, '2026-10-25T00:10:00Z', '2026-10-25T00:30:00.000Z'],
    ['and the second', NIGHT, '2026-10-25T01:10:00Z', '2026-10-25T01:30:00.000Z'],
    ['at once when it is outside', OFFICE, '2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
  ])('end %s', (_, hours, from, end) => expect(endOfHours(hours, at(from)).toISOString()).toBe(end));
});
