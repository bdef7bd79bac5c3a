import type { CompiledLimits, Dashboard, Declarations, Metric } from '../../../policy/index.js';

/** The smallest group of the house; a condition can ask for a larger one, never for a smaller. */
export const smallestGroupOf = ({ smallestGroup }: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number): number =>
  Math.max(ofHouse, smallestGroup ?? 0);

/** Whether figures of a group of so many people may be shown. */
export const groupIsShown = (limits: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number, people: number): boolean =>
  people >= smallestGroupOf(limits, ofHouse);

type Declared = Pick<Declarations, 'metrics' | 'dashboards'>;
/** The dashboards on a metric, or on one that can be the same under another name: of the same kind, data category and unit. */
export const dashboardsOn = ({ metrics, dashboards }: Declared, metric: Metric): readonly Dashboard[] => {
  const alike = ({ category, kind, unit }: Metric): boolean => category === metric.category && kind === metric.kind && unit === metric.unit;
  const codes = new Set(metrics.filter(alike).map(({ code }) => code));
  return dashboards.filter((dashboard) => codes.has(dashboard.metric));
};

/** The smallest group of dashboards whose figures depend on each other: the strictest of them counts for all. */
export const largestAsked = (k: number, dashboards: readonly Dashboard[]): number =>
  Math.max(k, ...dashboards.map(({ smallestGroup }) => smallestGroup));
export const smallestOfMetric = (
  limits: Pick<CompiledLimits, 'smallestGroup'>,
  ofHouse: number,
  declared: Declared,
  metric: Metric,
): number => largestAsked(smallestGroupOf(limits, ofHouse), dashboardsOn(declared, metric));
