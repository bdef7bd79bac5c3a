import type { Reason } from '../../../../kernel/problem.js';
import {
  type Dashboard,
  DASHBOARD_PERIODS,
  DASHBOARD_SHOWS,
  type DashboardGroup,
  type Declarations,
  INDIVIDUAL_GROUNDS,
  type IndividualView,
  type Metric,
  METRIC_KINDS,
  METRIC_LEVELS,
  VIEWERS,
} from '../../../../policy/index.js';
import { checkText } from '../../domain/check-value.js';

/** What declarations are measured against: the codes of data categories and purposes, the units that may be named, the house's smallest group. */
export interface Declarable {
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly units: readonly string[];
  readonly smallestGroup: number;
}

const MAX_METRICS = 40;
const MAX_DASHBOARDS = 12;
const MAX_GROUPS = 60;
const MAX_GROUP_SIZE = 10_000;
const MAX_HOURS = 168;
const MAX_VALUE = 1e12;
const CODE = /^[a-z0-9_]{1,40}$/;

const text = (field: string, value: unknown, max: number): readonly Reason[] => {
  if (typeof value !== 'string' || value.trim() === '') return [{ code: 'field.text', field }];
  const fault = checkText(value, max);
  return fault ? [{ code: `field.${fault.code}`, field }] : [];
};
const unless = (holds: boolean, field: string, code: string): readonly Reason[] => (holds ? [] : [{ code, field }]);
const among = (list: readonly string[], value: string, field: string): readonly Reason[] =>
  unless(list.includes(value), field, 'field.choice');
const isValue = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= MAX_VALUE;
const isWhole = (value: number, min: number, max: number): boolean => Number.isInteger(value) && value >= min && value <= max;

const code = (all: readonly { readonly code: string }[], at: number, field: string): readonly Reason[] => {
  const own = all[at]?.code ?? '';
  if (!CODE.test(own)) return [{ code: 'declared.code', field }];
  return unless(all.findIndex((one) => one.code === own) === at, field, 'declared.twice');
};

const metricReasons = (metrics: readonly Metric[], { categories }: Declarable): readonly Reason[] => {
  if (metrics.length > MAX_METRICS) return [{ code: 'declared.too-many', field: 'metrics' }];
  return metrics.flatMap((metric, at) => {
    const f = (part: string): string => `metrics|${at}|${part}`;
    return [
      ...code(metrics, at, f('code')),
      ...text(f('titleNl'), metric.titleNl, 200),
      ...text(f('titleEn'), metric.titleEn, 200),
      ...unless(categories.includes(metric.category), f('category'), 'declared.category'),
      ...among(METRIC_KINDS, metric.kind, f('kind')),
      ...text(f('unit'), metric.unit, 40),
      ...among(METRIC_LEVELS, metric.level, f('level')),
      ...unless(metric.kind !== 'people' || metric.level === 'group', f('level'), 'declared.people-as-group'),
      ...unless(isValue(metric.min), f('min'), 'field.number'),
      ...unless(isValue(metric.max), f('max'), 'field.number'),
      ...unless(!isValue(metric.min) || !isValue(metric.max) || metric.min <= metric.max, f('max'), 'declared.range'),
    ];
  });
};

const groupReasons = (groups: readonly DashboardGroup[], field: string, { units }: Declarable): readonly Reason[] => {
  if (groups.length === 0) return [{ code: 'declared.groups-missing', field: `${field}|groups` }];
  if (groups.length > MAX_GROUPS) return [{ code: 'declared.too-many', field: `${field}|groups` }];
  return groups.flatMap((group, at) => {
    const f = (part: string): string => `${field}|groups|${at}|${part}`;
    const before = new Set(groups.slice(0, at).flatMap((one) => one.units));
    return [
      ...code(groups, at, f('titleEn')),
      ...text(f('titleNl'), group.titleNl, 200),
      ...text(f('titleEn'), group.titleEn, 200),
      ...unless(group.units.length > 0, f('units'), 'declared.units-missing'),
      ...unless(
        group.units.every((unit) => units.includes(unit)),
        f('units'),
        'declared.unit-unknown',
      ),
      ...unless(!group.units.some((unit) => before.has(unit)), f('units'), 'declared.unit-twice'),
    ];
  });
};

const metricOf = (dashboard: Dashboard, metrics: readonly Metric[], f: (part: string) => string): readonly Reason[] => {
  const metric = metrics.find((one) => one.code === dashboard.metric);
  if (!metric) return [{ code: 'declared.metric-unknown', field: f('metric') }];
  return unless(dashboard.shown !== 'share' || metric.kind === 'people', f('shown'), 'declared.share-of-people');
};

const dashboardReasons = ({ metrics, dashboards }: Declarations, of: Declarable): readonly Reason[] => {
  if (dashboards.length > MAX_DASHBOARDS) return [{ code: 'declared.too-many', field: 'dashboards' }];
  return dashboards.flatMap((dashboard, at) => {
    const f = (part: string): string => `dashboards|${at}|${part}`;
    return [
      ...code(dashboards, at, f('titleEn')),
      ...text(f('titleNl'), dashboard.titleNl, 200),
      ...text(f('titleEn'), dashboard.titleEn, 200),
      ...text(f('questionNl'), dashboard.questionNl, 500),
      ...text(f('questionEn'), dashboard.questionEn, 500),
      ...metricOf(dashboard, metrics, f),
      ...among(DASHBOARD_SHOWS, dashboard.shown, f('shown')),
      ...among(DASHBOARD_PERIODS, dashboard.period, f('period')),
      ...unless(isWhole(dashboard.smallestGroup, of.smallestGroup, MAX_GROUP_SIZE), f('smallestGroup'), 'declared.group-too-small'),
      ...unless(dashboard.viewers.length > 0, f('viewers'), 'declared.viewers-missing'),
      ...unless(
        dashboard.viewers.every((role) => VIEWERS.includes(role)),
        f('viewers'),
        'field.choice',
      ),
      ...groupReasons(dashboard.groups, `dashboards|${at}`, of),
    ];
  });
};

const individualReasons = (view: IndividualView | null, metrics: readonly Metric[], { purposes }: Declarable): readonly Reason[] => {
  if (!view) return [];
  return [
    ...unless(purposes.includes(view.purpose), 'purpose', 'declared.purpose-unknown'),
    ...among(INDIVIDUAL_GROUNDS, view.grounds, 'grounds'),
    ...unless(isWhole(view.maxHours, 1, MAX_HOURS), 'maxHours', 'declared.hours'),
    ...unless(
      metrics.some(({ level }) => level === 'person'),
      'allowed',
      'declared.nothing-personal',
    ),
  ];
};

/** Everything that does not fit in what a version declares, by the field of its form. The description of the grade is checked on its own. */
export const declaredReasons = (declared: Declarations, of: Declarable) => ({
  metrics: metricReasons(declared.metrics, of),
  dashboards: dashboardReasons(declared, of),
  individualView: individualReasons(declared.individualView, declared.metrics, of),
});
