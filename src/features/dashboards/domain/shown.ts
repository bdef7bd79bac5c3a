import type { CompiledLimits, Dashboard } from '../../../policy/index.js';

/** The smallest group of the house; a condition can ask for a larger one, never for a smaller. */
export const smallestGroupOf = ({ smallestGroup }: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number): number =>
  Math.max(ofHouse, smallestGroup ?? 0);

/** Whether figures of a group of so many people may be shown. */
export const groupIsShown = (limits: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number, people: number): boolean =>
  people >= smallestGroupOf(limits, ofHouse);

/** The smallest group of everything that is shown of one metric: the strictest of its dashboards counts for all of them. */
export const smallestOfMetric = (
  limits: Pick<CompiledLimits, 'smallestGroup'>,
  ofHouse: number,
  dashboards: readonly Dashboard[],
  metric: string,
): number =>
  Math.max(
    smallestGroupOf(limits, ofHouse),
    ...dashboards.filter((dashboard) => dashboard.metric === metric).map(({ smallestGroup }) => smallestGroup),
  );
