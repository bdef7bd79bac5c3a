import { newId, newSecret } from '../../kernel/ids.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Dashboard } from '../../policy/index.js';
import { type PeopledPeriod, type Rollup, type ToldFigure, toldKey } from './domain/dashboard-lines.js';
import type { Settled } from './domain/figures.js';
import { endOf } from './domain/periods.js';
import type { PeriodKind } from './domain/suppression.js';

export interface DashboardTool {
  readonly toolId: string;
  readonly versionId: string;
}

/** Tools that managers may know of: switched on, or suspended or stopped after they were on. Not Countersign itself. */
export const dashboardTools = (tx: Tx, toolId: string | null = null): Promise<DashboardTool[]> =>
  tx.query(
    `select t.id as "toolId", latest.version_id as "versionId" from tools t
     join lateral (select a.version_id from activations a where a.tool_id = t.id order by a.activated_at desc, a.generation desc limit 1) latest on true
     where not t.is_platform and ($1::text is null or t.id = $1) and (
       exists (select 1 from active_tools o where o.tool_id = t.id)
       or exists (select 1 from suspensions s where s.tool_id = t.id and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)))
     order by lower(t.name) limit 100`,
    [toolId],
  );

/** The units of the people whom this person manages, however far down the line. */
export const unitsManagedBy = async (tx: Tx, managerId: string): Promise<ReadonlySet<string>> => {
  const rows: { unit_id: string }[] = await tx.query(
    `with recursive team (id, unit_id) as (
       select id, unit_id from persons where manager_id = $1 and left_at is null and erased_at is null
       union select p.id, p.unit_id from persons p join team on p.manager_id = team.id where p.left_at is null and p.erased_at is null)
     select distinct unit_id from team`,
    [managerId],
  );
  return new Set(rows.map(({ unit_id }) => unit_id));
};

/** The periods of a version that are over, with the sizes of its units: then, and of who stayed from their first day to their last; three years at most. */
export const closedPeriods = async (tx: Tx, versionId: string): Promise<readonly PeopledPeriod[]> => {
  const rows: { period: PeriodKind; start: Day; sizes: Record<string, number>; people: Record<string, number>; k: number | null }[] =
    await tx.query(
      `select period, period_start::text as start, jsonb_object_agg(unit_id, coalesce(throughout, people)) as sizes, jsonb_object_agg(unit_id, people) as people, min(smallest) as k
     from closed_periods where version_id = $1 group by period, period_start order by period_start desc limit 200`,
      [versionId],
    );
  return rows.map(({ sizes, people, ...of }) => ({
    ...of,
    until: endOf(of.period, of.start),
    sizes: new Map(Object.entries(sizes)),
    people: new Map(Object.entries(people)),
  }));
};

export interface RollupsWanted {
  readonly toolId: string;
  readonly versionId: string;
  readonly metric: string;
  readonly period: PeriodKind;
}
export const rollupsOf = (tx: Tx, { toolId, versionId, metric, period }: RollupsWanted): Promise<Rollup[]> =>
  tx.query(
    `select unit_id as "unitId", period_start::text as start, total, people from metric_rollups
     where tool_id = $1 and version_id = $2 and metric = $3 and period = $4`,
    [toolId, versionId, metric, period],
  );

interface OfDashboard {
  readonly versionId: string;
  readonly dashboard: Pick<Dashboard, 'code' | 'metric' | 'period'>;
}
/** What was told of a dashboard, as long as it is kept. */
export const toldFigures = async (tx: Tx, { versionId, dashboard }: OfDashboard): Promise<ReadonlyMap<string, Settled>> => {
  const rows: ToldFigure[] = await tx.query(
    `select group_code as "group", period_start::text as start, told from told_figures where version_id = $1 and dashboard = $2`,
    [versionId, dashboard.code],
  );
  return new Map(rows.map(({ group, start, told }) => [toldKey(group, start), told]));
};

/** Whatever was kept of a group and period stays as it is. */
export const keepTold = (tx: Tx, { versionId, dashboard }: OfDashboard, figures: readonly ToldFigure[]): Promise<unknown> =>
  tx.query(
    `insert into told_figures (version_id, dashboard, metric, period, group_code, period_start, told)
     select $1, $2, $3, $4, x."group", x.start, x.told from jsonb_to_recordset($5) as x("group" text, start date, told jsonb)
     on conflict on constraint told_figures_key do nothing`,
    [versionId, dashboard.code, dashboard.metric, dashboard.period, JSON.stringify(figures)],
  );

export interface RunningVersion {
  readonly toolId: string;
  readonly versionId: string;
  readonly since: Date;
}
/** Versions that are on and have a dashboard, and since when. */
export const versionsWithDashboards = (tx: Tx): Promise<RunningVersion[]> =>
  tx.query(
    `select o.tool_id as "toolId", a.version_id as "versionId", a.activated_at as since from active_tools o join activations a on a.id = o.activation_id
     where exists (select 1 from version_dashboards d where d.version_id = a.version_id) order by 1`,
  );

/**
 * Writes down how many people in scope each of these units had on the last day of a period, and how many of them from its first day on, by what the register
 * said then; answers how many units were new. Who moved since counts in neither unit: what was measured of them went where they were.
 */
export const closePeriod = async (
  tx: Tx,
  closing: { versionId: string; period: PeriodKind; start: Day; lastDay: Day; units: readonly string[]; smallest: number; now: Date },
): Promise<number> => {
  const rows: unknown[] = await tx.query(
    `insert into closed_periods (version_id, period, period_start, unit_id, people, throughout, smallest, closed_at)
     select $1, $2, $3::date, u.id, of.people, of.throughout, $7, $6 from unnest($5::text[]) as u (id)
     cross join lateral (
       select count(*)::integer as people, (count(*) filter (where came <= $3::date))::integer as throughout
       from people_in_scope s cross join lateral (select greatest(s.starts_on, s.unit_since)) as c (came)
       where s.version_id = $1 and s.unit_id = u.id and came <= $4::date and (s.ends_on is null or s.ends_on >= $4::date)) of
     on conflict on constraint closed_periods_key do nothing returning unit_id`,
    [closing.versionId, closing.period, closing.start, closing.lastDay, closing.units, closing.now, closing.smallest],
  );
  return rows.length;
};

/** Writes down a zero wherever nothing was counted in a period that closes: nobody can tell from what is shown, kept or deleted that nothing came in at all. */
export const countNothing = (
  tx: Tx,
  {
    toolId,
    versionId,
    period,
    start,
    metrics,
  }: Omit<RunningVersion, 'since'> & { period: PeriodKind; start: Day; metrics: readonly string[] },
): Promise<unknown> =>
  tx.query(
    `insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)
     select $1, c.version_id, m.code, c.unit_id, c.period, c.period_start, 0, 0, 0 from closed_periods c cross join unnest($5::text[]) as m (code)
     where c.version_id = $2 and c.period = $3 and c.period_start = $4::date
       and not exists (select 1 from emptied_periods e where (e.version_id, e.metric, e.period, e.period_start) = (c.version_id, m.code, c.period, c.period_start))
     on conflict on constraint metric_rollups_key do nothing`,
    [toolId, versionId, period, start, metrics],
  );

export interface Look {
  readonly operation: 'view' | 'export' | 'individual';
  readonly status: 'ok' | 'error';
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly toolId: string;
  readonly versionId: string;
  readonly dashboard: string | null;
  readonly groups: readonly string[];
  readonly units: readonly string[];
  readonly personId: string;
  readonly role: string;
  readonly purpose: string | null;
}

const hex = (bytes: number): string => Buffer.from(newSecret(bytes), 'base64url').toString('hex');

/** Answers the id of the row. */
export const insertLook = async (tx: Tx, look: Look): Promise<string> => {
  const id = newId('l');
  await tx.query(
    `insert into dashboard_views (id, trace_id, operation_id, operation, processing_activity, status, started_at, ended_at, tool_id, version_id, dashboard,
       groups, units, person_id, role, purpose)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      hex(16),
      hex(8),
      look.operation,
      `urn:countersign:processing:${look.versionId}`,
      look.status,
      look.startedAt,
      look.endedAt,
      look.toolId,
      look.versionId,
      look.dashboard,
      look.groups,
      look.units,
      look.personId,
      look.role,
      look.purpose,
    ],
  );
  return id;
};
