import type { Tx } from '../../src/platform/database/index.js';
import { newId } from '../../src/kernel/ids.js';

interface GivenRollup {
  readonly toolId: string;
  readonly versionId: string;
  readonly metric: string;
  readonly unitId: string;
  readonly period: 'week' | 'month';
  /** The first day of the period. */
  readonly start: string;
  readonly total?: number;
  readonly people?: number;
}

/** Figures as the measurements leave them: what was counted of one unit in one period. */
export const givenRollup = (tx: Tx, row: GivenRollup): Promise<unknown> =>
  tx.query(
    `insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)
     values ($1, $2, $3, $4, $5, $6, $7::float8, 1, $8)
     on conflict on constraint metric_rollups_key do update set total = excluded.total, events = excluded.events, people = excluded.people`,
    [row.toolId, row.versionId, row.metric, row.unitId, row.period, row.start, row.total ?? 0, row.people ?? 0],
  );

/** So many people of a unit, without an account. */
export const givenPeopleIn = (tx: Tx, unitId: string, people: number, managerId: string | null = null): Promise<unknown> =>
  tx.query(
    `insert into persons (id, staff_number, name, unit_id, manager_id, language, starts_on, works_at_home, created_at)
     select x.id, x.id, 'Persoon ' || x.id, $2, $3, 'nl', '2020-01-01', true, '2026-01-05T08:00:00Z' from unnest($1::text[]) as x (id)`,
    [Array.from({ length: people }, () => newId('p')), unitId, managerId],
  );
