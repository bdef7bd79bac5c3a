import type { Tx } from '../../platform/database/index.js';
import { closedPeriods, rollupsOf, toldFigures } from './dashboards.repository.js';
import type { DashboardFacts } from './domain/dashboard-lines.js';
import { takenAway } from './taken-away.repository.js';

interface OfVersion {
  readonly id: string;
  readonly toolId: string;
}

/** What the lines of a dashboard follow from. Four queries. */
export const factsOf = async (
  tx: Tx,
  { id: versionId, toolId }: OfVersion,
  declared: Pick<DashboardFacts, 'dashboard' | 'metric' | 'dashboards' | 'k'>,
): Promise<DashboardFacts> => {
  const { dashboard, metric } = declared;
  const wanted = { toolId, versionId, metric: metric.code, period: dashboard.period };
  return {
    ...declared,
    closed: await closedPeriods(tx, versionId),
    rollups: await rollupsOf(tx, wanted),
    ...(await takenAway(tx, wanted)),
    told: await toldFigures(tx, { versionId, dashboard }),
  };
};
