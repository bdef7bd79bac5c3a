import { Chance, type Organisation, organisations, withMonths } from '../../../test/support/random-organisations.js';
import type { Dashboard, Metric } from '../../policy/index.js';
import { type DashboardLines, linesOf, TOTAL } from './domain/dashboard-lines.js';
import { cellKey, type Grouping, standingsOf } from './domain/suppression.js';
import type { SeenDashboard } from './figures.service.js';
import { figuresAnswer, figuresCsv, figuresProps } from './figures.views.js';

const LOGINS: Metric = {
  code: 'logins',
  category: 'login_time',
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max: 50,
  titleNl: 'Keer',
  titleEn: 'Times',
};
const GATE: SeenDashboard['gate'] = {
  version: { id: 'v_1', toolId: 't_1', toolName: 'Inloggen' },
  dossier: {},
  declarations: { dashboards: [], metrics: [] },
  consultation: { representation: { conditions: [], decidedOn: null } },
  limits: { individualUse: false, viewersOnly: null },
  suspension: null,
  activation: {},
  holds: true,
  platformActive: true,
};

const dashboardOf = ({ dashboard, period, groups }: Grouping): Dashboard => ({
  code: dashboard,
  metric: LOGINS.code,
  shown: 'total',
  period,
  smallestGroup: 0,
  viewers: ['director'],
  titleNl: dashboard,
  titleEn: dashboard,
  questionNl: '',
  questionEn: '',
  groups: groups.filter(({ code }) => code !== 'all').map((group) => ({ ...group, titleNl: group.code, titleEn: group.code })),
});
const withTotal = (grouping: Grouping): Grouping => ({
  ...grouping,
  groups: grouping.groups.map((group) => (group.code === 'all' ? { ...group, code: TOTAL } : group)),
});

/** Every dashboard of an organisation, as whoever sees all groups sees it. Units that were measured have 1,000 or more, which no other text has. */
const seenIn = (of: Organisation, chance: Chance, k = of.k): readonly (SeenDashboard & { readonly figures: DashboardLines })[] => {
  const dashboards = of.groupings.map(dashboardOf);
  return dashboards.map((dashboard) => {
    const rollups = of.periods
      .filter(({ period }) => period === dashboard.period)
      .flatMap(({ start }) => of.units.map((unitId) => ({ unitId, start, people: 1, total: chance.between(1_000, 9_000) })));
    const figures = linesOf({
      dashboard,
      metric: LOGINS,
      dashboards,
      closed: of.periods.map((period) => ({ ...period, people: period.sizes })),
      rollups,
      told: new Map(),
      k,
      locked: [],
      emptied: new Set(),
      stoodStill: new Set(),
    });
    return { gate: GATE, dashboard, metric: LOGINS, k, figures };
  });
};
/** What page, file and program are given of one cell. */
const givenOf = (seen: SeenDashboard) => {
  const [page, answer] = [figuresProps(seen, 'director', 'nl'), figuresAnswer(seen, 'director', 'nl')];
  const rows = figuresCsv(seen, 'nl').trim().split('\r\n').slice(1);
  return (group: number, at: number) => ({
    page: `${page.lines[group]?.cells[at]} ${page.lines[group]?.bars[at]}`,
    file: rows[group * page.columns.length + at] ?? '',
    answer: JSON.stringify(answer.groups[group]?.figures[at]),
  });
};
const FIGURE = /ongeveer|onder de|\d{4}(?!-)|mensen/;

describe('page, file and program', () => {
  const all = organisations(1_000, 7, withMonths);
  const cells = (k?: number) =>
    all.flatMap((of, number) => {
      const standings = standingsOf(of.groupings.map(withTotal), of.periods, of.k);
      return seenIn(of, new Chance(number), k).flatMap((seen) => {
        const given = givenOf(seen);
        return seen.figures.lines.flatMap(({ group }, line) =>
          seen.figures.starts.map((start, at) => ({
            standing: standings.get(cellKey({ dashboard: seen.dashboard.code, group, start })),
            given: Object.values(given(line, at)),
          })),
        );
      });
    });

  it('give a figure and a size exactly where the suppression over all dashboards lets one stand, in 1,000 organisations', () => {
    const seen = cells();
    const hidden = seen.filter(({ standing }) => standing !== 'shown');
    expect(hidden.length).toBeGreaterThan(10_000);
    expect(hidden.filter(({ given }) => given.some((text) => FIGURE.test(text))).slice(0, 3)).toEqual([]);
    const shown = seen.filter(({ standing }) => standing === 'shown');
    expect(shown.length).toBeGreaterThan(10_000);
    expect(shown.filter(({ given }) => !given.every((text) => FIGURE.test(text))).slice(0, 3)).toEqual([]);
  });
  it('would give them away without a smallest group (the control)', () => {
    const hidden = cells(0).filter(({ standing }) => standing !== 'shown');
    expect(hidden.filter(({ given }) => given.some((text) => FIGURE.test(text))).length).toBeGreaterThan(hidden.length / 2);
  });
});
