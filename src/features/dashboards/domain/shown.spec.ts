import type { Dashboard, Metric } from '../../../policy/index.js';
import { dashboardsOn, smallestOfMetric } from './shown.js';

const PRESENT: Metric = {
  code: 'present',
  category: 'login_time',
  kind: 'people',
  unit: 'people',
  level: 'group',
  min: 0,
  max: 1,
  titleNl: 'Aanwezig',
  titleEn: 'Present',
};
const TWIN: Metric = { ...PRESENT, code: 'there', titleNl: 'Er', titleEn: 'There' };
const OTHERS: readonly Metric[] = [
  { ...PRESENT, code: 'times', kind: 'count' },
  { ...PRESENT, code: 'calls', category: 'phone_number' },
  { ...PRESENT, code: 'teams', unit: 'teams' },
];
const dashboard = (metric: string, smallestGroup: number): Dashboard => ({
  code: `d_${metric}`,
  metric,
  shown: 'share',
  period: 'week',
  smallestGroup,
  viewers: ['manager'],
  titleNl: metric,
  titleEn: metric,
  questionNl: '',
  questionEn: '',
  groups: [{ code: 'one', titleNl: 'Een', titleEn: 'One', units: ['u'] }],
});

describe('the dashboards whose figures depend on each other', () => {
  const metrics = [PRESENT, TWIN, ...OTHERS];
  const declared = { metrics, dashboards: metrics.map(({ code }, at) => dashboard(code, 10 + at)) };

  it('are those of one metric, and of one that can be the same under another name', () => {
    expect(dashboardsOn(declared, PRESENT).map(({ metric }) => metric)).toEqual(['present', 'there']);
    expect(dashboardsOn(declared, TWIN).map(({ metric }) => metric)).toEqual(['present', 'there']);
    for (const other of OTHERS) expect(dashboardsOn(declared, other).map(({ metric }) => metric)).toEqual([other.code]);
  });
  it('show the smallest group of the strictest of them, of a condition or of the house', () => {
    expect(smallestOfMetric({ smallestGroup: null }, 5, declared, PRESENT)).toBe(11);
    expect(smallestOfMetric({ smallestGroup: 15 }, 5, declared, PRESENT)).toBe(15);
    expect(smallestOfMetric({ smallestGroup: 15 }, 20, declared, PRESENT)).toBe(20);
  });
});
