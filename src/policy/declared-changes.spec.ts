import { BASELINE, overlaid } from '../../test/support/published-dossiers.js';
import { type Dashboard, type Declarations, GRADES, type Grade, type Metric, NOTHING_DECLARED } from './declarations.js';
import { classifyDeclared, type Declared } from './declared-changes.js';
import { fingerprintOf } from './fingerprint.js';
import { limitHolds } from './limit-check.js';

const METRIC: Metric = {
  code: 'logins',
  category: 'login_time',
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max: 50,
  titleNl: 'Ingelogd',
  titleEn: 'Signed in',
};
const DASHBOARD: Dashboard = {
  code: 'logins_week',
  metric: 'logins',
  shown: 'total',
  period: 'week',
  smallestGroup: 10,
  viewers: ['manager', 'director'],
  titleNl: 'Hoe vaak',
  titleEn: 'How often',
  questionNl: 'Is er hulp?',
  questionEn: 'Is there help?',
  groups: [
    { code: 'a', titleNl: 'A', titleEn: 'A', units: ['u_1'] },
    { code: 'b', titleNl: 'B', titleEn: 'B', units: ['u_2', 'u_3'] },
  ],
};
const GRADE: Grade = {
  stopsHow: 'Zo',
  stopsWithinMinutes: 15,
  cannotStop: 'Dat',
  evidence: 'Geprobeerd',
  evidenceFileId: null,
  testedOn: '2026-01-05',
};
const BASE: Declared = { enforcement: 'supervised', metrics: [METRIC], dashboards: [DASHBOARD], grade: GRADE, individualView: null };
const VIEW = { purpose: 'security', grounds: 'security', maxHours: 24 } as const;
const kinds = (after: Partial<Declared>, before: Declared = BASE) =>
  classifyDeclared(before, { ...before, ...after }).map(({ path, item, kind }) => [path, item, kind].filter(Boolean).join(' '));
const [A, B] = DASHBOARD.groups as [Dashboard['groups'][number], Dashboard['groups'][number]];

describe('what differs in what is declared', () => {
  it('is nothing between the same in another order', () => {
    const turned = { ...DASHBOARD, viewers: ['director', 'manager'] as const, groups: [{ ...B, units: ['u_3', 'u_2'] }, A] };
    expect(kinds({ dashboards: [turned] })).toEqual([]);
  });
  it.each(GRADES.slice(1).map((grade, at) => [GRADES[at]!, grade] as const))('is wider from %s to %s, and stricter back', (high, low) => {
    expect(kinds({ enforcement: low }, { ...BASE, enforcement: high })).toEqual(['enforcement wider']);
    expect(kinds({ enforcement: high }, { ...BASE, enforcement: low })).toEqual(['enforcement stricter']);
  });
  it.each<[Partial<Declared>, string[]]>([
    [{ metrics: [METRIC, { ...METRIC, code: 'more' }] }, ['declared.metrics more wider']],
    [{ metrics: [{ ...METRIC, max: 51 }] }, ['declared.metrics[].max logins wider']],
    [{ metrics: [{ ...METRIC, max: 49 }] }, ['declared.metrics[].max logins stricter']],
    [{ metrics: [{ ...METRIC, min: -1 }] }, ['declared.metrics[].min logins wider']],
    [{ metrics: [{ ...METRIC, min: 1 }] }, ['declared.metrics[].min logins stricter']],
    [{ metrics: [{ ...METRIC, level: 'person' }] }, ['declared.metrics[].level logins wider']],
    [{ metrics: [{ ...METRIC, unit: 'uur' }] }, ['declared.metrics[].unit logins wider']],
    [{ metrics: [{ ...METRIC, titleEn: 'Present' }] }, ['declared.metrics[].titleEn logins wider']],
    [{ dashboards: [] }, ['declared.dashboards logins_week stricter']],
    [{ dashboards: [DASHBOARD, { ...DASHBOARD, code: 'other' }] }, ['declared.dashboards other wider']],
    [{ dashboards: [{ ...DASHBOARD, smallestGroup: 9 }] }, ['declared.dashboards[].smallestGroup logins_week wider']],
    [{ dashboards: [{ ...DASHBOARD, smallestGroup: 11 }] }, ['declared.dashboards[].smallestGroup logins_week stricter']],
    [{ dashboards: [{ ...DASHBOARD, viewers: ['manager'] }] }, ['declared.dashboards[].viewers logins_week stricter']],
    [{ dashboards: [{ ...DASHBOARD, viewers: ['manager', 'hr_registrar'] }] }, ['declared.dashboards[].viewers logins_week wider']],
    [{ dashboards: [{ ...DASHBOARD, period: 'month' }] }, ['declared.dashboards[].period logins_week wider']],
    [{ dashboards: [{ ...DASHBOARD, questionNl: 'Wie werkt hard?' }] }, ['declared.dashboards[].questionNl logins_week wider']],
    [{ dashboards: [{ ...DASHBOARD, groups: [A] }] }, ['declared.dashboards[].groups logins_week / b stricter']],
    [
      { dashboards: [{ ...DASHBOARD, groups: [A, { ...B, units: ['u_2'] }] }] },
      ['declared.dashboards[].groups[].units logins_week / b wider'],
    ],
    [{ grade: null }, ['declared.grade wider']],
    [{ grade: { ...GRADE, stopsWithinMinutes: 60 } }, ['declared.grade.stopsWithinMinutes wider']],
    [{ grade: { ...GRADE, stopsWithinMinutes: 5 } }, ['declared.grade.stopsWithinMinutes stricter']],
    [{ grade: { ...GRADE, cannotStop: 'Meer' } }, ['declared.grade.cannotStop wider']],
    [{ grade: { ...GRADE, testedOn: '2026-02-05' } }, ['declared.grade.testedOn stricter']],
    [{ grade: { ...GRADE, testedOn: '2025-02-05' } }, ['declared.grade.testedOn wider']],
    [{ individualView: VIEW }, ['declared.individualView wider']],
  ])('%j', (after, expected) => expect(kinds(after)).toEqual(expected));
  it('calls it stricter when a description or a bound came, or the view of one person went', () => {
    expect(kinds({ grade: GRADE }, { ...BASE, grade: null })).toEqual(['declared.grade stricter']);
    const viewed: Declared = { ...BASE, individualView: VIEW };
    expect(kinds({ individualView: null }, viewed)).toEqual(['declared.individualView stricter']);
    expect(kinds({ individualView: { ...VIEW, maxHours: 8 } }, viewed)).toEqual(['declared.individualView.maxHours stricter']);
    expect(kinds({ individualView: { ...VIEW, maxHours: 25 } }, viewed)).toEqual(['declared.individualView.maxHours wider']);
    expect(kinds({ individualView: { ...VIEW, grounds: 'single_investigation' } }, viewed)).toEqual([
      'declared.individualView.grounds wider',
    ]);
  });
});

describe('the fingerprint of scheme 3', () => {
  const capabilities = new Map();
  const print = (declared?: Declared) => fingerprintOf(BASELINE, { capabilities, ...(declared ? { declared } : {}) });
  it('changes with every change that is found, and with nothing else', () => {
    const others: Declarations[] = [
      { ...BASE, metrics: [{ ...METRIC, titleNl: 'Anders' }] },
      { ...BASE, dashboards: [{ ...DASHBOARD, groups: [A] }] },
      { ...BASE, grade: { ...GRADE, evidenceFileId: 'f_1' } },
      { ...BASE, individualView: VIEW },
      NOTHING_DECLARED,
    ];
    const prints = [BASE, ...others.map((one) => ({ ...one, enforcement: BASE.enforcement }))].map((one) => print(one));
    expect(new Set([...prints, print({ ...BASE, enforcement: 'managed' }), print()]).size).toBe(prints.length + 2);
    expect(print({ ...BASE, dashboards: [{ ...DASHBOARD, groups: [B, A] }] })).toBe(prints[0]);
  });
});

describe('the limit "not for one person"', () => {
  it('is broken by a view of one person, whatever else the version says', () => {
    const purposes = (BASELINE.purposes ?? []).map((one) => ({ ...one, code: 'training' }));
    const ordinary = overlaid({ tool: { groupScope: 'group', profiling: false }, purposes });
    const limit = { kind: 'no_individual_use', value: true } as const;
    expect(limitHolds(limit, ordinary)).toBe(true);
    expect(limitHolds(limit, { ...ordinary, declared: BASE })).toBe(true);
    expect(limitHolds(limit, { ...ordinary, declared: { ...BASE, individualView: VIEW } })).toBe(false);
  });
});
