import type { Day } from '../../../kernel/clock.js';
import type { Dashboard, Metric } from '../../../policy/index.js';
import { type Counted, type Settled, settledFigures, type Shown } from './figures.js';
import { largestAsked } from './shown.js';
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
/**
 * `deleted`: the figures of that period were deleted. `locked`: it touches a time in which nothing may have been measured, or not that way; what is left
 * of such a week or month is shown neither. `still`: the tool was suspended from its first moment to its last, which everybody was told. That nothing came
 * in while it ran is no state: it would tell that the count of every group was zero, of those under k as well.
 */
export const CELL_STATES = ['shown', 'small', 'second', 'gone', 'deleted', 'locked', 'still'] as const satisfies readonly (
  Standing | 'deleted' | 'locked' | 'still'
)[];
export type CellState = (typeof CELL_STATES)[number];
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

/** A period with the k of these dashboards: what held for everything, or what one of them asks for. */
const withOwn =
  (dashboards: readonly Dashboard[]) =>
  (period: ClosedPeriod): ClosedPeriod => ({ ...period, k: period.k === null ? null : largestAsked(period.k, dashboards) });

/** What is shown of one dashboard depends on the others on its metric. */
const groupingsOf = (dashboards: readonly Dashboard[], metric: Metric): readonly Grouping[] =>
  dashboards.map((dashboard) => ({
    dashboard: dashboard.code,
    shown: shownOf(dashboard, metric),
    period: dashboard.period,
    groups: groupsOf(dashboard),
  }));

/** `people`: how many each unit had on its last day. A share is of these; whether it is shown depends on `sizes`. */
export interface PeopledPeriod extends ClosedPeriod {
  readonly people: ReadonlyMap<string, number>;
}

export interface DashboardFacts {
  readonly dashboard: Dashboard;
  readonly metric: Metric;
  /** Every dashboard on the metric, or on one like it: `dashboardsOn`. */
  readonly dashboards: readonly Dashboard[];
  /** Every closed period of the version, weeks and months. */
  readonly closed: readonly PeopledPeriod[];
  /** Of the dashboard's metric and period. */
  readonly rollups: readonly Rollup[];
  /** What was told of it before, by `toldKey`. */
  readonly told: ReadonlyMap<string, Settled>;
  readonly k: number;
  /** First and last day of each time of which the data is locked, or was until it was deleted. */
  readonly locked: readonly { readonly from: Day; readonly until: Day }[];
  /** The first days of periods of which figures were deleted. */
  readonly emptied: ReadonlySet<Day>;
  /** The first days of periods in which the tool ran at no moment. */
  readonly stoodStill: ReadonlySet<Day>;
}

const ofKind = (closed: readonly PeopledPeriod[], kind: PeriodKind): readonly PeopledPeriod[] =>
  closed.filter(({ period }) => period === kind).sort((one, other) => one.start.localeCompare(other.start));

/** By what a figure that was told is known, among those of its dashboard. */
export const toldKey = (group: string, start: Day): string => `${group} ${start}`;

/** Every line of one dashboard over all of its periods, small groups hidden with everything that would give them away. */
const allLinesOf = ({
  dashboard,
  metric,
  dashboards,
  closed,
  rollups,
  told,
  k,
  locked,
  emptied,
  stoodStill,
}: DashboardFacts): DashboardLines => {
  const standings = standingsOf(groupingsOf(dashboards, metric), closed.map(withOwn(dashboards)), k);
  const periods = ofKind(closed, dashboard.period);
  const counts = new Map(rollups.map((row) => [`${row.start} ${row.unitId}`, row]));
  const measured = new Set(rollups.map(({ start }) => start));
  const unknown = ({ start, until }: ClosedPeriod): CellState | null => {
    if (locked.some((time) => time.from < until && time.until >= start)) return 'locked';
    if (stoodStill.has(start)) return 'still';
    return emptied.has(start) && !measured.has(start) ? 'deleted' : null;
  };
  const lines = groupsOf(dashboard).map((group): Line => {
    const states = periods.map(
      (period): CellState =>
        unknown(period) ?? standings.get(cellKey({ dashboard: dashboard.code, group: group.code, start: period.start })) ?? 'small',
    );
    const counted = periods.map((period, at) =>
      states[at] === 'shown' || states[at] === 'gone' ? countedOf(group, period, counts) : null,
    );
    const kept = (at: number): Settled | undefined => told.get(toldKey(group.code, periods[at]?.start ?? ''));
    const figures = settledFigures(shownOf(dashboard, metric), counted, kept);
    return { group: group.code, cells: states.map((state, at): LineCell => ({ state, told: figures[at] ?? null })) };
  });
  return { starts: periods.map(({ start }) => start), lines };
};

/** Its last twelve periods, as they are shown. */
export const linesOf = (facts: DashboardFacts): DashboardLines => {
  const { starts, lines } = allLinesOf(facts);
  const seen = ({ state, told }: LineCell): LineCell => ({ state, told: state === 'shown' ? told : null });
  return {
    starts: starts.slice(-PERIODS_SHOWN),
    lines: lines.map(({ group, cells }) => ({ group, cells: cells.slice(-PERIODS_SHOWN).map(seen) })),
  };
};

/** A figure of one group and period, as it is told. */
export interface ToldFigure {
  readonly group: string;
  readonly start: Day;
  readonly told: Settled;
}

/** What can be told of a dashboard and was not kept yet. Kept, it is told the same when what came before it is gone. */
export const toKeep = (facts: DashboardFacts): readonly ToldFigure[] => {
  const { starts, lines } = allLinesOf(facts);
  return lines.flatMap(({ group, cells }) =>
    cells.flatMap(({ told }, at): ToldFigure[] => {
      const start = starts[at];
      return told && start && !facts.told.has(toldKey(group, start)) ? [{ group, start, told }] : [];
    }),
  );
};

const countedOf = ({ units }: Group, { start, people: had }: PeopledPeriod, counts: ReadonlyMap<string, Rollup>): Counted => {
  const sum = (of: (unit: string) => number): number => units.reduce((all, unit) => all + of(unit), 0);
  const size = sum((unit) => had.get(unit) ?? 0);
  const people = sum((unit) => counts.get(`${start} ${unit}`)?.people ?? 0);
  return { size, people: Math.min(size, people), total: sum((unit) => counts.get(`${start} ${unit}`)?.total ?? 0) };
};
