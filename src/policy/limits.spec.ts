import type { Dossier } from './dossier.js';
import { readLimit, typedLimit } from './limit-reading.js';
import { limitText } from './limit-words.js';
import { compileLimits, KEPT_BY_PRODUCT, limitHolds, type MachineLimit } from './limits.js';

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
  home: { samplingRate: 0.1 },
  office: { samplingRate: 0.1 },
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
  it.each(KEPT.filter(({ kind }) => !['smallest_group'].includes(kind)))(
    'is not kept by a version that leaves it unanswered: %j',
    (limit) => expect(limitHolds(limit, {})).toBe(false),
  );
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
      viewersOnly: ['coach'],
      individualUse: false,
      endsOn: '2026-11-21',
      evaluateOn: '2026-11-21',
    });
  });
  it('of nobody limit nothing', () =>
    expect(compileLimits([])).toMatchObject({ smallestGroup: null, viewersOnly: null, individualUse: true, endsOn: null }));
  it('kept by the product need no new version', () => expect(KEPT_BY_PRODUCT).toEqual(['smallest_group', 'ends_on', 'evaluate_on']));
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
    { kind: 'retention_max_days', value: { days: 30, purpose: 'a b' } },
    { kind: 'working_hours_only', value: false },
  ])('refuses %j', (given) => expect(readLimit(given)).toBeNull());
  it('takes what people type', () => {
    expect(typedLimit('retention_max_days', ' 30 ')).toEqual({ kind: 'retention_max_days', value: { purpose: null, days: 30 } });
    expect(typedLimit('retention_max_days', '30', 'training')).toEqual({
      kind: 'retention_max_days',
      value: { purpose: 'training', days: 30 },
    });
    expect(typedLimit('sampling_max_rate', '0,1')).toEqual({ kind: 'sampling_max_rate', value: 0.1 });
    expect(typedLimit('smallest_group', '10')).toEqual({ kind: 'smallest_group', value: 10 });
    expect(typedLimit('viewers_only', 'coach, dpo')).toEqual({ kind: 'viewers_only', value: ['coach', 'dpo'] });
    expect(typedLimit('no_individual_use', '')).toEqual({ kind: 'no_individual_use', value: true });
    expect(typedLimit('forbidden_mode', 'live_view')).toEqual({ kind: 'forbidden_mode', value: 'live_view' });
  });
  it('refuses words where a number must stand', () => {
    expect(typedLimit('smallest_group', 'tien')).toBeNull();
    expect(typedLimit('retention_max_days', '30 dagen')).toBeNull();
    expect(typedLimit('unknown', '1')).toBeNull();
  });
});

describe('a limit in words', () => {
  it('says its number in both languages', () => {
    expect(limitText({ kind: 'smallest_group', value: 10 }, 'nl')).toBe('Cijfers alleen over groepen van 10 of meer');
    expect(limitText({ kind: 'sampling_max_rate', value: 0.1 }, 'nl')).toContain('0,1');
    for (const limit of KEPT) expect(limitText(limit, 'en')).not.toBe('');
  });
});
