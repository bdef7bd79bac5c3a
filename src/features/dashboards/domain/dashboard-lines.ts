import type { Day } from '../../../kernel/clock.js';
import type { Dashboard, Metric } from '../../../policy/index.js';
import { type Counted, type Settled, settledFigures, type Shown } from './figures.js';
import { cellKey, type ClosedPeriod, type Grouping, type PeriodKind, type Standing, standingsOf } from './suppression.js';

/** All groups of a dashboard together. No group can be called this. */
export const TOTAL = '*';
const PERIODS_SHOWN = 12;

/** What was counted of one unit in one period. */
export interface Rollup {
  readonly unitId: string;
  readonly start: Day;
  readonly total: number;
  readonly people: number;
}
/** `none`: nothing was measured of anybody in that period. */
export type CellState = Standing | 'none';
export interface LineCell {
  readonly state: CellState;
  /** Only where the state is `shown`. */
  readonly told: Settled | null;
}
export interface Line {
  /** `TOTAL` for all groups together. */
  readonly group: string;
  readonly cells: readonly LineCell[];
}
export interface DashboardLines {
  /** The first days of the periods that are shown, oldest first. */
  readonly starts: readonly Day[];
  readonly lines: readonly Line[];
}

type Group = Grouping['groups'][number];
const groupsOf = ({ groups }: Dashboard): readonly Group[] => {
  const each = groups.map(({ code, units }) => ({ code, units }));
  return each.length > 1 ? [...each, { code: TOTAL, units: each.flatMap(({ units }) => units) }] : each;
};

/** How many people a metric counts is never told as a number, whatever a dashboard asks for. */
export const shownOf = (dashboard: Dashboard, metric: Metric): Shown => (metric.kind === 'people' ? 'share' : dashboard.shown);

/** The groupings of one metric, over all its dashboards: what is shown of one depends on the others. */
const groupingsOf = (dashboards: readonly Dashboard[], metric: Metric): readonly Grouping[] =>
  dashboards
    .filter((dashboard) => dashboard.metric === metric.code)
    .map((dashboard) => ({
      dashboard: dashboard.code,
      shown: shownOf(dashboard, metric),
      period: dashboard.period,
      groups: groupsOf(dashboard),
    }));

export interface DashboardFacts {
  readonly dashboard: Dashboard;
  readonly metric: Metric;
  /** Every dashboard of the version. */
  readonly dashboards: readonly Dashboard[];
  /** Every closed period of the version, weeks and months. */
  readonly closed: readonly ClosedPeriod[];
  /** Of the dashboard's metric and period. */
  readonly rollups: readonly Rollup[];
  readonly k: number;
}

const ofKind = (closed: readonly ClosedPeriod[], kind: PeriodKind): readonly ClosedPeriod[] =>
  closed.filter(({ period }) => period === kind).sort((one, other) => one.start.localeCompare(other.start));

/** Figures are told anew each year, so that how far back one looks never changes them. */
const toldByYear = (shown: Shown, periods: readonly ClosedPeriod[], counted: readonly (Counted | null)[]): readonly (Settled | null)[] => {
  const years = [...new Set(periods.map(({ start }) => start.slice(0, 4)))];
  return years.flatMap((year) =>
    settledFigures(
      shown,
      counted.filter((_each, at) => periods[at]?.start.startsWith(year)),
    ),
  );
};

/** The lines of one dashboard over its last twelve periods, small groups hidden with everything that would give them away. */
export const linesOf = ({ dashboard, metric, dashboards, closed, rollups, k }: DashboardFacts): DashboardLines => {
  const standings = standingsOf(groupingsOf(dashboards, metric), closed, k);
  const periods = ofKind(closed, dashboard.period);
  const counts = new Map(rollups.map((row) => [`${row.start} ${row.unitId}`, row]));
  const measured = new Set(rollups.map(({ start }) => start));
  const lines = groupsOf(dashboard).map((group): Line => {
    const states = periods.map(({ start }): CellState =>
      measured.has(start) ? (standings.get(cellKey({ dashboard: dashboard.code, group: group.code, start })) ?? 'small') : 'none',
    );
    const counted = periods.map((period, at) =>
      states[at] === 'shown' || states[at] === 'gone' ? countedOf(group, period, counts) : null,
    );
    const told = toldByYear(shownOf(dashboard, metric), periods, counted);
    const cells = states.map((state, at): LineCell => ({ state, told: state === 'shown' ? (told[at] ?? null) : null }));
    return { group: group.code, cells: cells.slice(-PERIODS_SHOWN) };
  });
  return { starts: periods.slice(-PERIODS_SHOWN).map(({ start }) => start), lines };
};

const countedOf = ({ units }: Group, { start, sizes }: ClosedPeriod, counts: ReadonlyMap<string, Rollup>): Counted => {
  const sum = (of: (unit: string) => number): number => units.reduce((all, unit) => all + of(unit), 0);
  const size = sum((unit) => sizes.get(unit) ?? 0);
  const people = sum((unit) => counts.get(`${start} ${unit}`)?.people ?? 0);
  return { size, people: Math.min(size, people), total: sum((unit) => counts.get(`${start} ${unit}`)?.total ?? 0) };
};
