import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { RollupsWanted } from './dashboards.repository.js';
import type { DashboardFacts } from './domain/dashboard-lines.js';

const midnight = (day: string): string => `((${day})::timestamp at time zone 'Europe/Amsterdam')`;
/**
 * First and last day of what is locked of the tool, or was until it was deleted; and the first days of periods of which figures are gone, and of those in
 * which the tool ran at no moment.
 */
export const takenAway = async (
  tx: Tx,
  { toolId, versionId, metric, period }: RollupsWanted,
): Promise<Pick<DashboardFacts, 'locked' | 'emptied' | 'stoodStill'>> => {
  const rows: { kind: 'locked' | 'emptied' | 'still'; from: Day; until: Day }[] = await tx.query(
    `select 'locked' as kind, q.from_on::text as "from", (q.until_at at time zone 'Europe/Amsterdam')::date::text as until
     from quarantines q left join quarantine_ends e on e.quarantine_id = q.id where q.tool_id = $1 and e.kind is distinct from 'lifted'
     union all select 'emptied', period_start::text, '' from emptied_periods where version_id = $2 and metric = $3 and period = $4
     union all select 'still', c.period_start::text, ''
     from (select distinct period_start from closed_periods where version_id = $2 and period = $4) c cross join running_times($1) as ran
     where not ran && tstzrange(${midnight('c.period_start')}, ${midnight("c.period_start + ('1 ' || $4)::interval")})`,
    [toolId, versionId, metric, period],
  );
  const startsOf = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ from }) => from));
  return {
    locked: rows.filter(({ kind }) => kind === 'locked'),
    emptied: startsOf('emptied'),
    stoodStill: startsOf('still'),
  };
};
